import Pipeline
import Testing

@testable import Board

/// Undo and redo, and the second `u`.
struct UndoTests {
  private var board = TestBoard.salesTeam(columns: 120)

  @Test
  mutating func `u takes the last step back and says which`() {
    board.press("L")
    #expect(board.status.contains("undo: 1"))

    board.press("u")

    #expect(board.stage(of: 3) == 0)
    #expect(board.said == "Taken back: move Cobalt Labs to Qualified")
    #expect(board.focused == "Cobalt Labs")
  }

  @Test
  mutating func `what u takes back is readable to its end on the smallest screen`() {
    board.act(.resized(rows: 20, columns: 40))
    board.press("L u")

    let text = board.lines.suffix(3).map { $0.trimmingBlanks }.joined(separator: " ")
    #expect(text.contains("Taken back: move Cobalt Labs to Qualified"), "\(text)")
  }

  @Test
  mutating func `ctrl-r makes it again`() {
    board.press("L u ctrl-r")

    #expect(board.stage(of: 3) == 1)
    #expect(board.said == "Made again: move Cobalt Labs to Qualified")
  }

  @Test
  mutating func `steps are taken back one after the other`() {
    board.press("w j D u u")

    #expect(board.stage(of: 3) == 0)
    #expect(board.state.figures.open.deals == 29)
  }

  @Test
  mutating func `a deal that was added is gone again`() {
    board.press("a")
    board.type("Nimbus")
    board.press("enter u")

    #expect(board.state.figures.open.deals == 29)
    #expect(!board.lines.dropLast().contains { $0.contains("Nimbus") })
  }

  @Test
  mutating func `with nothing to take back it says so`() {
    board.press("u")
    #expect(board.said == "Nothing to undo.")

    board.press("ctrl-r")
    #expect(board.said == "Nothing to redo.")
  }

  @Test
  mutating func `a step of one's own from elsewhere is the next one to be taken back`() throws {
    board.press("L")
    let news = board.store.elsewhere(2, .won, summary: "win Borealis pilot")
    board.act(try #require(news))
    #expect(board.status.contains("undo: 2"))

    board.press("u")

    #expect(board.said == "Taken back: win Borealis pilot")
    #expect(board.stage(of: 2) == 0)
    #expect(board.stage(of: 3) == 1)
  }

  @Test
  mutating func `undo names the step that was seen, and touches no other one`() throws {
    board.press("L")
    // Made elsewhere, and not heard of here yet.
    _ = board.store.elsewhere(2, .won, summary: "win Borealis pilot")

    board.press("u")

    #expect(board.said == "Another step of yours is next by now.")
    #expect(board.store[2]?.status.isWon == true)
    #expect(board.stage(of: 3) == 1)
  }

  @Test
  mutating func `undo waits for what is being saved, and takes that back`() throws {
    board.press("L")
    board.storeIsSilent = true
    board.press("j")
    let title = try #require(board.focused)
    board.press("w u")
    #expect(!board.effects.contains { if case .undo = $0 { true } else { false } })

    board.storeIsSilent = false

    #expect(board.said == "Taken back: win \(title)")
    #expect(board.stage(of: 3) == 1)
    #expect(board.state.figures.open.deals == 29)
  }

  @Test
  mutating func `the first step of a run is taken back though it is being saved`() {
    board.storeIsSilent = true
    board.press("L u")
    #expect(board.said == nil)

    board.storeIsSilent = false

    #expect(board.stage(of: 3) == 0)
    #expect(board.said == "Taken back: move Cobalt Labs to Qualified")
  }

  @Test
  mutating func `after a goal u says that it is no step, and a second u goes on`() {
    board.press("L g c E")
    board.type("9k")
    board.press("enter u")

    #expect(
      board.said
        == "A goal is no undo step: E sets or removes it. "
        + "u again takes back: move Cobalt Labs to Qualified"
    )
    #expect(board.stage(of: 3) == 1)

    board.press("u")
    #expect(board.stage(of: 3) == 0)
  }

  @Test
  mutating func `after a goal u names what changes it where there is no step at all`() {
    board.press("g c E")
    board.type("9k")
    board.press("enter u")

    #expect(board.said == "A goal is no undo step: E sets or removes it.")
  }

  @Test
  mutating func `after saying who one is u says that it is no step, and a second u goes on`() {
    board = TestBoard.salesTeam(columns: 160) { $0.me = nil }
    board.press("L i")
    board.type("Zoe Zimmer")
    board.press("enter u")

    #expect(
      board.said
        == "Who you are is no undo step: dealboard people set changes it. "
        + "u again takes back: move Cobalt Labs to Qualified"
    )
    #expect(board.stage(of: 3) == 1)

    board.press("u")
    #expect(board.stage(of: 3) == 0)
  }

  @Test
  mutating func `after a baseline u asks once, also for a step that asks by itself`() {
    board.state.undoState = UndoState(undo: Self.step(earlier: true), depth: 1)
    board.press("g n S")
    board.type("Q1")
    board.press("enter u")

    #expect(
      board.said
        == "A baseline is no undo step: S saves one, B and del removes it. u again takes back: "
        + "move Acme renewal to Qualified (of an earlier day or run)"
    )
    board.press("u")
    #expect(board.effects.contains { if case .undo = $0 { true } else { false } })
  }

  @Test
  mutating func `a step after a goal is taken back at once`() {
    board.press("g c E")
    board.type("9k")
    board.press("enter esc L u")

    #expect(board.said == "Taken back: move Cobalt Labs to Qualified")
  }

  private static func step(
    events: Int = 1,
    isImport: Bool = false,
    earlier: Bool = false
  )
    -> ChangeStep
  {
    ChangeStep(
      id: numbered(99),
      actor: "Anna Kern",
      summary: "move Acme renewal to Qualified",
      eventCount: events,
      recordedAt: Instant(
        milliseconds: TestBoard.clock.now.milliseconds - (earlier ? 3_600_000 : 0)
      ),
      isImport: isImport
    )
  }

  @Test(arguments: [
    (step(events: 21), "21 changes"), (step(isImport: true), "an import"),
    (step(earlier: true), "of an earlier day or run"),
  ])
  mutating func `a large step, an import and one of an earlier run ask for a second u`(
    step: ChangeStep,
    reason: String
  ) {
    board.state.undoState = UndoState(undo: step, depth: 3)

    board.press("u")
    #expect(board.said == "u again takes back: move Acme renewal to Qualified (\(reason))")
    #expect(!board.effects.contains { if case .undo = $0 { true } else { false } })

    board.press("u")
    #expect(board.effects.contains { if case .undo = $0 { true } else { false } })
  }

  @Test
  mutating func `another key between the two forgets the question`() {
    board.state.undoState = UndoState(undo: Self.step(earlier: true), depth: 1)

    board.press("u j u")

    #expect(!board.effects.contains { if case .undo = $0 { true } else { false } })
    #expect(board.said?.hasPrefix("u again takes back") == true)
  }

  @Test
  mutating func `twenty changes are taken back at once`() {
    board.state.undoState = UndoState(undo: Self.step(events: 20), depth: 1)

    board.press("u")

    #expect(board.effects.contains { if case .undo = $0 { true } else { false } })
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }
}
