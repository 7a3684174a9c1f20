import Foundation
import Glibc
import Terminal

/// The temporary folder of a demo: this process's own, and gone with it.
///
/// A lock within, held for as long as the process lives, tells the folders of demos that run from
/// those that a killed one left.
struct DemoFolder: Sendable {
  /// Absolute; ends without a slash.
  let path: String
  private let lock: Int32

  private static let prefix = "dealboard-demo-"
  private static let lockName = "in-use"

  /// Where the workspace is.
  var workspace: String { path + "/pipeline.db" }

  /// Makes a folder that only its owner may look into, and removes what earlier demos left.
  ///
  /// Throws `.cannotCreate` where the temporary folder may not be written.
  static func make() throws -> DemoFolder {
    let place = FileManager.default.temporaryDirectory.path
    removeAbandoned(in: place)
    let path = place + "/" + prefix + UUID().uuidString
    guard mkdir(path, 0o700) == 0 else { throw failure(place) }
    let lock = open(path + "/" + lockName, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      let failure = failure(path)
      try? FileManager.default.removeItem(atPath: path)
      throw failure
    }
    let folder = DemoFolder(path: path, lock: lock)
    let files = ["", "-wal", "-shm", "-gate", "-journal", "-new"].map { folder.workspace + $0 }
    Leftovers.removeWhenKilled(files + [path + "/" + lockName], then: path)
    return folder
  }

  private static func failure(_ path: String) -> CommandFailure {
    CommandFailure(
      .cannotCreate,
      "\(path) cannot hold the sample data: \(String(cString: strerror(errno))). "
        + "Name another place with TMPDIR."
    )
  }

  /// Removes the folder with all that is in it.
  func remove() {
    Leftovers.keepWhenKilled()
    try? FileManager.default.removeItem(atPath: path)
    close(lock)
  }

  /// Removes the folders of this user's demos whose process is gone.
  private static func removeAbandoned(in place: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let path = place + "/" + name
      var found = stat()
      // Others may put anything into a shared folder: only a folder of one's own is touched.
      guard lstat(path, &found) == 0, found.st_mode & S_IFMT == S_IFDIR, found.st_uid == geteuid(),
        isAbandoned(path, since: found.st_mtim.tv_sec)
      else { continue }
      try? FileManager.default.removeItem(atPath: path)
    }
  }

  /// Whether nobody holds the folder's lock; one that is so young that it may not have its lock yet
  /// is somebody's.
  private static func isAbandoned(_ path: String, since changed: Int) -> Bool {
    let lock = open(path + "/" + lockName, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard lock >= 0 else { return time(nil) - changed > 3_600 }
    defer { close(lock) }
    return flock(lock, LOCK_EX | LOCK_NB) == 0
  }
}
