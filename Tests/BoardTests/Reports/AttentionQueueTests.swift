import Pipeline
import Testing

@testable import Board

/// Deals that need attention on 2026-03-31, worked off one by one.
///
/// Acme: a call due on 21 March is 10 days late. Borealis: created on 1 March in a stage of 14 days
/// and untouched since, so 30 days, 16 past. Cobalt: nothing planned, touched today. Delta has a step
/// tomorrow and needs nothing.
@Suite struct AttentionQueueTests {
  private static func march(_ day: Int) -> Day { Day(year: 2026, month: 3, day: day) ?? .first }

  private static func call(due: Day) -> DealChange {
    .stepPlanned(
      PlannedStep(number: 1, due: due, activity: Activity(kind: .call, text: "call"))
    )
  }

  private static let histories = [
    DealHistory.fixture(
      1,
      "Acme",
      48_000,
      created: march(20),
      then: [(march(20), call(due: march(21)))]
    ),
    DealHistory.fixture(
      2,
      "Borealis",
      9_500,
      created: march(1),
      then: [(march(1), call(due: march(31) + 5))]
    ),
    DealHistory.fixture(3, "Cobalt", created: march(31)),
    DealHistory.fixture(
      4,
      "Delta",
      7_000,
      created: march(31),
      then: [(march(31), call(due: march(31) + 1))]
    ),
  ]

  private func queue() -> ReportBoard {
    var board = ReportBoard(Self.histories, rows: 24, columns: 100)
    board.type("g a")
    board.count()
    return board
  }

  private func rows(_ board: ReportBoard) -> [String] {
    board.lines.dropLast(2).filter { line in
      ["Acme", "Borealis", "Cobalt", "Delta"].contains { line.dropFirst(2).contains($0) }
    }
  }

  @Test func `the worst clock comes first, each with its reasons`() throws {
    let board = queue()

    #expect(board.screen.contains("3 of 4 open deals"))
    let rows = rows(board)
    try #require(rows.count == 3)
    #expect(rows[0].contains("Borealis") && rows[0].contains("16d"))
    #expect(rows[0].contains("untouched 30 days (limit 14)"))
    #expect(rows[1].contains("Acme") && rows[1].contains("step overdue 10 days"))
    #expect(rows[2].contains("Cobalt") && rows[2].contains("no next step"))
  }

  @Test func `the focused deal is named in the status line`() {
    let board = queue()

    #expect(board.lines.last?.contains("Borealis") == true)
  }

  @Test func `a step that is planned in place takes the deal off the queue at once`() {
    var board = queue()

    board.type("j n")
    board.write("call tomorrow")
    board.type("enter")

    #expect(board.screen.contains("2 of 4 open deals"))
    #expect(!rows(board).contains { $0.contains("Acme") })
    #expect(board.screen.contains("counting …"))

    board.save()
    board.count()

    #expect(board.screen.contains("2 of 4 open deals"))
    #expect(!board.screen.contains("counting …"))
  }

  @Test func `the cursor stays at its height, on the deal that moved up`() {
    var board = queue()

    board.type("w")

    #expect(board.state.focusedDeal?.title == "Acme")
    #expect(board.screen.contains("2 of 3 open deals") || board.screen.contains("2 of 4"))
  }

  @Test func `a deal that is put aside leaves the queue and is counted as put aside`() {
    var board = queue()

    board.type("Z enter")
    board.save()
    board.count()

    #expect(board.screen.contains("2 of 4 open deals"))
    #expect(board.screen.contains("1 put aside"))
    #expect(board.state.workspace[Identifier(rawValue: 2)]?.snoozedUntil == Self.march(31) + 7)
  }

  @Test func `a deal is put aside only until a day to come`() {
    var board = queue()

    board.type("Z ctrl-u")
    board.write("yesterday")
    board.type("enter")

    #expect(board.screen.contains("Begin with a day after today"))
    #expect(board.state.workspace[Identifier(rawValue: 2)]?.snoozedUntil == nil)
  }

  @Test func `enter opens the deal and esc comes back to the queue`() {
    var board = queue()

    board.type("enter")
    #expect(board.screen.contains("Borealis  #2"))

    board.type("esc")
    #expect(board.screen.contains("3 of 4 open deals"))
  }

  @Test func `nothing left is said`() {
    var board = queue()

    board.type("w w w")
    board.save()
    board.count()

    #expect(board.screen.contains("Nothing needs attention"))
  }

  @Test func `deals are marked as on the board, and a key acts on all of them`() {
    var board = queue()

    board.type("v j v")
    #expect(board.screen.contains("* Borealis"))
    #expect(board.screen.contains("* Acme"))
    #expect(board.screen.contains("* 2 marked"))

    board.type("Z enter")
    board.save()
    board.count()
    #expect(board.screen.contains("1 of 4 open deals"))
    #expect(board.screen.contains("2 put aside"))
  }

  @Test func `all that are listed can be marked, and esc takes the marks away first`() {
    var board = queue()

    board.type("ctrl-a")
    #expect(board.state.marked.count == 3)

    board.type("esc")
    #expect(board.state.marked.isEmpty)
    #expect(board.screen.contains("3 of 4 open deals"))
    board.type("esc")
    #expect(board.state.layers.isBoardOnTop)
  }

  @Test func `after a decision it goes on, also where the deal still needs attention`() {
    var board = queue()

    // Idle it stays.
    board.type("n")
    board.write("call tomorrow")
    board.type("enter")
    board.save()
    #expect(rows(board).contains { $0.contains("Borealis") })
    #expect(board.state.focusedDeal?.title == "Acme")
  }

  @Test func `what mends a field only does not go on`() {
    var board = queue()

    // Its step is overdue all the same.
    board.type("j $ 5 enter")
    board.save()
    #expect(board.state.focusedDeal?.title == "Acme")
  }

  @Test(arguments: ReportScreenTests.sizes)
  func `where no limits are set it is said once how to set them`(
    size: (rows: Int, columns: Int)
  ) {
    var board = ReportBoard(
      Self.histories,
      pipeline: ReportBoard.pipelineWithoutLimits,
      rows: size.rows,
      columns: size.columns
    )
    board.type("g a")
    board.count()

    let text = board.lines.map(\.trimmed).joined(separator: " ")
    #expect(
      text.ranges(of: "no idle or stuck limits are set: dealboard stages set").count == 1,
      "\(board.screen)"
    )
    #expect(!queue().screen.contains("limits are set"))
  }

  @Test func `without limits, nothing is said to be within them`() {
    var board = ReportBoard([Self.histories[3]], pipeline: ReportBoard.pipelineWithoutLimits)
    board.type("g a")
    board.count()

    #expect(board.screen.contains("every open deal has a next step that is not overdue."))
    #expect(!board.screen.contains("beyond its stage's limits"))
  }

  @Test func `counts of nothing give way to others where there is no room for all`() {
    var board = ReportBoard(
      [
        .fixture(1, "Cobalt", created: Self.march(31)),
        .fixture(2, "Delta", created: Self.march(31)),
      ],
      rows: 20,
      columns: 40
    )
    board.type("g a")
    board.count()

    #expect(board.screen.contains("2 of 2 open deals   ? 2 no next step"))
    #expect(!board.screen.contains("0 stale"))
  }
}
