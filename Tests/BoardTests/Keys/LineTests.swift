import Pipeline
import Testing

@testable import Board

/// The lines to type into over the footer, and their errors.
struct LineTests {
  private var board = TestBoard.salesTeam(columns: 120)

  private mutating func enter(_ key: String, _ text: String) {
    board.press("\(key) ctrl-u")
    board.type(text)
    board.press("enter")
  }

  @Test
  mutating func `a adds a deal to the focused stage, and it is yours`() throws {
    board.press("2")
    enter("a", "Nimbus 48k close:eoq label:hot")

    let deal = try #require(board.state.focusedDeal)
    #expect(deal.title == "Nimbus")
    #expect(deal.minorUnits == 4_800_000)
    #expect(deal.stage == numbered(2))
    #expect(deal.expectedClose == day(12, 31))
    #expect(deal.owner == numbered(1))
    #expect(deal.labels == ["hot"])
    #expect(board.state.focus.column == .stage(1))
  }

  @Test
  mutating func `an owner that is named owns the new deal`() throws {
    enter("a", "Nimbus owner:rita")

    #expect(board.state.focusedDeal?.owner == numbered(3))
  }

  @Test
  mutating func `a new deal is nobody's where the line says so`() throws {
    board.press("a")
    board.type("Nimbus @nobody")
    #expect(board.footer.contains("→ Nimbus · Lead · nobody"))
    board.press("enter")

    let deal = try #require(board.state.focusedDeal)
    #expect(deal.title == "Nimbus")
    #expect(deal.owner == nil)
  }

  @Test
  mutating func `the form takes the owner away under the word that the deal then shows`() {
    board.press("w e tab tab tab ctrl-u")
    board.type("nobody")
    board.press("enter")

    #expect(board.requests.last?.changes.map(\.change) == [.ownerSet(nil)])
  }

  @Test
  mutating func `what was understood stands beside the line as it is typed`() {
    board.press("a")
    board.type("Nimbus 48k close:eoq")

    #expect(board.footer.contains("add: Nimbus 48k close:eoq"))
    #expect(board.footer.contains("→ Nimbus · $48,000 · Lead · close 31 Dec · Anna Kern"))
  }

  @Test
  mutating func `a currency of long ago is one in a line only where deals are in it`() throws {
    let marks = try #require(Currency(code: "DEM"))
    board.press("a")
    board.type("Nimbus 5 DEM")
    #expect(board.footer.contains("→ Nimbus 5 DEM · Lead"))

    board.press("esc")
    board.others(3, .valued(8_800_000, marks))
    board.press("a")
    board.type("Nimbus 5 DEM")
    #expect(board.footer.contains("→ Nimbus · DEM 5 · Lead"), "\(board.footer)")
  }

  @Test(arguments: [
    ("$", "99k", DealChange.valued(8_800_000, .dollar)),
    ("c", "eoq", .expectedCloseSet(day(12, 1))),
    ("W", "today 99k", .valued(8_800_000, .dollar)),
    ("Z", "+2w budget", .snoozed(until: day(12, 24), reason: nil)),
  ])
  mutating func `a line asks before it writes over what others did while it was open`(
    key: String,
    text: String,
    theirs: DealChange
  ) throws {
    board.press("\(key) ctrl-u")
    board.type(text)
    board.others(3, theirs)
    let revision = try #require(board.store[3]?.revision)
    board.press("enter")

    #expect(board.screen.contains("Rita Sato changed Cobalt Labs first."))
    #expect(board.store[3]?.revision == revision)

    board.press("enter")
    #expect(try #require(board.store[3]?.revision) > revision)
  }

  @Test
  mutating func `a line over marked deals asks where one of them was changed`() {
    board.press("v j v $ ctrl-u")
    board.type("5k")
    board.others(3, .valued(8_800_000, .dollar))
    board.press("enter")

    #expect(board.screen.contains("Rita Sato changed Cobalt Labs first."))
  }

