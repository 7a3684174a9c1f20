import Foundation
import TerminalModel
import Testing

@Suite struct `A file that another program holds` {
  private let file: FaultyFile

  init() throws {
    file = try FaultyFile()
  }

  /// Holds the gate as another board would that hangs, until it is let go.
  private final class Holder {
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

  @Test func `is busy after five seconds, and whoever holds it is named`() throws {
    let holder = try Holder(file.path)

    let run = try file.runner.run("add", "New")

    #expect(run.status == 75)
    #expect(run.error == "Error: The file is busy: Ben's board (4711) holds it. Try again.\n")
    holder.letGo()
    #expect(try file.runner.json("list").elements.count == 3)
  }

  @Test func `keeps the board alive, which says whom it waits for and goes on`() throws {
    let board = try file.board()
    try board.waitForText("Acme 1")
    let holder = try Holder(file.path)

    try board.type("L")
    try board.waitForText("waiting for Ben's board (4711)")
    holder.letGo()

    try board.waitForText("saved")
    try board.type("q")
    #expect(try board.waitForExit() == .exited(0))
    let stages = try file.runner.json("list").elements.map { $0["stage"] }
    #expect(stages.contains("Contact Made"))
  }
}
