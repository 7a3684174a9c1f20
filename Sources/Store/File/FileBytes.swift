import Glibc

/// The bytes of files that nobody has open as a database.
enum FileBytes {
  private static let chunk = 1 << 16

  /// Whether two files say the same; false where one cannot be read.
  static func areSame(_ path: String, _ other: String) -> Bool {
    let descriptors = [path, other].map { (file: String) in
      open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    }
    defer { for descriptor in descriptors where descriptor >= 0 { close(descriptor) } }
    guard descriptors.allSatisfy({ $0 >= 0 }) else { return false }
    var offset = 0
    while true {
      let parts = descriptors.map { part(of: $0, at: offset) }
      guard let part = parts[0], part == parts[1] else { return false }
      guard !part.isEmpty else { return true }
      offset += part.count
    }
  }

  /// What stands at a place, empty at the end; `nil` where it cannot be read.
  private static func part(of descriptor: Int32, at offset: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: chunk)
    let count = pread(descriptor, &bytes, chunk, off_t(offset))
    return count < 0 ? nil : Array(bytes[..<count])
  }
}
