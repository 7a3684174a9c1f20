import Dispatch
import Glibc
import Testing

@testable import Store

@Suite struct `The gate` {
  @Test(arguments: [ENOLCK, EOPNOTSUPP])
  func `is no gate where the file system has no locks, and says so`(code: Int32) throws {
    let folder = try TemporaryFolder()
    let path = folder.file()
    let locking: @Sendable (Int32, Int32) -> Int32 = { _, _ in
      errno = code
      return -1
    }
    let gate = Gate(besideFile: path, holder: "Ana's board (1)", locking: locking)
    var isRun = false

    let error = #expect(throws: StoreError.self) {
      try gate.hold { _ throws(StoreError) in isRun = true }
    }

    #expect(!isRun)
    let detail = "it cannot be locked, \(String(cString: strerror(code)))"
    #expect(error == .inputOutput(path: path + "-gate", detail: detail))
  }

  @Test func `names nobody where the last name that was written is one's own`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file()
    let gate = Gate(besideFile: path, holder: "Ana's board (1)", patience: .milliseconds(1))
    try gate.hold { _ throws(StoreError) in }
    // A program that takes the lock and does not say who it is.
    let descriptor = open(path + "-gate", O_RDWR | O_CLOEXEC)
    defer { close(descriptor) }
    try #require(flock(descriptor, LOCK_EX) == 0)

    let error = #expect(throws: StoreError.self) {
      try gate.hold { _ throws(StoreError) in }
    }

    #expect(error == .busy(holder: nil))
  }
}