  @Test(arguments: [
    ("a", "", "A deal needs a title."),
    (
      "a", "Nimbus owner:zed",
      "Nothing is called \"zed\"; there is Anna Kern, Jonas Meyer, Rita Sato."
    ),
    (
      "a", "Nimbus close:someday",
      "close:someday names no day. Write fri, +2w, eom, 31-3 or 2026-03-31."
    ),
    ("$", "lots", "\"lots\" is not an amount. Write it as 48000, 48k or 1.2m."),
    ("$", "1.234", "\"1.234\" may be thousands or decimals. Write 1000 or 1.00."),
    ("$", "-5", "A value cannot be below zero."),
    ("c", "31-2", "\"31-2\" names no day. Write fri, +2w, eom, eoq, 31-3 or 2026-03-31."),
    ("n", "call CFO", "When? Add a day: today, tue, +2w, 31-3, and a time if you like."),
    ("n", "tomorrow 25:00", "\"25:00\" is no time of the day. Write 9:05 or 14:30."),
    ("n", "9:75 call", "\"9:75\" is no time of the day. Write 9:05 or 14:30."),
    ("n", "demo 2026-02-30", "There is no day 2026-02-30. Write fri, +2w, 31-3 or 2026-03-31."),
    ("n", "31-4 demo", "There is no day 31-4. Write fri, +2w, 31-3 or 2026-03-31."),
    (
      "n", "call about march numbers 10:00",
      "Is \"march\" the day? Write it last, as today, tue, +2w or 31-3."
    ),
    ("n", "call tue or wed about it", "\"tue\" or \"wed\"? Write the day that counts last."),
    ("n", "call Mon 4 Dec", "4 Dec is a Fri, not Mon."),
    ("N", "", "A note needs a word."),
    ("#", "x", "Type the number of a deal."),
  ])
  mutating func `what is wrong with a line is said beside it, and nothing changes`(
    key: String,
    text: String,
    sentence: String
  ) {
    board.act(.resized(rows: 24, columns: 200))

    enter(key, text)

    #expect(board.footer.contains(sentence))
    #expect(board.requests.isEmpty)
    #expect(!board.state.layers.isBoardOnTop)
  }

  @Test(arguments: [
    ("n", "call Fri 4 Dec 10:00", "→ call · 4 Dec 10:00 call"),
    ("n", "call CFO fri at 10:00", "→ call · Fri 10:00 call CFO"),
    ("c", "Thu 31 Dec", "→ Thu 2026-12-31"), ("c", "in 2 weeks", "→ Wed 2026-12-02"),
    ("Z", "in 2 weeks holiday", "→ until 2 Dec · holiday"),
    ("W", "tue 12k", "→ Tue · $12,000"),
  ])
  mutating func `a day of several words is understood in every line, and shown`(
    key: String,
    text: String,
    understood: String
  ) {
    board.act(.resized(rows: 24, columns: 200))
    board.press("\(key) ctrl-u")
    board.type(text)

    #expect(board.footer.contains(understood), "\(board.footer)")
  }

  @Test
  mutating func `tab takes the word that is offered, and the footer says so while there is one`() {
    board.press("a")
    board.type("Nimbus owner:rit")
    #expect(board.screen.contains("tab complete"))
    board.press("tab")

    #expect(board.footer.contains("add: Nimbus owner:\"Rita Sato\""))
    #expect(!board.screen.contains("tab complete"))
  }

  @Test
  mutating func `a word that looks like a field of a new deal and is none is named`() {
    board.act(.resized(rows: 24, columns: 200))
    board.press("a")
    board.type("Foo 10k person:Bob close:tomorrow")

    // It has no room beside the line.
    #expect(board.status.contains("person:Bob is nothing of a deal; there is owner:, close:,"))
    board.press("enter")
    #expect(board.requests.isEmpty)
  }

