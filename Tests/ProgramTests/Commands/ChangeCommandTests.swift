import TerminalModel
import Testing

@Suite struct `Commands that change deals` {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
  }

  @Test func `a reason typed otherwise takes the spelling that is there`() throws {
    let runner = try CommandRunner()
    try runner.succeed("add", "Acme")
    try runner.succeed("add", "Beta")
    try runner.succeed("lose", "1", "--reason", "Too expensive")

    try runner.succeed("lose", "2", "--reason", " too  Expensive")

    let reasons = try runner.json("list").elements.map { $0["lost_reason"].text }
    #expect(reasons == ["Too expensive", "Too expensive"])
  }

  @Test func `add prints the deal that it made`() throws {
    let deal = try runner.json(
      "add",
      "Acme",
      "renewal",
      "--value",
      "7500.50",
      "--stage",
      "demo",
      "--organization",
      "Acme",
      "--expected-close",
      "2026-06-30",
      "--label",
      "hot"
    )

    #expect(deal["id"] == 1)
    #expect(deal["title"] == "Acme renewal")
    #expect(deal["stage"] == "Demo Scheduled")
    #expect(deal["value"] == 7500.5)
    #expect(deal["currency"] == "EUR")
    #expect(deal["created"] == "2026-03-31")
    #expect(deal["expected_close"] == "2026-06-30")
    #expect(deal["labels"] == ["hot"])
    #expect(deal["probability"] == 40)
  }

  @Test(arguments: ["Proposal Made", "proposal", "4", "P"])
  func `move takes a stage's name, its beginning or its number`(stage: String) throws {
    try runner.succeed("add", "Acme")

    let deal = try runner.json("move", "1", stage)

    #expect(deal["stage"] == "Proposal Made")
    #expect(deal["path"] == ["Lead In", "Proposal Made"])
  }

  @Test func `add says why a deal has no owner`() throws {
    let first = try runner.run("add", "First")
    try runner.succeed("people", "add", "Ana Kovacs", "--login", "ana")
    let owned = try runner.run("add", "Owned", "--as", "ana")
    let unknown = try runner.run("add", "Unknown", "--as", "zed")
    let wanted = try runner.run("add", "Wanted", "--as", "zed", "--owner", "none")
    try runner.succeed("people", "set", "ana", "--left")
    let left = try runner.run("add", "Left", "--as", "ana")

    #expect([first, owned, wanted].map(\.error) == ["", "", ""])
    #expect(unknown.error.hasPrefix("zed is nobody of the team, so the deal has no owner."))
    #expect(unknown.error.hasSuffix("dealboard edit 3 --owner NAME\n"))
    #expect(left.error.hasPrefix("Ana Kovacs has left the team, so the deal has no owner."))
    let owners = try runner.json("list").elements.map { $0["owner"] }
    #expect(owners == [nil, "Ana Kovacs", nil, nil, nil])
  }

  @Test func `add reads beside the title what the board's line reads`() throws {
    try runner.succeed("people", "add", "Omar Haddad")
    let deal = try runner.json(
      "add",
      "Kestrel",
      "renewal",
      "48k",
      "close:2026-06-30",
      "@omar",
      "label:hot"
    )

    #expect(deal["title"] == "Kestrel renewal")
    #expect(deal["value"] == 48_000)
    #expect(deal["expected_close"] == "2026-06-30")
    #expect(deal["owner"] == "Omar Haddad")
    #expect(deal["labels"] == ["hot"])
  }

  @Test(arguments: [
    ["Area 51", "Area 51"], ["Windows 3.11", "Windows 3.11"], ["Say \"hi\"", "Say \"hi\""],
    ["Re: renewal", "Re: renewal"], ["\"@omar\" and Co", "@omar and Co"],
  ])
  func `a bare number, quotes and a word with a colon stay in the title`(words: [String]) throws {
    let deal = try runner.json("add", words[0])

    #expect(deal["title"] == .string(words[1]))
    #expect(deal["value"] == nil)
  }

  @Test func `an option goes before what stands in the words`() throws {
    let deal = try runner.json("add", "Acme 48k", "--value", "7")

    #expect(deal["title"] == "Acme 48k")
    #expect(deal["value"] == 7)
  }

  @Test(arguments: ["zed", "colour:red", "close:someday"])
  func `words that are read and mean nothing are refused and named`(word: String) throws {
    let refused = try runner.run("add", "Acme", word == "zed" ? "@zed" : word)

    #expect(refused.status == 64)
    #expect(refused.error.contains(word))
  }

  @Test func `a deal is found by the beginning of its title`() throws {
    try runner.succeed("add", "Acme renewal")
    try runner.succeed("add", "Borealis pilot")

    #expect(try runner.json("win", "bor")["id"] == 2)
  }

  @Test func `winning, losing and reopening leave what they say`() throws {
    try runner.succeed("add", "Acme")

    let won = try runner.json("win", "1", "--value", "900", "--on", "today")
    let reopened = try runner.json("reopen", "1")
    let lost = try runner.json("lose", "1", "--reason", "Too expensive")

    #expect(won["status"] == "won")
    #expect(won["value"] == 900)
    #expect(won["closed"] == "2026-03-31")
    #expect(reopened["status"] == "open")
    #expect(lost["status"] == "lost")
    #expect(lost["lost_reason"] == "Too expensive")
  }

  @Test func `edit changes what it names and clears with none`() throws {
    try runner.succeed("people", "add", "Ana Kovacs")
    try runner.succeed("add", "Acme", "--value", "48k", "--expected-close", "2026-06-30")

    let deal = try runner.json(
      "edit",
      "1",
      "--title",
      "Acme 2",
      "--value",
      "USD 52000",
      "--expected-close",
      "none",
      "--owner",
      "ana",
      "--probability",
      "75"
    )

    #expect(deal["title"] == "Acme 2")
    #expect(deal["value"] == 52000)
    #expect(deal["currency"] == "USD")
    #expect(deal["expected_close"] == nil)
    #expect(deal["owner"] == "Ana Kovacs")
    #expect(deal["own_probability"] == 75)
    #expect(try runner.json("edit", "1", "--probability", "none")["probability"] == 10)
  }

  @Test func `a deleted deal is no longer listed, and undo brings it back`() throws {
    try runner.succeed("add", "Acme")

    #expect(try runner.json("delete", "1")["status"] == "deleted")
    #expect(try runner.json("list") == [])
    try runner.succeed("undo")
    #expect(try runner.json("list")[0]["title"] == "Acme")
  }

  @Test func `undo and redo work across processes, step by step`() throws {
    try runner.succeed("add", "Acme")
    try runner.succeed("move", "1", "2")
    try runner.succeed("move", "1", "3")

    try runner.succeed("undo")
    try runner.succeed("undo")
    #expect(try runner.json("show", "1")["stage"] == "Lead In")
    try runner.succeed("redo")
    #expect(try runner.json("show", "1")["stage"] == "Contact Made")
    try runner.succeed("redo")
    #expect(try runner.json("show", "1")["stage"] == "Demo Scheduled")
  }

  @Test func `undo says how it goes on top of what somebody else did since`() throws {
    try runner.succeed("add", "Acme", "--as", "Ben")
    try runner.succeed("edit", "1", "--value", "5k", "--as", "Ana")
    try runner.succeed("edit", "1", "--value", "7k", "--as", "Ben")

    let run = try runner.run("undo", "--as", "Ana")
    #expect(run.status == 75)
    #expect(
      run.error == "Error: Ben changed Acme first. Nothing was saved; look at it and try again. "
        + "--on-top does it all the same.\n"
    )

    try runner.succeed("undo", "--on-top", "--as", "Ana")
    #expect(try runner.json("show", "1")["value"] == .null)
  }

  @Test(arguments: [
    (["goal", "set", "2027-Q1", "50k"], "a goal"),
    (["filters", "save", "big", "value:>50k"], "filter"),
    (["baseline", "save", "start"], "a baseline"),
    (["stages", "set", "2", "--idle-days", "12"], "stage"),
    (["edit", "1", "--phone", "+31 20 555"], "phone"), (["people", "add", "Eva"], "the team"),
  ])
  func `undo after what is no step says so, takes back nothing older, and says how to go on`(
    arguments: [String],
    what: String
  ) throws {
    try runner.succeed("add", "Acme")
    try runner.succeed("edit", "1", "--contact", "Sam", "--value", "5k")
    #expect(try runner.run(arguments).status == 0)

    let refused = try runner.run("undo")
    #expect(refused.status == 64)
    #expect(refused.error.contains(what), "\(refused.error)")
    #expect(refused.error.contains("`dealboard undo --step` takes back: edit Acme."))
    #expect(try runner.json("show", "1")["contact"] == "Sam")

    try runner.succeed("undo", "--step")
    #expect(try runner.json("show", "1")["contact"] == .null)
    // An undo is what was done last now, and the step before it follows.
    try runner.succeed("undo")
    #expect(try runner.json("list").elements.isEmpty)
  }

  @Test func `undo takes back one's own steps only`() throws {
    try runner.succeed("add", "Acme", "--as", "Ana")
    try runner.succeed("move", "1", "2", "--as", "Ben")

    let run = try runner.run("undo", "--as", "Cem")

    #expect(run.status == 0)
    #expect(run.output == "There is nothing of Cem's to undo.\n")
    try runner.succeed("undo", "--as", "Ben")
    #expect(try runner.json("show", "1")["stage"] == "Lead In")
  }

  @Test func `the log names what was taken back`() throws {
    try runner.succeed("add", "Acme")
    try runner.succeed("move", "1", "2")
    try runner.succeed("undo")

    let log = try runner.log().elements

    #expect(log.map { $0["kind"] } == ["created", "moved", "undone"])
    #expect(log[1]["before"] == "Lead In")
    #expect(log[1]["after"] == "Contact Made")
    #expect(log[2]["undoes"] == log[1]["seq"])
    #expect(log.map { $0["actor"] } == ["root", "root", "root"].map { _ in log[0]["actor"] })
    #expect(log.map { $0["day"] } == ["2026-03-31", "2026-03-31", "2026-03-31"])
  }

  @Test func `a planned step is done with what it took`() throws {
    try runner.succeed("add", "Acme")

    let planned = try runner.json(
      "activity",
      "1",
      "Demo for the board",
      "--due",
      "+3d",
      "--time",
      "14:00",
      "--kind",
      "meeting"
    )
    let done = try runner.json("done", "1", "--minutes", "45", "--text", "They want an offer")

    #expect(planned["steps"][0]["due"] == "2026-04-03")
    #expect(planned["steps"][0]["time"] == "14:00")
    #expect(done["steps"] == [])
    #expect(try runner.log()[2]["after"]["activity"]["minutes"] == 45)
  }

  @Test func `a new deal belongs to whoever acts`() throws {
    try runner.succeed("people", "add", "Ana Kovacs", "--login", "ana")

    #expect(try runner.json("add", "Acme", "--as", "ana")["owner"] == "Ana Kovacs")
    #expect(try runner.json("add", "Acme", "--as", "ana", "--owner", "none")["owner"] == nil)
    #expect(try runner.json("add", "Acme", "--as", "somebody")["owner"] == nil)
  }

  @Test func `two processes on one file lose nothing`() async throws {
    try runner.succeed("add", "Acme")
    let runner = runner

    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<2 {
        group.addTask {
          for number in 0..<5 { try runner.succeed("note", "1", "\(worker)-\(number)") }
        }
      }
      try await group.waitForAll()
    }

    let notes = try runner.log().elements.filter { $0["kind"] == "note" }
    #expect(Set(notes.compactMap { $0["after"].text }).count == 10)
    #expect(try runner.json("show", "1")["revision"] == 11)
  }

  @Test(arguments: ["none", "None", ""])
  func `edit clears each field that can be cleared`(nothing: String) throws {
    try runner.succeed("people", "add", "Ana Souza")
    let fields = [
      "organization": "Acme", "contact": "Jo Pell", "label": "hot", "value": "EUR 5",
      "probability": "40", "expected-close": "2026-04-05", "owner": "Ana",
    ]
    let pairs = fields.sorted { $0.key < $1.key }
    _ = try runner.run(["add", "Deal"] + pairs.flatMap { ["--\($0.key)", $0.value] })
    #expect(try runner.json("show", "1")["organization"] == "Acme")

    let run = try runner.run(["edit", "1"] + pairs.flatMap { ["--\($0.key)", nothing] })

    #expect(run.status == 0, "\(run.error)")
    let deal = try runner.json("show", "1")
    for name in ["organization", "contact", "value", "expected_close", "owner"] {
      #expect(deal[name] == .null, "\(name)")
    }
    #expect(deal["labels"].elements.isEmpty)
    // Its own is gone, so it is the first stage's.
    #expect(deal["probability"] == 10)
  }

  @Test func `add takes none for an organization and a contact as no name`() throws {
    try runner.succeed("add", "Deal", "--organization", "none", "--contact", "none")

    let deal = try runner.json("show", "1")
    #expect(deal["organization"] == .null)
    #expect(deal["contact"] == .null)
  }
}
