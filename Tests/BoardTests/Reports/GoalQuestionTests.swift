import Pipeline
import Testing

@testable import Board

/// Asking why of a goal, seen from 2026-03-31: Borealis is due on 5 April, Delta was won on 20 March.
@Suite struct GoalQuestionTests {
  private static func day(_ month: Int, _ day: Int) -> Day {
    Day(year: 2026, month: month, day: day) ?? .first
  }

  private static let histories = [
    DealHistory.fixture(
      1,
      "Acme",
      48_000,
      created: day(1, 5),
      owner: 1,
      expectedClose: day(3, 10)
    ),
    DealHistory.fixture(
      2,
      "Borealis",
      10_000,
      created: day(1, 5),
      owner: 2,
      expectedClose: day(4, 5)
    ),
    DealHistory.fixture(3, "Cobalt", 500, created: day(1, 5)),
    DealHistory.fixture(
      4,
      "Delta",
      7_000,
      created: day(1, 5),
      owner: 1,
      then: [(day(3, 20), .won)]
    ),
  ]

  private static func goal(_ target: Goal.Target, _ id: Int64 = 1, of owner: Int64? = nil) -> Goal {
    Goal(
      id: Identifier(rawValue: id),
      pipeline: ReportBoard.pipeline.id,
      owner: owner.map { Identifier(rawValue: $0) },
      period: .month(year: 2026, 4),
      target: target
    )
  }

  private static let twentyThousand = goal(
    .money(Money(minorUnits: 2_000_000, currency: .euro))
  )

  private func months(_ goals: [Goal]) -> ReportBoard {
    var board = ReportBoard(Self.histories, goals: goals, rows: 60)
    board.type("g c")
    board.count()
    return board
  }

