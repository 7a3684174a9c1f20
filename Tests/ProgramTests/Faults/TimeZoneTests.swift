import Foundation
import TerminalModel
import Testing

@Suite struct `A workspace of a time zone that is unknown here` {
  private let file: FaultyFile

  init() throws {
    file = try FaultyFile()
    try file.runner.succeed("config", "--time-zone", "Europe/Amsterdam")
    let zone = try #require(try file.bytes.range(of: Data("Europe/Amsterdam".utf8)))
    try file.overwrite(at: zone.lowerBound, with: Data("Europe/Atlantis!".utf8))
  }

  @Test func `is refused by commands and by the board alike`() throws {
    let list = try file.runner.run("list")
    let board = try file.board()

    #expect(list.status == 65)
    #expect(list.error.contains("time zone, Europe/Atlantis!, is unknown on this machine."))
    #expect(try board.waitForExit() == .exited(65))
  }
}
