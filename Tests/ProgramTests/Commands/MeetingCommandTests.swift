import Foundation
import TerminalModel
import Testing

@Suite struct `Commands for meetings` {
  private let runner: CommandRunner

  /// Ana and Ben; on 31 March Acme was sent on by Ben, Beta's call is two days late, Gamma was won.
  init() throws {
    runner = try CommandRunner()
    try runner.succeed("people", "add", "Ana Souza", "--login", "ana")
    try runner.succeed("people", "add", "Ben Okafor", "--login", "ben")
    try runner.succeed("add", "Acme", "--value", "48k", "--owner", "ana", "--on", "2026-03-02")
    try runner.succeed("add", "Beta", "--owner", "ana", "--on", "2026-03-02")
    try runner.succeed("add", "Gamma", "--value", "5k", "--owner", "ben", "--on", "2026-03-02")
    let early = try CommandRunner(today: "2026-03-20", home: runner.home)
    try early.succeed("activity", "2", "call CFO", "--due", "2026-03-29", "--kind", "call")
    try runner.succeed("move", "1", "3", "--as", "ben")
    try runner.succeed("win", "3", "--as", "ben")
  }

  @Test func `review tells what became of the deals, and which need a decision and why`() throws {
    let review = try runner.json("review")

    #expect(review["since"]["day"] == "2026-03-24")
    #expect(review["news"].elements.map { $0["kind"] } == ["won", "moved"])
    #expect(review["news"][1]["from"] == "Lead In")
    #expect(review["news"][1]["to"] == "Demo Scheduled")
    #expect(review["news"][1]["actor"] == "Ben Okafor")
    #expect(review["waterfall"]["EUR"]["won"]["value"] == 5000)
    #expect(review["queue"].elements.map { $0["title"] } == ["Beta", "Acme"])
    #expect(review["queue"][0]["reasons"].elements.map { $0["reason"] } == ["overdue", "no_value"])
    #expect(review["queue"][0]["reasons"][0]["days"] == 2)
    #expect(review["reasons"]["overdue"] == 1)
  }

  @Test func `review takes one owner's deals, or the n with most value`() throws {
    #expect(try runner.json("review", "--owner", "ben")["queue"].elements.isEmpty)
    let top = try runner.json("review", "--top", "1")["queue"]
    #expect(top.elements.map { $0["title"] } == ["Acme"])
    #expect(try runner.run("review", "--top", "1", "--by-owner").status == 64)
    #expect(try runner.run("review", "--since", "today").status == 64)
  }

  @Test func `standup goes back to the day before, and names who acted for another`() throws {
    let standup = try runner.json("standup")

    // The end of the 29th: what was done on the 30th is told.
    #expect(standup["since"]["day"] == "2026-03-29")
    // Ben owns no open deal any more.
    #expect(standup["people"].elements.map { $0["name"] } == ["Ana Souza"])
    #expect(standup["people"][0]["news"][0]["actor"] == "Ben Okafor")
    #expect(standup["people"][0]["due"][0]["days_late"] == 2)
  }

  @Test func `a standup that was never held tells what was done the day before`() throws {
    let yesterday = try CommandRunner(today: "2026-03-30", home: runner.home)
    try yesterday.succeed("add", "Delta", "--value", "7k", "--owner", "ben")

    let minutes = try runner.succeed("standup", "--minutes", "-")

    #expect(minutes.contains("**Delta**, €7,000: new"))
  }

  @Test func `keep and snooze are told apart in the log, also with a word why`() throws {
    try runner.succeed("keep", "1", "budget", "--until", "2026-04-14", "--as", "ana")
    try runner.succeed("snooze", "2", "+2w", "holiday", "--as", "ana")

    let log = try runner.succeed("log")

    #expect(log.contains("kept until 2026-04-14: budget"))
    #expect(log.contains("put aside until 2026-04-14: holiday"))
  }

  @Test func `day does not ask for a step of a deal that was put aside until later`() throws {
    try runner.succeed("snooze", "1", "+2w", "--as", "ana")

    #expect(try runner.json("day", "--as", "ana")["without_step"].elements.isEmpty)
    let later = try CommandRunner(today: "2026-04-14", home: runner.home)
    #expect(
      try later.json("day", "--as", "ana")["without_step"].elements.map { $0["title"] } == ["Acme"]
    )
  }

  @Test func `an activity's kind is what its first word says`() throws {
    try runner.succeed("activity", "1", "call the CFO", "--due", "fri 3 apr", "--time", "4pm")

    let step = try runner.json("show", "1")["steps"][0]
    #expect(step["kind"] == "call")
    #expect(step["due"] == "2026-04-03")
    #expect(try runner.succeed("log").contains("planned for 2026-04-03: call the CFO"))
  }

  @Test func `standup writes Markdown to standard output or to a file, and never through a link`()
    throws
  {
    let written = try runner.run("standup", "--minutes", "-")
    let path = runner.home["standup.md"]
    let innocent = runner.home["innocent.txt"]
    try "mine".write(toFile: innocent, atomically: true, encoding: .utf8)
    let link = runner.home["link.md"]
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: innocent)

    let toFile = try runner.run("standup", "--minutes", path)
    let toLink = try runner.run("standup", "--minutes", link)

    #expect(
      written.output == """
        # Standup: Sales, Tue 31 Mar 2026

        Since the end of Sun 29 Mar 2026.

        ## Ana Souza

        Since then:

        - **Acme**, €48,000: Lead In → Demo Scheduled (by Ben Okafor)

        Today:

        - overdue by 2 days: call CFO, **Beta**

        """
    )
    #expect(toFile.status == 0)
    #expect(toFile.output == "")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == written.output)
    #expect(toLink.status == 73)
    #expect(try String(contentsOfFile: innocent, encoding: .utf8) == "mine")
  }

  @Test func `standup does not write where there is no folder`() throws {
    let run = try runner.run("standup", "--minutes", runner.home["nowhere/standup.md"])

    #expect(run.status == 66)
    #expect(run.error.contains("folder"))
  }

  @Test func `day sorts a person's steps, and wants to know whose day it is`() throws {
    let day = try runner.json("day", "--as", "ana")

    #expect(day["name"] == "Ana Souza")
    #expect(day["overdue"].elements.map { $0["title"] } == ["Beta"])
    #expect(day["overdue"][0]["step"]["kind"] == "call")
    #expect(day["without_step"].elements.map { $0["title"] } == ["Acme"])
    #expect(try runner.run("day", "--as", "nobody").status == 64)
    #expect(try runner.run("day", "--owner", "ana").output.contains("call CFO"))
  }

  @Test func `nothing is made where there is no file`() throws {
    let empty = try CommandRunner()

    #expect(try empty.json("review")["queue"].elements.isEmpty)
    #expect(try empty.json("standup")["people"].elements.isEmpty)
    #expect(!empty.fileExists)
  }
}