  /// In April's column: down to the row of goals, and on over three owners to the first sentence.
  @Test(arguments: ["l l j j j j j j j j =", "l l j j j j j j j j j j j j ="])
  func `a goal and its sentence are explained by its coverage`(keys: String) {
    var board = months([Self.twentyThousand])

    board.type(keys)
    board.count()

    // 10,000 of 20,000 is due; nothing was lost, so the rate is 100 %. The mean open deal is
    // (48,000 + 10,000 + 500) / 3 = 19,500, and 10,000 more take one. Delta took 74 days.
    #expect(board.screen.contains("Goal for 2026-04"))
    for line in [
      "remaining = goal − won = EUR 20,000 − EUR 0 = EUR 20,000",
      "have = due in the period / remaining = EUR 10,000 / EUR 20,000 = 0.50",
      "need = 1 / win rate by value = 1 / 100.0 % = 1.00",
      "/ mean open value EUR 19,500, rounded up = 1",
      "last day = 2026-04-30 − median age at win 74 days = 2026-02-15",
    ] { #expect(board.screen.contains(line), "\(line)") }
    #expect(board.screen.contains("1 DEAL BEHIND IT"))
    #expect(board.screen.contains("Borealis"))
  }

  @Test func `a goal in deals is explained where none in money is set`() {
    var board = months([Self.goal(.deals(3))])

    board.type("l l j j j j j j j j =")
    board.count()

    // One of three is due.
    #expect(board.screen.contains("have = due in the period / remaining = 1 deal / 3 deals = 0.33"))
  }

  /// The goal of April that stands in the grid's row of goals.
  private func goalRow(_ board: ReportBoard) -> String? {
    board.lines.first { $0.contains("oal") && $0.contains("–") }
  }

  @Test func `the row of goals is that of the owner whose deals are shown, and says so`() {
    let own = Self.goal(.money(Money(minorUnits: 500_000, currency: .euro)), 2, of: 1)
    var board = months([Self.twentyThousand, own])
    #expect(goalRow(board)?.hasPrefix(" Goal ") == true)
    #expect(goalRow(board)?.contains("€20k") == true)

    board.state.narrowing.owner = Identifier(rawValue: 1)
    board.send(.tick)
    board.count()

    #expect(goalRow(board)?.hasPrefix(" Goal of AS ") == true)
    #expect(goalRow(board)?.contains("€5.0k") == true)
    #expect(goalRow(board)?.contains("€20k") == false)
  }

  @Test func `under a filter the row of goals is the team's, and says so`() {
    var board = months([Self.twentyThousand])

    board.state.narrowing.filterText = "Borealis"
    board.send(.tick)
    board.count()

    #expect(goalRow(board)?.hasPrefix(" Team's goal ") == true)
    #expect(goalRow(board)?.contains("€20k") == true)
  }

  /// The April goal in euros, one in dollars and one in deals.
  private static let threeGoals = [
    goal(.deals(3), 3),
    goal(.money(Money(minorUnits: 900_000, currency: .dollar)), 2), twentyThousand,
  ]

  @Test(arguments: [
    // The euros first, as the numbers of the screen are in them.
    ("enter", "30k", Goal.Target.money(Money(minorUnits: 3_000_000, currency: .euro))),
    ("j enter", "USD 7k", .money(Money(minorUnits: 700_000, currency: .dollar))),
    ("j j enter", "5 deals", .deals(5)),
  ])
  func `of several goals of a month each can be edited, and no other is touched`(
    keys: String,
    text: String,
    target: Goal.Target
  ) {
    var board = months(Self.threeGoals)

    board.type("l l E")
    for said in ["Goal for 2026-04", "€20,000", "$9,000", "3 deals", "another goal"] {
      #expect(board.screen.contains(said), "\(said)")
    }
    board.type(keys.replacing("j", with: "down"))
    board.write(text)
    board.type("enter")

    let records = board.effects.records
    #expect(records.count == 1)
    guard case .edit(let edit, _)? = records.last else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(
      edit
        == .setGoal(
          in: ReportBoard.pipeline.id,
          owner: nil,
          .month(year: 2026, 4),
          target
        )
    )
  }

  /// Down from the row of goals over three owners to the first sentence, and on.
  @Test(arguments: [(12, "20000"), (13, "USD 9000"), (14, "3 deals")])
  func `E on the sentence of a goal edits that goal`(down: Int, text: String) {
    var board = months(Self.threeGoals)

    board.type("l l " + Array(repeating: "j", count: down).joined(separator: " ") + " E")

    #expect(board.screen.contains("goal for 2026-04 of the team: \(text)"))
  }

  @Test func `where no goal is set it says so and explains nothing else`() {
    var board = months([])

    board.type("l l j j j j j j j j =")

    #expect(
      board.screen.contains("No goal is set for 2026-04, so whether deals are enough is n/a.")
    )
    #expect(board.asked.isEmpty)
  }

  private static let threeDeals = Goal(
    id: Identifier(rawValue: 2),
    pipeline: ReportBoard.pipeline.id,
    period: .month(year: 2026, 4),
    target: .deals(3)
  )

  @Test func `E begins with the goal that is set and whose it is, and enter changes nothing`() {
    var board = months([Self.threeDeals, Self.twentyThousand])

    board.type("l l E enter")
    #expect(board.screen.contains("goal for 2026-04 of the team: 20000"))

    board.type("enter")
    #expect(board.effects.records.isEmpty)
    #expect(board.state.message?.text == "The goal stays as it was, 2026-04: €20,000.")
  }

  @Test func `an empty line removes the goal that it began with, and that alone`() {
    var board = months([Self.threeDeals, Self.twentyThousand])

    board.type("l l E enter backspace")
    board.type("enter")

    #expect(
      board.effects.records == [
        .edit(
          .removeGoals([Identifier(rawValue: 1)]),
          done: "Removed the goal for 2026-04: €20,000."
        )
      ]
    )
  }

  @Test func `a goal in deals is edited where none in money is set`() {
    var board = months([Self.threeDeals])

    board.type("l l E")
    #expect(board.screen.contains("goal for 2026-04 of the team: 3 deals"))
    board.write("4 deals")
    board.type("enter")

    #expect(
      board.effects.records == [
        .edit(
          .setGoal(
            in: ReportBoard.pipeline.id,
            owner: nil,
            .month(year: 2026, 4),
            .deals(4)
          ),
          done: "Set the goal for 2026-04: 4 deals."
        )
      ]
    )
  }
}
