import Foundation
import Testing

/// Locks a database as another program does that has it for itself, until it is let go: the bytes
/// from 2^30 on, which SQLite's "File Locking And Concurrency" calls pending, reserved and shared.
final class DatabaseLock {
  private let descriptor: Int32

  init(_ path: String) throws {
    descriptor = open(path, O_RDWR | O_CLOEXEC)
    try #require(descriptor >= 0)
    try #require(set(F_WRLCK))
  }

  func letGo() { _ = set(F_UNLCK) }

  private func set(_ kind: Int32) -> Bool {
    var lock = flock()
    lock.l_type = Int16(kind)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 1 << 30
    lock.l_len = 512
    return fcntl(descriptor, F_SETLK, &lock) == 0
  }

  deinit { close(descriptor) }
}
