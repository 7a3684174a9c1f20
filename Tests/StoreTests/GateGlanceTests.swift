import Glibc
import Testing

@testable import Store

@Suite struct `A glance at the gate` {
  @Test func `differs once something was committed, and only then`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file()
    let gate = Gate(besideFile: path, holder: "Ana's board (1)")
    try gate.hold { hold throws(StoreError) in hold.tellOthers(lastSequence: 1) }
    // Long ago, so that no clock is too coarse.
    var times = [timespec(tv_sec: 1_000, tv_nsec: 0), timespec(tv_sec: 1_000, tv_nsec: 0)]
    try #require(utimensat(AT_FDCWD, gate.path, &times, 0) == 0)
    let before = try #require(GateGlance(gate.path))

    #expect(GateGlance(gate.path) == before)
    try gate.hold { _ throws(StoreError) in }
    #expect(GateGlance(gate.path) == before)
    try gate.hold { hold throws(StoreError) in hold.tellOthers(lastSequence: 2) }
    #expect(GateGlance(gate.path) != before)
  }

  @Test func `sees nothing where there is no gate`() throws {
    let folder = try TemporaryFolder()

    #expect(GateGlance(folder.file() + "-gate") == nil)
  }
}
