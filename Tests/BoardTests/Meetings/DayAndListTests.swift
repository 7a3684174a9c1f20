import Pipeline
import Testing

@testable import Board

/// Ana's day on Tuesday, 31 March 2026: a call two days late, a meeting at 15:00 and a mail today, a
/// task tomorrow, a call on Thursday, and one deal without a step.
@Suite struct DayScreenTests {
  private static func march(_ day: Int) -> Day { Day(year: 2026, month: 3, day: day) ?? .first }

  private static func planned(
    _ due: Day,
    _ kind: ActivityKind,
    _ text: String,
    at minute: Int16? = nil
  ) -> DealChange {
    .stepPlanned(
      PlannedStep(
        number: 1,
        due: due,
        minuteOfDay: minute,
        activity: Activity(kind: kind, text: text)
      )
    )
  }

  static let histories = [
    DealHistory.fixture(
      1,
      "Acme",
      48_000,
      created: march(20),
      owner: 1,
      then: [
        (march(20), planned(march(29), .call, "call CFO")), (march(20), .contactSet("Eva Smit")),
      ]
    ),
    DealHistory.fixture(
      2,
      "Borealis",
      created: march(20),
      owner: 1,
      then: [(march(20), planned(march(31), .mail, "send offer"))]
    ),
    DealHistory.fixture(
      3,
      "Cobalt",
      9_000,
      created: march(20),
      owner: 1,
      then: [(march(20), planned(march(31), .meeting, "demo", at: 900))]
    ),
    DealHistory.fixture(
      4,
      "Delta",
      created: march(20),
      owner: 1,
      then: [(march(20), planned(march(31) + 1, .task, "draft contract"))]
    ),
    DealHistory.fixture(
      5,
      "Ember",
      created: march(20),
      owner: 1,
      then: [(march(20), planned(march(31) + 2, .call, "call back", at: 570))]
    ),
    DealHistory.fixture(6, "Fjord", 700, created: march(20), owner: 1),
    DealHistory.fixture(
      7,
      "Theirs",
      created: march(20),
      owner: 2,
      then: [(march(20), planned(march(31), .call, "not mine"))]
    ),
  ]

  private func day(rows: Int = 24, columns: Int = 80) -> ReportBoard {
    var board = ReportBoard(Self.histories, rows: rows, columns: columns)
    board.source.contacts = [Contact(name: "Eva Smit", phone: "+31 6 1234", mail: "eva@acme.test")]
    board.type("g d")
    board.count()
    return board
  }

  @Test(arguments: ReportScreenTests.sizes)
  func `my day is drawn`(size: (rows: Int, columns: Int)) {
    Golden.expect(
      day(rows: size.rows, columns: size.columns).lines,
      toBe: "day-\(size.columns)x\(size.rows)"
    )
  }

  @Test func `overdue comes first, today goes by the hour, others' steps are not mine`() throws {
    let lines = day().lines
    let places = try ["OVERDUE 1", "call CFO", "TODAY 2", "15:00", "send offer", "TOMORROW 1"].map {
      text in
      try #require(lines.firstIndex { $0.contains(text) })
    }

    #expect(places == places.sorted())
    #expect(!lines.joined().contains("not mine"))
  }

  @Test func `d marks the step done, takes a word and asks for the next one`() {
    var board = day()
    board.type("d")
    board.write("wants an offer")
    #expect(board.screen.contains("call CFO done, then the next step"))
    board.type("enter")
    #expect(board.screen.contains("next step:"))
    board.write("mail offer thu")
    board.type("enter")
    board.save()
    board.count()

    #expect(!board.screen.contains("OVERDUE"))
    #expect(board.screen.contains("mail offer"))
  }

  @Test func `while the next step is asked for, the status line names the deal it is for`() {
    var board = day()
    board.type("d enter")
    board.save()
    board.count()

    #expect(board.screen.contains("next step:"))
    #expect(board.lines.last?.contains("Acme") == true, "\(board.lines.last ?? "")")
  }

  @Test func `a deal that is put aside until a later day is not asked for a step`() {
    var board = day()
    #expect(board.screen.contains("NO NEXT STEP 1"))
    board.type("G Z enter")
    board.save()
    board.count()

    #expect(!board.screen.contains("NO NEXT STEP"))
  }

  @Test func `y copies the phone, and once more the mail`() {
    var board = day()
    board.type("y y")

    let copied = board.effects.compactMap { effect -> String? in
      if case .copy(let text) = effect { text } else { nil }
    }
    #expect(copied == ["+31 6 1234", "eva@acme.test"])
  }

  @Test func `y says who is missing`() {
    var board = day()
    board.type("j y")

    #expect(board.screen.contains("names no person"))
  }
}

@Suite struct DealListTests {
  private static func march(_ day: Int) -> Day { Day(year: 2026, month: 3, day: day) ?? .first }

  private static let histories = [
    DealHistory.fixture(1, "Beta", 100, created: march(3), stage: 2, owner: 2),
    DealHistory.fixture(2, "acme", 900, created: march(2), stage: 1, owner: 1),
    DealHistory.fixture(3, "Çelik", created: march(1), stage: 1),
    DealHistory.fixture(
      4,
      "Won",
      5,
      created: march(1),
      then: [(march(2), .won)]
    ),
  ]

