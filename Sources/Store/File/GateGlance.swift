import Glibc

/// What tells, without opening it, whether a gate file was written to: each commit writes it.
///
/// The file system's clock may be too coarse for two commits at once; SQLite's own mark tells of the
/// second (`thoroughPulse`).
public struct GateGlance: Hashable, Sendable {
  private let inode: UInt
  private let seconds: Int
  private let nanoseconds: Int

  /// Looks at the file at a path; `nil` where none can be seen.
  init?(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    inode = UInt(status.st_ino)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}

extension SQLiteStore {
  /// Looks whether the gate file was written to, which costs next to nothing: for boards that look
  /// many times a second.
  public func glance() -> GateGlance? { GateGlance(file.gate.path) }
}
