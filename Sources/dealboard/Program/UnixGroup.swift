import Glibc

/// A group of users of this host.
struct UnixGroup: Hashable {
  /// Its number.
  let id: UInt32
  /// Its name; its number where it has none.
  let name: String

  /// The group of a number.
  init(id: UInt32) {
    self.id = id
    if let entry = getgrgid(id), let name = entry.pointee.gr_name {
      self.name = String(cString: name)
    } else {
      name = String(id)
    }
  }

  /// The group of a name, or of a number, which need not have a name.
  ///
  /// Throws `.usage` where this host has none such.
  init(named text: String) throws(CommandFailure) {
    if let entry = getgrnam(text) {
      self.init(id: entry.pointee.gr_gid)
    } else if let id = UInt32(text), id != .max {
      self.init(id: id)
    } else {
      throw CommandFailure(
        .usage,
        "This host has no group \"\(text)\". The administrator makes one with groupadd."
      )
    }
  }
}