  @Test
  mutating func `a preview that has no room beside a long line stands under it`() {
    board.act(.resized(rows: 24, columns: 80))
    board.press("a")
    board.type("A rather long title of a deal that fills the whole line 48k close:eoq")

    // What was understood goes before the keys in full.
    #expect(board.status.contains("→ A rather long title of a deal that fills the whole line"))
    #expect(board.status.contains("ent/esc"))
  }

  @Test(arguments: ["a", "n", "N", "$", "c", "W", "#", "r", "/"])
  mutating func `a line names the keys that take it and leave it`(key: String) {
    for (rows, columns) in [(24, 80), (40, 120)] {
      board.act(.resized(rows: rows, columns: columns))
      board.press(key)

      #expect(board.status.contains("ent "))
      #expect(board.status.contains("  esc "))
      board.press("esc")
      #expect(board.state.layers.isBoardOnTop)
    }
  }

  @Test
  mutating func `a dollar sets the value, and an empty line takes it away`() {
    board.press("$")
    #expect(board.footer.contains("value: 22000"))
    board.press("ctrl-u")
    board.type("30k")
    board.press("enter")
    #expect(board.state.workspace[numbered(3)]?.minorUnits == 3_000_000)
    // 252.7 + 8 = 260.7
    #expect(board.lines[2].contains("$261k"))

    enter("$", "")

    #expect(board.state.workspace[numbered(3)]?.minorUnits == nil)
  }

  @Test
  mutating func `what a line holds already gives way to the first letter`() {
    board.press("$")
    #expect(board.footer.contains("value: 22000"))
    board.type("5k")
    #expect(board.footer.contains("value: 5k"))
    board.press("enter")
    #expect(board.state.workspace[numbered(3)]?.minorUnits == 500_000)

    board.press("Z")
    board.type("+2w budget")
    board.press("enter")
    #expect(
      board.requests.last?.changes.map(\.change)
        == [.snoozed(until: day(12, 2), reason: "budget")]
    )

