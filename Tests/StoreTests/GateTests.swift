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
}
