import ArgumentParser
import Glibc
import Interchange
import Store

/// Opens a workspace to a group of users of this host.
struct ShareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "share",
    abstract: "Open the file to a Unix group, so that a team works on it, each as themselves.",
    discussion: """
      The file and what belongs to it become readable and writable for the group (0660), and their \
      folder passes the group on (2770). Without a group it says who may use the file now.

      Example: dealboard share sales --file /srv/sales/pipeline.db
      """
  )

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: "The group, by name or number.")
  var group: String?

  @Flag(help: "Close the file to everybody but its owner again.")
  var off = false

  func validate() throws {
    if off, group != nil { throw ValidationError("Name a group, or --off.") }
  }

  func run() throws {
    let isChange = off || group != nil
    let group = try group.map { name throws(CommandFailure) in try UnixGroup(named: name) }
    let store = try SQLiteStore.open(at: options.location.path, isChange ? .readWrite : .readOnly)
    if isChange { try refuseCommonFolder(of: try store.sharing()) }
    let sharing = try isChange ? store.share(with: group?.id) : store.sharing()
    try answer(sharing, warnings: Self.warnings(sharing))
  }

  /// Refuses to open or close a folder that is there for more than the workspace.
  private func refuseCommonFolder(of sharing: Sharing) throws(CommandFailure) {
    var status = stat()
    let isShared = lstat(sharing.folder, &status) == 0 && status.st_mode & S_ISVTX != 0
    guard sharing.folder == "/" || sharing.folder == Self.home || isShared else { return }
    throw CommandFailure(
      .noPermission,
      "\(sharing.folder) is there for more than this file, and its permissions would change. "
        + "Move the file to a folder of its own, such as /srv/sales."
    )
  }

  private static var home: String? {
    guard let path = realpath(Environment.home, nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// What keeps the group out all the same, or lets it reach more than was meant.
  private static func warnings(_ sharing: Sharing) -> [String] {
    guard let group = sharing.group else { return [] }
    var warnings: [String] = []
    if let closed = SharedFolder.closedFolder(above: sharing.folder, to: group) {
      warnings.append(
        "The group cannot get there: \(closed) is closed to it. Open that folder, or move the file "
          + "to one such as /srv/sales."
      )
    }
    let minutes = sharing.folder + "/minutes"
    var status = stat()
    let hasMinutes = lstat(minutes, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    let areOpen = status.st_gid == group && status.st_mode & 0o070 == 0o070
    if hasMinutes, !areOpen {
      warnings.append(
        "The group cannot write minutes: \(minutes) is somebody else's. Its owner opens it with "
          + "`chmod 2770` and `chgrp`."
      )
    }
    let others = SharedFolder.others(in: sharing.folder, than: sharing.file).filter {
      !hasMinutes || !areOpen || $0 != "minutes"
    }
    if !others.isEmpty {
      let names = others.prefix(3).joined(separator: ", ") + (others.count > 3 ? ", …" : "")
      warnings.append("The group can now also rename and remove what else is there: \(names).")
    }
    return warnings
  }

  private func answer(_ sharing: Sharing, warnings: [String]) throws {
    let group = sharing.group.map { UnixGroup(id: $0) }
    let value = JSONValue.named([
      "file": .string(sharing.file),
      "folder": .string(sharing.folder),
      "group": JSONValue(group?.name),
      "warnings": JSONValue(warnings),
    ])
    try Answer.print(json: options.json, value) {
      var lines = Lines()
      if let group {
        lines.add(StyledText("\(sharing.file) is shared with the group \(group.name)."))
      } else {
        lines.add(StyledText("\(sharing.file) is its owner's alone."))
      }
      for warning in warnings { lines.add(StyledText(warning, .warning)) }
      return lines.text
    }
  }
}
