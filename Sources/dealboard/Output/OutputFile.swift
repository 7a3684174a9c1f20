import Glibc

/// A file that a command writes for its user.
enum OutputFile {
  /// Writes bytes through a file beside it, flushed and then renamed, so that the path names the old
  /// file or the whole new one at any moment.
  ///
  /// Throws `.noInput` for a missing folder, `.noPermission`, and `.inputOutput` for the rest.
  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    let passing = "\(path).\(getpid())~"
    let descriptor = open(passing, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw failure(path, errno) }
    var fault: Int32 = 0
    var rest = bytes[...]
    while !rest.isEmpty, fault == 0 {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { fault = errno }
    }
    if fault == 0, fsync(descriptor) != 0 { fault = errno }
    close(descriptor)
    if fault == 0, rename(passing, path) != 0 { fault = errno }
    guard fault != 0 else { return }
    unlink(passing)
    throw failure(path, fault)
  }

  private static func failure(_ path: String, _ code: Int32) -> CommandFailure {
    switch code {
    case ENOENT, ENOTDIR:
      CommandFailure(.noInput, "The folder of \(path) is missing. Make it, or name another file.")
    case EACCES, EPERM, EROFS:
      CommandFailure(.noPermission, "\(path) may not be written. Name another place.")
    case ENOSPC, EDQUOT:
      CommandFailure(.inputOutput, "Disk full: \(path) was not written. Free some space.")
    default:
      CommandFailure(
        .inputOutput,
        "\(path) cannot be written: \(String(cString: strerror(code)))."
      )
    }
  }
}
