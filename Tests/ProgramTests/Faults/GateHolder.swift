import Foundation
import Testing

/// Holds the gate as another board would that hangs, until it is let go.
final class GateHolder {
  private let descriptor: Int32

  init(_ path: String) throws {
    descriptor = open(path + "-gate", O_RDWR | O_CLOEXEC)
    try #require(descriptor >= 0)
    try #require(flock(descriptor, LOCK_EX) == 0)
    // The gate's text: a counter and the last event in 20 digits each, then who holds it.
    let name = "Ben's board (4711)"
    let digits = String(repeating: "0", count: 19)
    let padding = String(repeating: " ", count: 64 - name.utf8.count)
    let text = Array("\(digits)3 \(digits)3 \(name)\(padding)\n".utf8)
    pwrite(descriptor, text, text.count, 0)
  }

  func letGo() { flock(descriptor, LOCK_UN) }

  deinit { close(descriptor) }
}
