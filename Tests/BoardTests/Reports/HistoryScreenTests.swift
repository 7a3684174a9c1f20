import Pipeline
import Testing

@testable import Board

@Suite struct HistoryScreenTests {
  private static let today = ReportBoard.today

  /// Noon of 2026-03-30 and ten to three of the 31st, UTC.
  private static let yesterdayNoon = Instant(milliseconds: 1_774_872_000_000)
  private static let todayAfternoon = Instant(milliseconds: 1_774_968_600_000)

  private static func event(
    _ sequence: Int64,
    step: Int64,
    _ actor: String,
    deal: Int64,
    at instant: Instant,
    on day: Day,
    _ change: DealChange
  ) -> DealEvent {
    DealEvent(
      sequence: sequence,
      id: EventID(high: 1, low: UInt64(sequence)),
      step: Identifier(rawValue: step),
      actor: actor,
      deal: Identifier(rawValue: deal),
      revision: 1,
      recordedAt: instant,
      day: day,
      change: change
    )
  }

  private static func draft(_ title: String) -> DealChange {
    .created(
      DealDraft(
        title: title,
        pipeline: ReportBoard.pipeline.id,
        stage: ReportBoard.pipeline.stages[0].id,
        currency: .euro,
        minorUnits: 4_800_000
      )
    )
  }

  /// An import of 25 deals yesterday, then Ana moves one, and Ben wins another, dated back.
  private static let histories: [DealHistory] = (1...25 as ClosedRange<Int64>).map { number in
    var events = [
      event(
        number,
        step: 1,
        "import",
        deal: number,
        at: yesterdayNoon,
        on: today - 40,
        draft("Deal \(number)")
      )
    ]
    if number == 1 {
      events.append(
        event(
          101,
          step: 2,
          "Ana Souza",
          deal: 1,
          at: todayAfternoon,
          on: today,
          .moved(to: Identifier(rawValue: 2))
        )
      )
    }
    if number == 2 {
      events.append(
        event(102, step: 3, "Ben Okafor", deal: 2, at: todayAfternoon, on: today - 2, .won)
      )
    }
    return DealHistory(events: events)
  }

  @Test(arguments: ReportScreenTests.sizes)
  func `the latest changes are drawn`(size: (rows: Int, columns: Int)) {
    var board = ReportBoard(Self.histories, rows: size.rows, columns: size.columns)

    board.type("g h")
    board.count()

    Golden.expect(board.lines, toBe: "report-history-\(size.columns)x\(size.rows)")
  }

  @Test func `a change of the log opens its deal, also one that is closed`() {
    var board = ReportBoard(Self.histories)
    board.type("g h")
    board.count()

    board.type("enter")

    let deal = Identifier<Deal>(rawValue: 2)
    #expect(board.effects.contains(.findDeal(deal)))
    #expect(board.effects.contains(.loadHistory(deal)))
  }

  /// The board's history of one deal with changes, and what its lines say of them, latest first.
  private static func told(_ changes: [DealChange]) -> [String] {
    let all = [draft("Acme")] + changes
    let events = all.enumerated().map { place, change in
      let number = Int64(place + 1)
      return event(
        number,
        step: number,
        "Ana Souza",
        deal: 1,
        at: todayAfternoon,
        on: today,
        change
      )
    }
    var board = ReportBoard([DealHistory(events: events)])
    board.type("g h")
    board.count()
    return board.lines.compactMap { line in
      let parts = line.split(separator: "Ana Souza")
      return parts.count > 1 ? String(parts[1]).trimmed : nil
    }
  }

  @Test func `a value or a title that was set is told as it was set, not as it is now`() {
    let told = Self.told([
      .valued(500_000, .euro), .retitled("Acme 2"), .valued(1_905_797, .euro), .retitled("Acme 3"),
    ])

    #expect(
      told.prefix(4) == [
        "renamed a deal to Acme 3", "valued Acme 3 at €19,057.97", "renamed a deal to Acme 2",
        "valued Acme 3 at €5,000",
      ]
    )
  }

  @Test func `an undo and a redo are told apart, each with what it took back or made again`() {
    let told = Self.told([
      .valued(500_000, .euro),
      .undone(EventID(high: 1, low: 2)),
      .undone(EventID(high: 1, low: 3)),
      .undone(EventID(high: 1, low: 4)),
    ])

    #expect(
      told.prefix(3) == [
        "took back: valued Acme at €5,000", "made again: valued Acme at €5,000",
        "took back: valued Acme at €5,000",
      ]
    )
  }

  @Test func `of a change that is not known, no more is said than is`() {
    let told = Self.told([.undone(EventID(high: 9, low: 9))])

    #expect(told.first == "took back or made again a change of Acme")
  }
}
