import TerminalModel
import Testing

/// Owners and customers' people in a real terminal.
@Suite struct `People on the board` {
  private let home: PrivateHome
  private let runner: CommandRunner

  init() throws {
    home = try PrivateHome()
    runner = try CommandRunner(home: home)
    try runner.succeed("people", "add", "Ana Souza", "--login", "ana")
    try runner.succeed("people", "add", "Ben Okafor", "--login", "ben")
    for title in ["One", "Two", "Three"] { try runner.succeed("add", title, "--owner", "ben") }
    try runner.succeed("add", "Four", "--owner", "ana")
    try runner.succeed("win", "3")
  }

  private func leave(_ board: ProgramSession) throws {
    try board.type("q")
    try board.waitForExit()
  }

  @Test func `A hands an owner's open deals over, and one undo gives them back`() throws {
    let board = try openBoard([], arguments: ["--as", "ana"], home: home)
    try board.type("A")
    try board.waitForText("Hand over all open deals of")
    try board.type("ben\r")
    try board.waitForText("2 deals of Ben Okafor go to")
    try board.type("ana\r")
    try board.waitForText("Handed 2 deals of Ben Okafor over to Ana Souza")
    try board.waitForText("saved ✓")
    #expect(try runner.json("list", "owner:ben").elements.map { $0["title"] } == ["Three"])

    try board.type("u")
    try board.waitForText("Taken back")
    try leave(board)
    #expect(try runner.json("list", "owner:ben").elements.count == 3)
    let last = try runner.json("log").elements.suffix(2)
    #expect(last.allSatisfy { $0["kind"] == "undone" && $0["actor"] == "Ana Souza" })
  }

  @Test func `t keeps how the person is reached, the deal shows it, and y copies it`() throws {
    let board = try openBoard([], arguments: ["--as", "ana"], home: home)
    try board.type("#1\r\r")
    try board.waitForText("One  #1")
    try board.type("y")
    try board.waitForText("One names no person: t sets person, phone and mail.")
    try board.type("tSam Fischer +49 30 901820 sam@one.example")
    try board.waitForText("phone +49 30 901820")
    try board.press(.enter)
    try board.waitForText("Phone     +49 30 901820")
    try board.waitForText("Mail      sam@one.example")
    try board.type("y")
    try board.waitForText("Copied: +49 30 901820")
    // OSC 52 carries "+49 30 901820" in Base64.
    #expect(board.model.clipboard == "KzQ5IDMwIDkwMTgyMA==")
    try board.type("y")
    try board.waitForText("Copied: sam@one.example")
    try board.press(.escape)
    try board.waitForNoText("Timeline")
    try leave(board)

    let deal = try runner.json("show", "1")
    #expect(deal["contact"] == "Sam Fischer")
    #expect(deal["phone"] == "+49 30 901820")
    #expect(deal["mail"] == "sam@one.example")
  }
}
