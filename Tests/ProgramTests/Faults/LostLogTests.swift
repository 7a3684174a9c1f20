import Foundation
import TerminalModel
import Testing

@Suite struct `A write-ahead log` {
  private let file: FaultyFile

  init() throws {
    file = try FaultyFile()
  }

  /// Leaves a log with one deal more, as a machine does that goes down under an open board.
  private func crash() throws {
    let board = try file.board()
    try board.waitForText("Acme 1")
    try file.runner.succeed("add", "Brick")
    try board.waitForText("Brick")
    try board.signal(SIGKILL)
    try board.waitForExit()
    let size = try FileManager.default.attributesOfItem(atPath: file.path + "-wal")[.size] as? Int
    #expect(try #require(size) > 0)
  }

  private func titles() throws -> [JSON] {
    try file.runner.json("list").elements.map { $0["title"] }
  }

  @Test func `brings everything back after a crash, and nothing needs to be said`() throws {
    try crash()

    let run = try file.runner.run("list")

    #expect(run.error.isEmpty)
    #expect(try titles() == ["Acme 1", "Acme 2", "Acme 3", "Brick"])
    #expect(try file.runner.run("doctor").status == 0)
  }

  @Test func `that was cut off in an unfinished frame loses that frame alone`() throws {
    try crash()
    let path = file.path + "-wal"
    var log = try Data(contentsOf: URL(fileURLWithPath: path))
    // A frame is a header of 24 bytes and a page; this one ends in the middle of the page.
    let frame = log[32..<32 + 24 + 2_000]
    log.append(frame)
    try log.write(to: URL(fileURLWithPath: path))

    let run = try file.runner.run("list")

    #expect(run.error.isEmpty)
    #expect(try titles().count == 4)
    #expect(try file.runner.run("doctor").status == 0)
  }

  @Test func `that was deleted is missed, until the file is accepted as it is`() throws {
    try crash()
    try FileManager.default.removeItem(atPath: file.path + "-wal")
    try? FileManager.default.removeItem(atPath: file.path + "-shm")

    let list = try file.runner.run("list")
    let doctor = try file.runner.run("doctor")

    #expect(list.status == 0)
    #expect(list.error.contains("The file went back in time: it ended with event 3, but event 4"))
    #expect(try titles().count == 3)
    #expect(doctor.status == 65)
    #expect(doctor.output.contains("went back in time"))
    // Two more changes have the lost ones' numbers, and the loss is no less known.
    for number in 1...2 { try file.runner.succeed("add", "New \(number)") }
    #expect(try file.runner.run("list").error.contains("it ended with event 3, but event 4"))
    #expect(try file.runner.run("doctor").status == 65)
    #expect(try file.runner.run("doctor", "--accept").status == 0)
    #expect(try file.runner.run("doctor").status == 0)
    #expect(try file.runner.run("list").error.isEmpty)
  }

  @Test func `that was deleted is missed by the board, which says so once`() throws {
    try crash()
    try FileManager.default.removeItem(atPath: file.path + "-wal")

    let board = try file.board()

    try board.waitForText("went back in time")
    try board.type("j")
    try board.waitForNoText("went back in time")
    try board.type("q")
    #expect(try board.waitForExit() == .exited(0))
  }
}
