import Foundation
import TerminalModel
import Testing

@Suite struct `A file that another program holds` {
  private let file: FaultyFile

  init() throws {
    file = try FaultyFile()
  }

  @Test func `is busy after five seconds, and whoever holds it is named`() throws {
    let holder = try GateHolder(file.path)

    let run = try file.runner.run("add", "New")

    #expect(run.status == 75)
    #expect(run.error == "Error: The file is busy: Ben's board (4711) holds it. Try again.\n")
    holder.letGo()
    #expect(try file.runner.json("list").elements.count == 3)
  }

  @Test func `is busy after five seconds also where the other knows of no gate`() throws {
    let before = try file.bytes
    let lock = try DatabaseLock(file.path)

    for command in [["add", "New"], ["list"]] {
      let run = try file.runner.run(command)
      #expect(run.status == 75, "\(command)")
      #expect(
        run.error == "Error: The file is busy: another program holds it. Try again.\n",
        "\(command)"
      )
    }

    #expect(try file.bytes == before)
    lock.letGo()
    #expect(try file.runner.json("list").elements.count == 3)
  }

  @Test func `keeps the board alive, which says whom it waits for and goes on`() throws {
    let board = try file.board()
    try board.waitForText("Acme 1")
    let holder = try GateHolder(file.path)

    try board.type("L")
    try board.waitForText("waiting for Ben's board (4711)")
    holder.letGo()

    try board.waitForText("saved ✓")
    try board.type("q")
    #expect(try board.waitForExit() == .exited(0))
    let stages = try file.runner.json("list").elements.map { $0["stage"] }
    #expect(stages.contains("Contact Made"))
  }

  @Test func `is left by quitting only once what was typed is in it`() throws {
    // A phone number alone is no step of the deal.
    for number in 1...3 { try file.runner.succeed("edit", "\(number)", "--contact", "Sam Fischer") }
    let board = try file.board()
    try board.waitForText("Acme 1")
    let holder = try GateHolder(file.path)

    try board.type("t")
    try board.waitForText("Sam Fischer")
    try board.type("Sam Fischer +49 30 901820")
    try board.waitForText("phone +49 30 901820")
    try board.press(.enter)
    try board.waitForText("waiting for Ben's board (4711)")
    try board.type("q")
    try board.waitForText("Saving, then quitting.")
    holder.letGo()

    #expect(try board.waitForExit() == .exited(0))
    let phones = try file.runner.json("list").elements.compactMap { $0["id"].number }
      .map { try file.runner.json("show", "\(Int($0))")["phone"] }
    #expect(phones.contains("+49 30 901820"))
  }
}
