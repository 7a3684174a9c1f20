import Foundation
import TerminalModel
import Testing

@Suite struct `A board without a terminal that can show it` {
  @Test(arguments: [[], ["board"], ["demo"]])
  func `a pipe for its keys is refused with a sentence`(arguments: [String]) throws {
    let run = try ProgramRun.run(arguments, environment: ["TERM": "xterm-256color"])

    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.error.contains("needs a terminal for its keys"))
    #expect(run.error.split(separator: "\n").count == 1)
  }

  @Test(arguments: [[], ["demo"]])
  func `a pipe for its screen is refused with a sentence`(arguments: [String]) throws {
    let session = try piped(arguments, redirection: "| cat")

    #expect(try session.waitForExit() == .exited(64))
    #expect(session.screenText.contains("a terminal for"))
    #expect(session.screenText.contains("its screen"))
    #expect(try session.leftovers() == [])
  }

  @Test func `a file for its keys is refused with a sentence`() throws {
    let session = try piped([], redirection: "< /dev/null")

    #expect(try session.waitForExit() == .exited(64))
    #expect(session.screenText.contains("standard input is none"))
    #expect(try session.leftovers() == [])
  }

  @Test(arguments: ["dumb", "no-such-terminal", "", "xterm-256color/../../etc/passwd"])
  func `a terminal that cannot do it is refused with a sentence`(terminal: String) throws {
    let board = try ProgramSession([], terminal: terminal, columns: 200)

    #expect(try board.waitForExit() == .exited(64))
    #expect(board.screenText.contains("The terminal \"\(terminal)\""))
    #expect(board.screenText.contains("TERM"))
    #expect(try board.leftovers() == [])
  }

  @Test func `no TERM at all is refused with a sentence`() throws {
    let board = try ProgramSession([], environment: ["TERM": nil])

    #expect(try board.waitForExit() == .exited(64))
    #expect(board.screenText.contains("TERM"))
  }

  @Test func `a refused demo leaves no file behind`() throws {
    let demo = try ProgramSession(["demo"], terminal: "dumb")

    #expect(try demo.waitForExit() == .exited(64))

    #expect(try FileManager.default.contentsOfDirectory(atPath: demo.home["temporary"]) == [])
  }

  @Test func `commands need no terminal and no TERM`() throws {
    let run = try ProgramRun.run(["list", "--json"], environment: ["TERM": nil])

    #expect(run.status == 0)
    #expect(run.output == "[]\n")
  }

  /// The board as part of a shell's pipeline in a terminal, ending as the board ends.
  private func piped(_ arguments: [String], redirection: String) throws -> ProgramSession {
    let command = ([try ProgramPath.dealboard.path] + arguments).joined(separator: " ")
    return try ProgramSession(
      ["-c", "set -o pipefail; \(command) \(redirection)"],
      program: ProgramPath("/bin/bash")
    )
  }
}
