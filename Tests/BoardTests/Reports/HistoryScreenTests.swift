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
}
