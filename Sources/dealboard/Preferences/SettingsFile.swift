import Glibc
import Settings

/// Reads small files of the user's that may be anything.
enum SettingsFile {
  /// A little more than any file of settings may have, so that too much is noticed.
  private static let most = 128 * 1024

  /// The bytes of a file, at most a little more than settings may have; or why it cannot be read.
  ///
  /// A pipe or a device in its place is refused, since reading one may never end.
  static func read(_ path: String) -> Result<[UInt8], UnreadableFile> {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(UnreadableFile(systemReason())) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(UnreadableFile(systemReason())) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      return .failure(UnreadableFile("it is no ordinary file"))
    }
    var bytes = [UInt8](repeating: 0, count: most)
    var count = 0
    while count < most {
      let read = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, most - count)
      }
      if read == 0 { break }
      if read < 0, errno == EINTR { continue }
      guard read > 0 else { return .failure(UnreadableFile(systemReason())) }
      count += read
    }
    return .success(Array(bytes.prefix(count)))
  }

  /// Whether there is anything at a path, readable or not.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private static func systemReason() -> String {
    String(cString: strerror(errno)).lowercased()
  }
}