    board.press("W")
    board.type("yesterday 9k")
    #expect(board.footer.contains("won on, for: yesterday 9k"))
  }

  @Test(arguments: ["right", "left", "home", "end", "ctrl-e"])
  mutating func `who moves in what a line holds edits it`(key: String) {
    board.press("$ \(key) end")
    board.type("0")

    #expect(board.footer.contains("value: 220000"))
  }

  @Test
  mutating func `backspace takes all of it away, and enter takes it as it is`() {
    board.press("$ backspace")
    #expect(board.footer.contains("48k, 7500.50, 1.2m; empty: none"))
    board.press("esc Z enter")

    #expect(
      board.requests.last?.changes.map(\.change) == [.snoozed(until: day(11, 25), reason: nil)]
    )
  }

  @Test
  mutating func `c sets the expected close`() {
    enter("c", "eom")

    #expect(board.state.workspace[numbered(3)]?.expectedClose == day(11, 30))
  }

  @Test
  mutating func `n plans the next step instead of the one there is`() throws {
    enter("n", "call CFO tue 10:00")

    let step = try #require(board.state.workspace[numbered(3)]?.nextStep)
    #expect(step.due == day(11, 24))
    #expect(step.minuteOfDay == 600)
    #expect(step.activity == Activity(kind: .call, text: "call CFO"))
    #expect(board.state.workspace[numbered(3)]?.steps.count == 1)
  }

  @Test
  mutating func `a card keeps its place until the focus leaves it`() {
    // Cobalt Labs stood first as overdue; planned for later it belongs further down.
    enter("n", "call tue")
    #expect(board.state.focus.row == 0)
    #expect(board.focused == "Cobalt Labs")

    board.press("j")
    #expect(board.focused == "Borealis pilot")
    #expect(board.state.focus.row == 0)
  }

  @Test
  mutating func `N writes a note`() {
    enter("N", "budget confirmed")

    #expect(board.requests.last?.changes.first?.change == .noted("budget confirmed"))
  }

  @Test
  mutating func `esc leaves a line without a change, backspace does so from an empty one`() {
    board.press("$")
    board.type("999")
    board.press("esc")
    #expect(board.state.layers.isBoardOnTop)

    board.press("a backspace")
    #expect(board.state.layers.isBoardOnTop)
    #expect(board.requests.isEmpty)
  }

  @Test
  mutating func `pasted text goes into a line on one line`() {
    board.press("a")
    board.act(.paste("Nimbus\n48k"))
    board.press("enter")

    #expect(board.state.focusedDeal?.title == "Nimbus")
    #expect(board.state.focusedDeal?.minorUnits == 4_800_000)
  }

  @Test
  mutating func `pasted text outside a field does nothing and says so`() {
    board.act(.paste("Dwx"))

    #expect(board.requests.isEmpty)
    #expect(board.said == "Pasted text goes into a field only: a adds a deal, / filters.")
  }

  @Test
  mutating func `what is wrong is said to its end on the narrowest screens`() {
    board.act(.resized(rows: 20, columns: 40))
    board.press("a")
    board.type("Foo 10k bogus:x")
    board.press("enter")

    let words = board.lines.suffix(8).joined().split(separator: " ").joined(separator: " ")
    #expect(words.contains("bogus:x is nothing of a deal; there is owner:, close:,"))
    #expect(words.contains("add: Foo 10k bogus:x"))
    // How to go on stands at its end.
    #expect(words.contains("In quotes it belongs to the title."))
  }

  @Test
  mutating func `a refusal that has no room takes the rows above`() {
    board.act(.resized(rows: 20, columns: 40))
    board.state.me = nil
    board.press("g d")

    let words = board.lines.suffix(5).joined().split(separator: " ").joined(separator: " ")
    #expect(words.contains("You are none of the team, so no day is yours. i says who you are."))
  }

  @Test
  mutating func `what was added is said in full, and taking it back leads back to where one was`() {
    board.act(.resized(rows: 24, columns: 160))
    enter("a", "Nimbus 48k close:eoq")
    #expect(board.said == "Added Nimbus · $48,000 · Lead · close 31 Dec · Anna Kern")
    #expect(board.focused == "Nimbus")

    board.press("u")
    #expect(board.focused == "Cobalt Labs")
  }

  @Test
  mutating func `undo does not reach behind a question, and what is sent again is said`() {
    board.press("w $ ctrl-u")
    board.type("5k")
    board.others(2, .valued(8_800_000, .dollar))
    board.press("enter")
    #expect(board.screen.contains("Not saved"))

    board.press("u")
    #expect(board.said == "u waits until this is answered: esc leaves it.")
    #expect(!board.effects.contains { if case .undo = $0 { true } else { false } })

    board.press("enter")
    #expect(board.said == "Saved: value Borealis pilot at $5,000")
    #expect(board.store[2]?.minorUnits == 500_000)
  }

  @Test
  mutating func `redo does not reach behind a line that is typed`() {
    board.press("w u $ ctrl-r")

    #expect(!board.effects.contains { if case .redo = $0 { true } else { false } })
  }

  @Test
  mutating func `the title gives way before what happened does`() {
    let title = "Migration of the whole warehouse estate to the new platform"
    board = TestBoard(.fixture([.fixture(1, title)]), rows: 20, columns: 60)
    enter("n", "call tue")

    #expect(board.status.contains(" Planned for Migrat"))
    #expect(board.status.contains("…: Tue call"))

    board.press("u")
    #expect(board.status.contains(" Taken back: plan for Migr"))
    #expect(board.status.contains("…: Tue call"))
  }

  @Test
  mutating func `a field of the form that is gone to gives way to the first letter`() {
    board.press("e tab")
    board.type("90")
    board.press("enter")

    #expect(board.state.workspace[numbered(3)]?.minorUnits == 9_000)
    #expect(board.said == "Edited Cobalt Labs: value $90")
  }

  @Test
  mutating func `a field of the form that one moves in is edited`() {
    board.press("e end")
    board.type(" X")
    board.press("enter")

    #expect(board.said == "Edited Cobalt Labs: title Cobalt Labs X")
  }
}
