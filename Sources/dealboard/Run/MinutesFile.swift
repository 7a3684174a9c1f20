import Glibc
import Pipeline

/// The file that a meeting's minutes are written to: in the folder `minutes` beside the workspace's
/// file, so that whoever shares the one finds the other.
///
/// Minutes are never written over others: a second meeting of a day gets `-2`. They are as readable
/// as the workspace's file is: by its owner alone, or by the group that shares it.
struct MinutesFile {
  private let workspace: String
  private let name: String

  /// Minutes of a name without folder and ending, for the workspace at a path.
  init(name: String, besideWorkspace path: String) {
    workspace = path
    self.name = name
  }

  /// Writes the text, flushed and whole or not at all, and returns its path.
  ///
  /// Throws where the folder cannot be made or written, and where it is a link, which is not
  /// followed.
  func write(_ text: String) throws(CommandFailure) -> String {
    guard let real = realpath(workspace, nil) else { throw failure(workspace, errno) }
    defer { free(real) }
    let path = String(cString: real)
    let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let folder = parent + "/minutes"
    var information = stat()
    let isShared = stat(path, &information) == 0 && information.st_mode & 0o060 == 0o060
    let descriptor = try open(folder, isShared: isShared)
    defer { close(descriptor) }
    let passing = ".\(name).\(getpid())~"
    try writePassing(Array(text.utf8), as: passing, in: descriptor, isShared: isShared, folder)
    defer { unlinkat(descriptor, passing, 0) }
    for number in 1...999 {
      let final = (number == 1 ? name : "\(name)-\(number)") + ".md"
      // A link that is made takes no name that is there, not even that of a link.
      if linkat(descriptor, passing, descriptor, final, 0) == 0 {
        fsync(descriptor)
        return folder + "/" + final
      }
      guard errno == EEXIST else { throw failure(folder + "/" + final, errno) }
    }
    throw failure(folder, EEXIST)
  }

  /// Opens the folder, made if it is not there.
  private func open(_ folder: String, isShared: Bool) throws(CommandFailure) -> Int32 {
    if mkdir(folder, 0o700) == 0 {
      // The group comes from the folder above, which passes it on.
      if isShared { chmod(folder, 0o2770) }
    } else if errno != EEXIST {
      throw failure(folder, errno)
    }
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(folder, errno) }
    return descriptor
  }

  private func writePassing(
    _ bytes: [UInt8],
    as name: String,
    in folder: Int32,
    isShared: Bool,
    _ folderPath: String
  ) throws(CommandFailure) {
    unlinkat(folder, name, 0)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = openat(folder, name, flags, 0o600)
    guard descriptor >= 0 else { throw failure(folderPath, errno) }
    var fault: Int32 = 0
    if isShared, fchmod(descriptor, 0o660) != 0 { fault = errno }
    var rest = bytes[...]
    while !rest.isEmpty, fault == 0 {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { fault = errno }
    }
    if fault == 0, fsync(descriptor) != 0 { fault = errno }
    close(descriptor)
    guard fault != 0 else { return }
    unlinkat(folder, name, 0)
    throw failure(folderPath, fault)
  }

  private func failure(_ path: String, _ code: Int32) -> CommandFailure {
    switch code {
    case ENOSPC, EDQUOT:
      CommandFailure(
        .inputOutput,
        phrase("Disk full: the minutes were not written. Free some space.")
      )
    case EACCES, EPERM, EROFS:
      CommandFailure(
        .noPermission,
        phrase("The minutes cannot be written to \(path). y copies them.")
      )
    case ELOOP, ENOTDIR:
      CommandFailure(
        .noPermission,
        phrase(
          "\(path) is no folder, or a link, which is not followed. Move it away; y copies the minutes."
        )
      )
    default:
      CommandFailure(
        .inputOutput,
        phrase("The minutes cannot be written to \(path): \(String(cString: strerror(code))).")
      )
    }
  }
}
