import Glibc
import Terminal

/// A file that a command writes for its user, in parts.
///
/// What is written goes into a file beside it, which is flushed and then renamed, so that the path
/// names the old file or the whole new one at any moment. Where the process is asked to end, the file
/// beside it goes as well; one that a killed process left is taken away by the next. `-` is standard output; a device or a pipe
/// takes the parts as they come. A link is not followed.
final class OutputFile {
  private let path: String
  /// The file beside it; `nil` where the parts go straight to where they belong.
  private let passing: String?
  private let descriptor: Int32
  /// Whether a signal takes the file beside it away.
  private let goesWithSignals: Bool
  private var isFinished = false

  private init(
    path: String,
    passing: String?,
    descriptor: Int32,
    goesWithSignals: Bool = false
  ) {
    self.path = path
    self.passing = passing
    self.descriptor = descriptor
    self.goesWithSignals = goesWithSignals
  }

  /// Opens the file at a path.
  ///
  /// Throws `.noInput` for a missing folder, `.cannotCreate` for a folder, a link, a database and what
  /// the command itself needs, `.noPermission`, and `.inputOutput` for the rest.
  static func open(
    _ path: String,
    sparing needed: [NeededFile]
  ) throws(CommandFailure) -> OutputFile {
    if path == "-" { return OutputFile(path: path, passing: nil, descriptor: STDOUT_FILENO) }
    switch try place(of: path) {
    case .file:
      try NeededFile.refuse(path, sparing: needed)
      return try makePassing(path)
    case .stream:
      let descriptor = Glibc.open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
      if descriptor < 0 { throw failure(path, errno) }
      return OutputFile(path: path, passing: nil, descriptor: descriptor)
    }
  }

  deinit {
    if !isFinished, let passing { unlink(passing) }
    if goesWithSignals, !isFinished { Leftovers.keepWhenKilled() }
    if descriptor > STDERR_FILENO { close(descriptor) }
  }

  /// Writes all of a file.
  ///
  /// Throws what `open`, `write` and `finish` throw.
  static func write(
    _ bytes: [UInt8],
    to path: String,
    sparing needed: [NeededFile]
  ) throws(CommandFailure) {
    let file = try open(path, sparing: needed)
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
    if goesWithSignals { Leftovers.keepWhenKilled() }
    // The new name lasts once its folder is on the disk too.
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let opened = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { return }
    fsync(opened)
    close(opened)
  }

  /// Makes the file beside a path, held by a lock for as long as the process lives.
  ///
  /// Throws what `open` throws.
  private static func makePassing(_ path: String) throws(CommandFailure) -> OutputFile {
    for number in 1...9 {
      // In another container another process may have the same number, and write to the same folder.
      let name = "\(path).\(getpid())\(number == 1 ? "" : "-\(number)")~"
      guard isFree(name) else { continue }
      // Before it is made, so that there is no moment in which a signal would leave it.
      let goesWithSignals = Leftovers.removeWhenEnded(absolute(name))
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
      let descriptor = Glibc.open(name, flags, 0o600)
      let code = errno
      if descriptor >= 0, isHeld(descriptor), stands(descriptor, at: name) {
        return OutputFile(
          path: path,
          passing: name,
          descriptor: descriptor,
          goesWithSignals: goesWithSignals
        )
      }
      if goesWithSignals { Leftovers.keepWhenKilled() }
      if descriptor >= 0 { close(descriptor) } else if code != EEXIST { throw failure(path, code) }
    }
    throw failure(path, EEXIST)
  }

  /// Whether nobody writes a file of this name; one that a process left that is gone is removed.
  private static func isFree(_ name: String) -> Bool {
    let descriptor = Glibc.open(name, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    // What else is in the way is said of the making of it.
    guard descriptor >= 0 else { return true }
    defer { close(descriptor) }
    guard isHeld(descriptor) else { return false }
    unlink(name)
    return true
  }

  /// Takes a file's lock; where there are no locks, whoever asks holds it.
  private static func isHeld(_ descriptor: Int32) -> Bool {
    flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
  }

  /// Whether a name still names a file: between its making and its lock it may have been taken for
  /// one that was left.
  private static func stands(_ descriptor: Int32, at name: String) -> Bool {
    var (own, named) = (stat(), stat())
    return fstat(descriptor, &own) == 0 && lstat(name, &named) == 0 && own.st_ino == named.st_ino
      && own.st_dev == named.st_dev
  }

  private static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
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
