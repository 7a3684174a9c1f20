import Glibc

/// A file that a command writes for its user, in parts.
///
/// What is written goes into a file beside it, which is flushed and then renamed, so that the path
/// names the old file or the whole new one at any moment. `-` is standard output; a device or a pipe
/// takes the parts as they come. A link is not followed.
final class OutputFile {
  private let path: String
  /// The file beside it; `nil` where the parts go straight to where they belong.
  private let passing: String?
  private let descriptor: Int32
  private var isFinished = false

  private init(path: String, passing: String?, descriptor: Int32) {
    self.path = path
    self.passing = passing
    self.descriptor = descriptor
  }

  /// Opens the file at a path.
  ///
  /// Throws `.noInput` for a missing folder, `.cannotCreate` for a folder or a link, `.noPermission`,
  /// and `.inputOutput` for the rest.
  static func open(_ path: String) throws(CommandFailure) -> OutputFile {
    if path == "-" { return OutputFile(path: path, passing: nil, descriptor: STDOUT_FILENO) }
    let place = try place(of: path)
    let passing = place == .file ? "\(path).\(getpid())~" : nil
    let creating = place == .file ? O_CREAT | O_EXCL : 0
    let flags = O_WRONLY | O_CLOEXEC | O_NOFOLLOW | creating
    let descriptor = Glibc.open(passing ?? path, flags, 0o600)
    if descriptor < 0 { throw failure(path, errno) }
    return OutputFile(path: path, passing: passing, descriptor: descriptor)
  }

  deinit {
    if descriptor > STDERR_FILENO { close(descriptor) }
    if !isFinished, let passing { unlink(passing) }
  }

  /// Writes all of a file.
  ///
  /// Throws what `open`, `write` and `finish` throw.
  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    let file = try open(path)
    try file.write(bytes)
    try file.finish()
  }

  /// Appends bytes.
  ///
  /// Throws `.inputOutput` where they cannot be written; a reader that went away is no failure.
  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE, passing == nil {
        return
      } else if errno != EINTR {
        throw Self.failure(path, errno)
      }
    }
  }

  /// Makes the path name what was written.
  ///
  /// Throws `.inputOutput` where that fails; the path then names what it named before.
  func finish() throws(CommandFailure) {
    guard let passing else { return }
    guard fsync(descriptor) == 0, rename(passing, path) == 0 else {
      throw Self.failure(path, errno)
    }
    isFinished = true
    // The new name lasts once its folder is on the disk too.
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let opened = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { return }
    fsync(opened)
    close(opened)
  }

  private enum Place {
    case file
    case stream
  }

  /// What stands at a path, or may come to stand there.
  private static func place(of path: String) throws(CommandFailure) -> Place {
    var facts = stat()
    guard lstat(path, &facts) == 0 else { return .file }
    switch facts.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: throw CommandFailure(.cannotCreate, "\(path) is a folder. Name a file in it.")
    case S_IFLNK:
      throw CommandFailure(
        .cannotCreate,
        "\(path) is a link, and links are not followed. Name the file itself."
      )
    default: return .stream
    }
  }

  private static func failure(_ path: String, _ code: Int32) -> CommandFailure {
    switch code {
    case ENOENT, ENOTDIR:
      CommandFailure(.noInput, "The folder of \(path) is missing. Make it, or name another file.")
    case EACCES, EPERM, EROFS:
      CommandFailure(.noPermission, "\(path) may not be written. Name another place.")
    case ENOSPC, EDQUOT, EFBIG:
      CommandFailure(.inputOutput, "Disk full: \(path) was not written. Free some space.")
    default:
      CommandFailure(
        .inputOutput,
        "\(path) cannot be written: \(String(cString: strerror(code)))."
      )
    }
  }
}
