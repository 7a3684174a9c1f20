import Pipeline
import Testing

@testable import Board

@Suite struct ReportLoadingTests {
  private static let january = Day(year: 2026, month: 1, day: 10) ?? .first
  private static let march = Day(year: 2026, month: 3, day: 2) ?? .first

  private let histories = [
    DealHistory.fixture(1, "Acme renewal", 48_000, created: january, owner: 1),
    DealHistory.fixture(
      2,
      "Borealis pilot",
      9_500,
      created: january,
      then: [(march, .moved(to: Identifier(rawValue: 2)))]
    ),
  ]

  @Test func `g waits and lists where one can go`() {
    var board = ReportBoard(histories)

    board.type("g")

    #expect(board.screen.contains("go to"))
    #expect(board.screen.contains("f funnel"))
    #expect(board.screen.contains("g …"))
  }

  @Test func `a report says that it is counting until it is there`() {
    var board = ReportBoard(histories)

    board.type("g f")

    #expect(board.asked.count == 1)
    #expect(board.screen.contains("counting …"))

    board.count()

    #expect(!board.screen.contains("counting …"))
    #expect(board.screen.contains("Whole pipeline"))
  }

  @Test(arguments: ["esc", "g b"])
  func `the board is back after`(keys: String) {
    var board = ReportBoard(histories)
    board.type("g f")
    board.count()

    board.type(keys)

    #expect(board.state.layers.isBoardOnTop)
    #expect(board.screen.contains("Acme renewal"))
  }

  @Test func `a change marks the report as old and counts it anew once it is saved`() throws {
    var board = ReportBoard(histories)
    board.type("g f")
    board.count()

    let others = try #require(histories[0].deal()).noted(sequence: board.source.lastSequence() + 1)
    board.send(.othersChanged([others], UndoState()))

    #expect(board.screen.contains("counting …"))
    #expect(board.asked.count == 1)
    board.count()
    #expect(!board.screen.contains("counting …"))
  }

  @Test func `a closed deal that others change has the totals of closed deals loaded anew`() throws
  {
    let lost = DealHistory.fixture(
      3,
      "Cobalt licence",
      7_000,
      created: Self.january,
      then: [(Self.march, .lost(reason: nil))]
    )
    var board = ReportBoard(histories + [lost])
    let last = board.source.lastSequence()
    let changed = try #require(lost.deal())

    board.send(.othersChanged([changed.noted(sequence: last + 1)], UndoState()))
    board.send(.othersChanged([changed.noted(sequence: last + 2)], UndoState()))

    #expect(board.state.isBehind)
    #expect(board.effects.filter { $0 == .reload }.count == 1)

    let loaded = WorkspaceSnapshot(
      settings: board.state.workspace.settings,
      pipelines: board.state.workspace.pipelines,
      people: board.state.workspace.people,
      openDeals: Array(board.state.workspace.allDeals.filter(\.status.isOpen)),
      closed: [:],
      window: board.state.workspace.window,
      asOf: ReportBoard.today,
      lastSequence: last + 2,
      structureVersion: 1
    )
    board.send(.reloaded(Workspace(loaded), UndoState()))

    #expect(!board.state.isBehind)
    board.send(.othersChanged([changed.noted(sequence: last + 3)], UndoState()))
    #expect(board.effects.filter { $0 == .reload }.count == 2)
  }

  @Test func `a closed deal that changed while a past day was shown is counted on coming back`()
    throws
  {
    let lost = DealHistory.fixture(
      3,
      "Cobalt licence",
      7_000,
      created: Self.january,
      then: [(Self.march, .lost(reason: nil))]
    )
    var board = ReportBoard(histories + [lost])
    let past = WorkspaceSnapshot(
      settings: board.state.workspace.settings,
      pipelines: board.state.workspace.pipelines,
      people: board.state.workspace.people,
      openDeals: [],
      closed: [:],
      window: board.state.workspace.window,
      asOf: Self.march,
      lastSequence: board.source.lastSequence(),
      structureVersion: 1
    )
    let changed = try #require(lost.deal())
    board.send(.pastArrived(Workspace(past)))
    board.send(
      .othersChanged([changed.noted(sequence: board.source.lastSequence() + 1)], UndoState())
    )
    #expect(!board.effects.contains(.reload))

    board.type("esc")

    #expect(board.state.asOf == nil)
    #expect(board.effects.contains(.reload))
  }

  @Test func `nothing is counted twice for one state`() {
    var board = ReportBoard(histories)
    board.type("g f")
    board.count()

    board.type("j k P G g g")

    #expect(board.asked.isEmpty)
  }

  @Test func `while a report is on its way no second one is asked for`() throws {
    var board = ReportBoard(histories)
    board.type("g f")

    let others = try #require(histories[0].deal()).noted(sequence: board.source.lastSequence() + 1)
    board.send(.othersChanged([others], UndoState()))

    #expect(board.asked.count == 1)
    let first = board.asked[0]
    board.send(.reportArrived(first.ticket, first.request.report(from: board.source)))
    #expect(board.asked.count == 2)
  }

  @Test func `keys of deals find no deal where a report shows none`() {
    var board = ReportBoard(histories)
    board.type("g f")
    board.count()

    board.type("w x D")

    #expect(board.state.workspace[Identifier(rawValue: 1)]?.status.isOpen == true)
    #expect(board.effects.isEmpty)
  }

  @Test func `a report that cannot be counted says why`() {
    var board = ReportBoard(histories)
    board.type("g f")

    board.send(.reportFailed(board.asked[0].ticket, "The disk cannot be read."))

    #expect(board.screen.contains("The disk cannot be read."))
    #expect(board.asked.count == 1)
  }

  @Test func `a report that could not be counted is asked for again by whoever comes back to it`() {
    var board = ReportBoard(histories)
    board.type("g f")
    board.send(.reportFailed(board.asked[0].ticket, "The disk cannot be read."))

    board.type("esc g f")
    board.count()

    #expect(!board.screen.contains("The disk cannot be read."))
    #expect(board.screen.contains("FUNNEL"))
  }

  @Test func `help over a report lists the report's keys`() {
    var board = ReportBoard(histories)
    board.type("g f")
    board.count()

    board.type("?")

    #expect(board.screen.contains("Keys: Funnel"))
    #expect(board.screen.contains("Count conversion by another policy"))
  }

  @Test func `a filter narrows the report`() {
    var board = ReportBoard(histories)
    board.type("g f")
    board.count()

    board.type("i")

    #expect(board.asked.last?.request.scope.narrowing.owner == Identifier(rawValue: 1))
    #expect(board.screen.contains("1 of 2 open deals"))
  }
}

extension Deal {
  /// Someone else's note on the deal, as the log has it.
  fileprivate func noted(sequence: Int64) -> RecordedChange {
    var deal = self
    deal.apply(.noted("Called"), on: ReportBoard.today)
    let event = DealEvent(
      sequence: sequence,
      id: EventID(high: 9, low: UInt64(sequence)),
      step: Identifier(rawValue: sequence),
      actor: "Ben Okafor",
      deal: id,
      revision: deal.revision,
      recordedAt: Instant(milliseconds: sequence),
      day: ReportBoard.today,
      change: .noted("Called")
    )
    return RecordedChange(event: event, deal: deal)
  }
}
