import Glibc

/// What a group finds on its way to a shared workspace, and beside it.
enum SharedFolder {
  /// The first folder on the way down to a folder that a group may not enter; `nil` where it may
  /// enter all of them.
  static func closedFolder(above folder: String, to group: UInt32) -> String? {
    var path = ""
    for name in folder.split(separator: "/").dropLast() {
      path += "/\(name)"
      var status = stat()
      guard stat(path, &status) == 0 else { return path }
      let isOpen =
        status.st_mode & S_IXOTH != 0
        || (status.st_gid == group && status.st_mode & S_IXGRP != 0)
      if !isOpen { return path }
    }
    return nil
  }

  /// The names in a folder that do not begin with a file's own, in order.
  static func others(in folder: String, than file: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    let own = file.split(separator: "/").last.map(String.init) ?? file
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          String(cString: $0)
        }
      }
      if name != ".", name != "..", !name.hasPrefix(own) { names.append(name) }
    }
    return names.sorted()
  }
}
