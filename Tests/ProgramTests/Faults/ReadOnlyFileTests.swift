import Foundation
import TerminalModel
import Testing

/// Permissions do not bind root, so the program runs as somebody else.
@Suite(.enabled(if: SharedHost.isPossible, "only root may act as several users"))
struct `A file that may only be read` {
  private let host: SharedHost
  private let ana = SharedHost.people[0]
  private let zed = SharedHost.stranger

  init() throws {
    host = try SharedHost()
    #expect(try host.run(ana, "add", "Acme").status == 0)
  }

  private func bytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: host.file)) }

  @Test func `is shown by commands and by the board, and not changed`() throws {
    chmod(host.folder, 0o777)
    chmod(host.file, 0o444)
    chmod(host.file + "-gate", 0o666)
    let before = try bytes()

    let list = try host.run(zed, "list")
    let add = try host.run(zed, "add", "New")
    let board = try host.board(zed)
    try board.waitForText("Acme")
    try board.type("L")
    try board.waitForText("may only be read")
    try board.type("q")

    #expect(try board.waitForExit() == .exited(0))
    #expect(list.status == 0)
    #expect(list.output.contains("Acme"))
    #expect(add.status == 77)
    #expect(add.error.contains("may only be read: you have no right to write it"))
    #expect(try bytes() == before)
  }

  @Test func `is read again and again by its owner, and changed once it may be`() throws {
    unlink(host.file + "-gate")
    chmod(host.file, 0o444)

    #expect(try host.run(ana, "list").status == 0)
    #expect(try host.run(ana, "list").status == 0)
    #expect(try host.run(ana, "add", "New").status == 77)

    chmod(host.file, 0o600)
    #expect(try host.run(ana, "add", "New").status == 0)
  }

  @Test func `where a new one may not be made, that is said of it`() throws {
    for name in try host.names { unlink(host.folder + "/" + name) }
    chmod(host.folder, 0o555)

    let run = try host.run(ana, "add", "New")

    #expect(run.status == 73)
    #expect(run.error.contains("pipeline.db cannot be made: its folder may not be written."))
    #expect(try host.names == [])
  }

  @Test func `in a folder that may not be written says what to do`() throws {
    chmod(host.folder, 0o555)
    chmod(host.file, 0o644)
    chmod(host.file + "-gate", 0o644)
    let before = try bytes()

    for (command, word) in [("list", "acme"), ("log", "1"), ("add", "New"), ("win", "1")] {
      let run = try host.run(zed, command, word)
      #expect(run.status == 77, "\(command)")
      #expect(run.error.contains("Copy the file elsewhere, or open a backup."), "\(command)")
    }
    let board = try host.board(zed)

    #expect(try board.waitForExit() == .exited(77))
    let said = board.model.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains("Copy the file elsewhere, or open a backup."))
    #expect(try bytes() == before)
  }
}
