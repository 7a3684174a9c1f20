/// Where a workspace's file is, and who said so.
struct FileLocation: Hashable, Sendable {
  /// The path as it was given.
  let path: String
  /// Whether it is the place where a workspace is looked for when nobody names one.
  let isDefault: Bool

  /// The file that an option names, else DEALBOARD_FILE, else the one in the XDG data folder.
  init(option: String?) {
    if let path = option ?? Environment["DEALBOARD_FILE"] {
      self.path = path
      isDefault = false
    } else {
      let data = Environment.folder("XDG_DATA_HOME", default: ".local/share")
      path = data + "/dealboard/pipeline.db"
      isDefault = true
    }
  }
}
