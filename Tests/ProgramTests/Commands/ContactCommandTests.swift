import TerminalModel
import Testing

@Suite struct `Commands about persons and owners` {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
  }

  @Test func `add and edit keep how the person is reached`() throws {
    let added = try runner.json(
      "add",
      "Acme",
      "--contact",
      "Sam Fischer",
      "--phone",
      "+49 30 901820"
    )
    #expect(added["phone"] == "+49 30 901820")
    #expect(added["mail"] == nil)

    let edited = try runner.json("edit", "1", "--mail", "sam@acme.example")
    #expect(edited["phone"] == "+49 30 901820")
    #expect(edited["mail"] == "sam@acme.example")
    #expect(edited["revision"] == 1)

    #expect(try runner.json("edit", "1", "--phone", "none")["phone"] == nil)
    let shown = try runner.succeed("show", "1")
    #expect(shown.contains("Mail") && shown.contains("sam@acme.example"))
    #expect(!shown.contains("Phone"))
  }

  @Test func `another deal with the same person knows it too`() throws {
    try runner.succeed("add", "One", "--contact", "Sam", "--organization", "Acme", "--phone", "12")
    let other = try runner.json("add", "Two", "--contact", "sam", "--organization", "acme")
    let stranger = try runner.json("add", "Three", "--contact", "Sam", "--organization", "Beta")

    #expect(other["phone"] == "12")
    #expect(stranger["phone"] == nil)
  }

  @Test func `a phone without a person is refused with what to do`() throws {
    let run = try runner.run("add", "Acme", "--phone", "12")

    #expect(run.status == 64)
    #expect(
      run.error.contains(
        "The deal names no person whose phone and mail these are. Add --contact NAME."
      )
    )
    #expect(try runner.json("list").elements.isEmpty)
    try runner.succeed("add", "Acme", "--contact", "Sam")
    let address = try runner.run("edit", "1", "--mail", "sam")
    #expect(address.status == 64)
    #expect(address.error.contains("\"sam\" is no mail address. Write name@example.com."))
  }

  @Test func `people hand-over hands over the open deals as one undo step`() throws {
    try runner.succeed("people", "add", "Ana Souza")
    try runner.succeed("people", "add", "Ben Okafor")
    try runner.succeed("pipelines", "add", "Partners", "--stages", "Lead,Proposal")
    for title in ["One", "Two", "Three"] { try runner.succeed("add", title, "--owner", "ana") }
    try runner.succeed("add", "Four", "--owner", "ana", "--pipeline", "partners")
    try runner.succeed("add", "Five", "--owner", "ben")
    try runner.succeed("win", "3")

    let answer = try runner.json("people", "hand-over", "ana", "ben")
    #expect(answer["from"] == "Ana Souza")
    #expect(answer["to"] == "Ben Okafor")
    #expect(answer["deals"] == [1, 2, 4])
    #expect(try runner.json("list", "owner:ben").elements.count == 4)
    #expect(try runner.json("show", "3")["owner"] == "Ana Souza")

    let undone = try runner.succeed("undo")
    #expect(undone.contains("hand 3 deals of Ana Souza over to Ben Okafor (3 changes)"))
    // The three that came back, and the won one that never went.
    #expect(try runner.json("list", "owner:ana").elements.count == 4)
  }

  @Test func `hand-over can be of one pipeline, of closed deals too, and to nobody`() throws {
    try runner.succeed("people", "add", "Ana Souza")
    try runner.succeed("people", "add", "Ben Okafor")
    try runner.succeed("pipelines", "add", "Partners", "--stages", "Lead,Proposal")
    try runner.succeed("add", "One", "--owner", "ana")
    try runner.succeed("add", "Two", "--owner", "ana", "--pipeline", "partners")
    try runner.succeed("win", "1")

    let partners = try runner.json(
      "people",
      "hand-over",
      "ana",
      "none",
      "--pipeline",
      "partners"
    )
    #expect(partners["deals"] == [2])
    #expect(partners["to"] == nil)
    #expect(try runner.json("people", "hand-over", "ana", "ben", "--closed")["deals"] == [1])
    #expect(
      try runner.succeed("people", "hand-over", "ana", "ben")
        == "No open deal is Ana Souza's.\n"
    )
  }

  @Test(arguments: ["nobody", "none", "Nobody"])
  func `nobody is an owner under the word that the board has, and under none`(word: String) throws {
    let runner = try CommandRunner()
    try runner.succeed("people", "add", "Ana")
    try runner.succeed("people", "add", "Bo")
    try runner.succeed("add", "Acme", "--owner", "ana")
    try runner.succeed("add", "Beta", "--owner", "ana")

    try runner.succeed("people", "hand-over", "ana", word)
    #expect(try runner.json("list", "owner:\(word)").elements.count == 2)
    try runner.succeed("people", "hand-over", word, "bo")
    try runner.succeed("edit", "1", "--owner", word)

    #expect(try runner.json("list").elements.map { $0["owner"].text } == [nil, "Bo"])
    let figures = try runner.json("metrics", "--owner", word)
    #expect(figures["pipeline"].text == "Sales")
    let added = try runner.run("add", "Gamma @\(word)", "--as", "ana")
    #expect(added.error == "")
    #expect(try runner.json("show", "3")["owner"].text == nil)
  }

  @Test func `hand-over to oneself or to somebody who left is refused`() throws {
    try runner.succeed("people", "add", "Ana Souza")
    try runner.succeed("people", "add", "Ben Okafor")
    try runner.succeed("people", "set", "ben", "--left")

    let same = try runner.run("people", "hand-over", "ana", "AS")
    #expect(same.status == 64)
    #expect(same.error.contains("Both are Ana Souza. Name two different owners."))
    let left = try runner.run("people", "hand-over", "ana", "ben")
    #expect(left.status == 64)
    #expect(left.error.contains("Ben Okafor has left the team."))
    #expect(try runner.json("people", "hand-over", "ben", "ana")["deals"] == [])
  }
}