  private func list(rows: Int = 24, columns: Int = 80) -> ReportBoard {
    var board = ReportBoard(Self.histories, rows: rows, columns: columns)
    board.type("g l")
    board.count()
    return board
  }

  private func titles(_ board: ReportBoard) -> [String] {
    board.lines.dropFirst(3).dropLast(2).compactMap { line in
      ["Beta", "acme", "Çelik", "Won"].first { line.contains($0) }
    }
  }

  private func sorted(_ keys: String) -> [String] {
    var board = list()
    for key in keys.split(separator: " ") {
      board.type(String(key))
      board.count()
    }
    return titles(board)
  }

  @Test(arguments: ReportScreenTests.sizes)
  func `the list is drawn`(size: (rows: Int, columns: Int)) {
    Golden.expect(
      list(rows: size.rows, columns: size.columns).lines,
      toBe: "list-\(size.columns)x\(size.rows)"
    )
  }

  @Test func `it begins by stage, the oldest first where nothing is due`() {
    #expect(titles(list()) == ["acme", "Çelik", "Beta"])
  }

  @Test func `s sorts by the chosen column, and once more the other way`() {
    #expect(sorted("h h s") == ["acme", "Beta", "Çelik"])
    #expect(sorted("h h s s") == ["Çelik", "Beta", "acme"])
  }

  @Test func `the largest value comes first, and what has none comes last both ways`() {
    #expect(sorted("h s") == ["acme", "Beta", "Çelik"])
    #expect(sorted("h s s") == ["Beta", "acme", "Çelik"])
  }

  @Test func `the filter applies, and may ask for closed deals`() {
    var board = list()
    board.type("/")
    board.write("owner:ana")
    board.type("enter")
    board.count()
    #expect(titles(board) == ["acme"])

    board.type("/")
    for _ in 0..<9 { board.type("backspace") }
    board.write("status:won")
    board.type("enter")
    board.count()
    #expect(titles(board) == ["Won"])
  }

  @Test func `a closed deal is reopened from its row, and the title counts as the list does`() {
    var board = list(columns: 120)
    board.type("/")
    board.write("status:won")
    board.type("enter")
    board.count()

    #expect(board.lines[0].contains("0 of 3 open deals"))
    #expect(board.lines[1].contains("0 open, 1 won, 0 lost"))
    #expect(board.state.focusedDeal?.title == "Won")
    #expect(board.screen.contains("o reopen"))

    board.type("o")
    board.save()
    #expect(board.source.histories[3].deal()?.status.isOpen == true)
    #expect(board.state.message?.text == "Reopened Won")
  }

  @Test func `a key that a closed deal forbids says why`() {
    var board = list(columns: 120)
    board.type("/")
    board.write("status:won")
    board.type("enter")
    board.count()

    board.type("w")

    #expect(board.state.message?.text == "The deal is closed. Reopen it first.")
  }

  @Test func `keys change the deal at the cursor, and enter opens it`() {
    var board = list()
    board.type("j $")
    board.write("7k")
    board.type("enter")
    board.save()
    board.count()

    #expect(board.source.histories[2].deal()?.minorUnits == 700_000)
    board.type("enter")
    #expect(board.screen.contains("Çelik  #3"))
  }

  @Test func `v marks rows, and a step acts on all of them as one`() {
    var board = list()
    board.type("v j j v")
    #expect(board.screen.contains("* acme"))
    #expect(board.screen.contains("* Beta"))
    #expect(board.lines.last?.contains("* 2 marked") == true, "\(board.lines.last ?? "")")

    board.type("c")
    board.write("2026-05-01")
    board.type("enter")
    board.save()
    board.count()

    let closes = board.source.histories.prefix(3).map { $0.deal()?.expectedClose }
    #expect(closes == [Day(year: 2026, month: 5, day: 1), Day(year: 2026, month: 5, day: 1), nil])
    #expect(board.state.undoState.depth == 1)
  }

  @Test func `ctrl-a marks all that are listed, and esc takes the marks away before it leaves`() {
    var board = list()
    board.type("ctrl-a")
    #expect(board.state.marked.count == 3)

    board.type("esc")
    #expect(board.state.marked.isEmpty)
    #expect(board.screen.contains("LIST"))
    board.type("esc")
    #expect(!board.screen.contains("LIST"))
  }

  @Test func `a deal that stands in no column is not marked, and it says so`() {
    var board = list(columns: 120)
    board.type("/")
    board.write("status:lost")
    board.type("enter")
    board.count()
    #expect(titles(board) == [])
    board.source.histories[3] = .fixture(
      4,
      "Won",
      5,
      created: Self.march(1),
      then: [(Self.march(2), .lost(reason: nil))]
    )
    board.type("s s")
    board.count()

    board.type("v")

    #expect(board.state.message?.text == "What does not stand on the board cannot be marked.")
    #expect(board.state.marked.isEmpty)
  }

  @Test func `the cursor stays on its deal when others come and go`() {
    var board = list()
    board.type("j")
    #expect(board.state.focusedDeal?.title == "Çelik")
    board.source.histories[1] = .fixture(2, "acme", 900, created: Self.march(2), stage: 3, owner: 1)
    board.type("h h s")
    board.count()
    board.type("j j")

    #expect(board.state.focusedDeal?.title == "Çelik")
  }
}
