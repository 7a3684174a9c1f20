import Foundation
import TerminalModel
import Testing

@Suite struct `A file under an open board` {
  private let file: FaultyFile
  private let board: ProgramSession

  init() throws {
    file = try FaultyFile()
    board = try file.board()
    try board.waitForText("Acme 1")
  }

  private func expectGone() throws {
    try board.waitForText("was replaced or removed")
    try board.type("j")
    try board.waitForNoText("was replaced or removed")
    try board.type("L")
    try board.waitForText("was replaced or removed")
    try board.type("q")
    #expect(try board.waitForExit() == .exited(0))
  }

  @Test func `is missed as soon as it was removed`() throws {
    try FileManager.default.removeItem(atPath: file.path)

    try expectGone()

    #expect(!FileManager.default.fileExists(atPath: file.path))
  }

  @Test func `is missed as soon as another took its place, which stays as it is`() throws {
    let other = try CommandRunner()
    try other.succeed("add", "Someone else's")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: other.file))
    try FileManager.default.moveItem(atPath: file.path, toPath: file.path + ".away")
    try file.write(bytes)

    try expectGone()

    #expect(try file.bytes == bytes)
  }
}
