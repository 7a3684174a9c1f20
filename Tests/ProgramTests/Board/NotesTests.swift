import Foundation
import TerminalModel
import Testing

/// The long notes of a deal in the user's editor, in a real terminal.
@Suite struct `Notes in an editor` {
  private let home: PrivateHome
  private let runner: CommandRunner

  init() throws {
    home = try PrivateHome()
    runner = try CommandRunner(home: home)
    try runner.succeed("add", "Acme renewal")
  }

  /// An editor that says what it was given, appends the line that is typed, and ends with the status
  /// that the line begins with, where it begins with one.
  private func editor() throws -> String {
    try home.write(
      """
      #!/bin/sh
      echo "EDITING $# $(stat -c %a "$1") $(stat -c %a "$(dirname "$1")")"
      cat "$1"
      printf 'line? '
      read line
      case $line in
      fail) echo unsaved >> "$1"; exit 3 ;;
      wipe) : > "$1" ;;
      '') ;;
      *) printf "$line\\n" >> "$1" ;;
      esac
      """,
      to: "an editor"
    )
    guard chmod(home["an editor"], 0o700) == 0 else { throw UnusableEditor() }
    return "'\(home["an editor"])'"
  }

  private struct UnusableEditor: Error {}

  private func board() throws -> ProgramSession {
    try openBoard([], environment: ["VISUAL": try editor(), "EDITOR": "/bin/false"], home: home)
  }

  /// The folders that were made for editors and are still there.
  private func left() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: home["temporary"])
      .filter { $0.hasPrefix("dealboard-") }
  }

  @Test func `E opens them in VISUAL, in a file of one's own, and keeps what was written`() throws {
    let board = try board()
    try board.type("E")
    try board.waitForText("EDITING 1 600 700")
    try board.waitForText("line?")
    try board.type("asks for \\\\033[31mnet 60\r")
    try board.waitForText("Wrote the notes of Acme renewal")
    try board.waitForText("LEAD IN")

    try board.type("E")
    try board.waitForText("line?")
    #expect(board.screenText.contains("asks for"))
    try board.type("second line\r")
    try board.waitForText("Wrote the notes of Acme renewal")
    try board.press(.enter)
    try board.waitForText("Notes ─")
    try board.waitForText("second line")
    try board.type("q")
    try board.waitForExit()

    let log = try runner.json("log", "1")
    #expect(log.elements.map { $0["kind"] } == ["created", "long_notes", "long_notes"])
    #expect(
      try runner.json("show", "1")["notes"] == "asks for \u{FFFD}[31mnet 60\nsecond line"
    )
    #expect(try left().isEmpty)
    try runner.succeed("undo")
    #expect(try runner.json("show", "1")["notes"] == "asks for \u{FFFD}[31mnet 60")
  }

  @Test func `an editor that fails changes nothing and leaves its file`() throws {
    let board = try board()
    try board.type("E")
    try board.waitForText("line?")
    try board.type("fail\r")
    try board.waitForText("The editor ended with 3, so nothing was changed.")
    // The path is there to its end: /tmp/dealboard-test-XXXXXX/temporary/dealboard-XXXXXX/deal-1 are
    // the sixty letters of one line.
    #expect(board.screenText.contains("│ -notes.md. "))
    try board.press(.enter)
    try board.waitForNoText("Not saved")
    try board.type("q")
    try board.waitForExit()

    #expect(try runner.json("show", "1")["notes"] == nil)
    let folder = try #require(try left().first)
    let text = try home.read("temporary/\(folder)/deal-1-notes.md")
    #expect(text == "unsaved\n")
  }

  @Test func `an unchanged and an emptied text change nothing`() throws {
    let board = try board()
    try board.type("E")
    try board.waitForText("line?")
    try board.type("\r")
    try board.waitForText("The notes of Acme renewal are as they were.")
    try board.type("E")
    try board.waitForText("line?")
    try board.type("kept\r")
    try board.waitForText("Wrote the notes of Acme renewal")
    try board.type("E")
    try board.waitForText("line?")
    try board.type("wipe\r")
    try board.waitForText("The text is empty, so the notes of Acme renewal")
    try board.type("q")
    try board.waitForExit()

    #expect(try runner.json("show", "1")["notes"] == "kept")
    #expect(try left().isEmpty)
  }

  @Test func `what somebody else wrote meanwhile is not written over`() throws {
    let board = try board()
    try board.type("E")
    try board.waitForText("line?")
    try home.write("Ben's\n", to: "bens")
    let copy = "cp \(home["bens"])"
    #expect(
      try runner.run(["note", "1", "--edit", "--as", "Ben"], environment: ["VISUAL": copy]).status
        == 0
    )
    try board.type("mine\r")
    try board.waitForText("Ben changed Acme renewal first")
    try board.waitForText("What you wrote is in")
    #expect(try runner.json("show", "1")["notes"] == "Ben's")

    try board.press(.enter)
    try board.waitForNoText("Not saved")
    try board.waitForText("saved ✓")
    try board.type("q")
    try board.waitForExit()
    #expect(try runner.json("show", "1")["notes"] == "mine")
  }

  @Test func `the command does the same, and says what an editor is that is not here`() throws {
    let run = try runner.run(
      ["note", "1", "--edit"],
      environment: ["VISUAL": nil, "EDITOR": "/nonexistent/ed -w"]
    )
    #expect(run.status == 74)
    #expect(run.error.contains("The editor /nonexistent/ed cannot be started"))
    #expect(run.error.contains("Set VISUAL or EDITOR to one that is here."))
    let quote = try runner.run(["note", "1", "--edit"], environment: ["EDITOR": "vim 'x"])
    #expect(quote.error.contains("VISUAL or EDITOR is no command: vim 'x."))
    let both = try runner.run("note", "1", "a text", "--edit")
    #expect(both.status == 64)
    #expect(try left().isEmpty)

    try home.write("one\ntwo\n", to: "text")
    let written = try runner.run(
      ["note", "1", "--edit"],
      environment: ["EDITOR": "cp '\(home["text"])'"]
    )
    #expect(written.output.contains("Acme renewal: notes written"))
    #expect(try runner.succeed("show", "1").contains("\none\ntwo\n"))
    let again = try runner.run(["note", "1", "--edit"], environment: ["EDITOR": "true"])
    #expect(again.output.contains("nothing to change"))
    #expect(try runner.json("log", "1").elements.count == 2)
  }
}
