import Pipeline
import Testing

@testable import Board

/// The edge cases on 2026-03-31 against 2026-02-28; the figures are those of `benchmark` in the
/// fixture's expected.json.
@Suite struct ComparisonTests {
  private func comparison(rows: Int = 40, columns: Int = 120) throws -> ReportBoard {
    var board = try ReportBoard.edgeCases(rows: rows, columns: columns)
    board.type("g n B")
    board.write("2026-02-28")
    board.type("enter")
    board.count()
    return board
  }

  @Test(arguments: ReportScreenTests.sizes)
  func `now stands beside then`(size: (rows: Int, columns: Int)) throws {
    let board = try comparison(rows: size.rows, columns: size.columns)

    Golden.expect(board.lines, toBe: "report-comparison-\(size.columns)x\(size.rows)")
  }

  @Test func `the box of what to compare with is as wide as its longest line`() throws {
    var board = try ReportBoard.edgeCases(rows: 40, columns: 120)
    board.type("g n B")

    let box = board.lines.filter { $0.contains("│") }
    #expect(!box.isEmpty && !box.contains { $0.contains("…") })
    let line = try #require(box.first { $0.contains("this quarter a year before") })
    #expect(line.contains("2026-Q1 against 2025-Q1"))
  }

  @Test func `an earlier day that was not recorded is marked as hindsight`() throws {
    var board = try ReportBoard.edgeCases(rows: 40, columns: 120)
    board.source.begins = Day(year: 2026, month: 3, day: 5)
    board.type("g n B")
    board.write("2026-02-28")
    board.type("enter")
    board.count()

    #expect(board.screen.contains("hindsight before 5 Mar"))

    board.source.begins = Day(year: 2026, month: 2, day: 28)
    board.type("g f g n")
    board.count()

    #expect(!board.screen.contains("hindsight"))
  }

  @Test func `of how many deals a day is hindsight is said to be of all, where not all are shown`()
    throws
  {
    var board = try ReportBoard.edgeCases(rows: 40, columns: 120)
    board.source.begins = Day(year: 2026, month: 3, day: 5)
    board.type("g n B")
    board.write("2026-02-28")
    board.type("enter")
    board.count()
    #expect(board.screen.contains("hindsight before 5 Mar (4 of "))
    #expect(!board.screen.contains("of the whole pipeline"))

    board.state.narrowing.owner = Identifier(rawValue: 1)
    board.send(.tick)
    board.count()

    let said = try #require(board.lines.prefix(4).first { $0.contains("hindsight") })
    #expect(said.contains(" of the whole pipeline)"))
  }

  @Test func `levers say what velocity would be if one factor were as then`() throws {
    let board = try comparison(rows: 80)

    // In EUR velocity is 336.98 a day; with the average won value of then, 5,500 for 4,600, it would
    // be 402.91.
    let row = try #require(board.lines.first { $0.contains("average won value") })
    #expect(row.contains("€4.6k") && row.contains("€5.5k"))
    #expect(row.contains("€403") && row.contains("+€66"))
  }

  @Test(arguments: [("2025-12-31", "window not begun then"), ("2026-02-28", "windows overlap")])
  func `under a fixed window it is said whether the earlier day had come to it`(
    day: String,
    said: String
  ) throws {
    var board = try ReportBoard.edgeCases(rows: 40, columns: 120)
    board.type("g n")
    board.count()
    board.type("B")
    board.write(day)
    board.type("enter R")
    board.write("2026-Q1")
    board.type("enter")
    board.count()

    let head = board.lines[1...3].joined(separator: "\n")
    #expect(head.contains(said))
    #expect(head.contains("overlap") == (said == "windows overlap"))
  }

  @Test func `a benchmark is asked for where none was saved for a year`() throws {
    let board = try comparison()

    #expect(
      board.screen.contains(
        "No benchmark was saved for a year: S keeps today's numbers under a name."
      )
    )
  }

  @Test func `a stage with fewer deals says how many to find`() throws {
    let board = try comparison()

    #expect(
      board.screen.contains(
        "1 now against 5: find at least 4 new deals for Demo Scheduled to match then."
      )
    )
  }

  @Test func `the average deal's sentence names both and the percent`() throws {
    let board = try comparison()

    // 3,725 then and 5,483.33 now, 47.2 % more.
    #expect(board.screen.contains("Average deal €3,725 → €5,483, +47.2 %: bigger deals."))
  }

  @Test func `a win rate by value says how many closed deals with a value it rests on`() throws {
    let board = try comparison()
    let row = board.lines.first { $0.contains("Win rate by value") } ?? ""

    #expect(row.contains("100.0 % (2)"))
    // In EUR two were won for 9,200 and two with a value lost, for 11,500.
    #expect(row.contains("44.4 % (4)"))
  }

  @Test func `from few cases nothing is called better or worse`() throws {
    let board = try comparison()

    let row = board.lines.first { $0.hasPrefix(" Win rate ") }
    #expect(row?.contains("100.0 % (2 of 2) thin") == true)
    #expect(row?.hasSuffix("thin") == true)
  }

  @Test func `two quarters have windows of their own`() throws {
    var board = try ReportBoard.edgeCases(rows: 40, columns: 120)

    board.type("g n")
    board.count()
    board.type("B")
    board.write("last quarter")
    board.type("enter")

    guard case .comparison(_, let baseline)? = board.asked.last?.request else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(baseline.day == Day(year: 2025, month: 12, day: 31))
    #expect(baseline.windows?.then == .period(.quarter(year: 2025, 4)))
    #expect(baseline.windows?.now == .period(.quarter(year: 2026, 1)))
  }

  @Test func `a day after today is no baseline`() throws {
    var board = try ReportBoard.edgeCases(rows: 40, columns: 120)
    board.type("g n B")
    board.write("2026-12-31")
    board.type("enter")

    #expect(board.screen.contains("is not understood"))
  }

  @Test func `the day is saved as a baseline under a name`() throws {
    var board = try comparison()

    board.type("S")
    board.write("Q1 end")
    board.type("enter")

    let edit = WorkspaceEdit.saveBaseline(
      in: ReportBoard.pipeline.id,
      name: "Q1 end",
      ReportBoard.today
    )
    #expect(board.effects.records.last == .edit(edit, done: "Saved 2026-03-31 as \"Q1 end\"."))
  }

  @Test func `another range of closed deals is counted and named`() throws {
    var board = try ReportBoard.edgeCases(rows: 40, columns: 120)
    board.type("g f")
    board.count()
    board.type("R")
    board.write("2026-Q1")
    board.type("enter")

    #expect(board.asked.last?.request.scope.window == .period(.quarter(year: 2026, 1)))
    board.count()
    #expect(board.screen.contains("1 Jan – 31 Mar (90 days)"))
  }

  @Test func `a currency compares its own deals, win rate and age, as the command does`() throws {
    let board = try comparison(rows: 200)
    let start = try #require(board.lines.firstIndex { $0.hasPrefix(" EUR ──") })
    let block = board.lines[(start + 1)...].prefix { !$0.isEmpty }

    let labels = [
      "Open deals", "Open value", "Average deal size", "Weighted value", "Average won value",
      "Value won", "Win rate", "Win rate by value", "Age at win", "  median", "Velocity a day",
    ]
    #expect(block.count == labels.count)
    for (line, label) in zip(block, labels) { #expect(line.hasPrefix(" \(label)  "), "\(line)") }
  }

  @Test func `velocity is as thin as the least sure of its factors`() throws {
    let board = try comparison(rows: 200)

    // In EUR V is of two valued wins, W of five closed, L of three wins.
    let row = try #require(board.lines.first { $0.hasPrefix(" Velocity a day") })
    #expect(row.hasSuffix("thin"))
    #expect(row.contains("(2)"))
  }

  @Test func `a period that runs says how much of it has gone`() throws {
    var board = try ReportBoard.edgeCases(rows: 40, columns: 120)
    board.lookBack(to: Day(year: 2026, month: 3, day: 15) ?? .first)
    board.type("g n")
    board.count()
    board.type("B")
    board.write("last quarter")
    board.type("enter")
    board.count()

    // January, February and 15 days of March: 31 + 28 + 15.
    #expect(board.screen.contains("1 Jan – 31 Mar (running, 74 of 90 days)"))
  }

  @Test(arguments: [
    ("30-3", "Mon 2026-03-30"), ("1/6", "Sun 2025-06-01"), ("1 jun", "Sun 2025-06-01"),
    ("31-12", "Wed 2025-12-31"), ("-30d", "Sun 2026-03-01"),
  ])
  func `a day without a year is the last one there was, and is shown before it is taken`(
    typed: String,
    day: String
  ) throws {
    var board = try ReportBoard.edgeCases(rows: 40, columns: 120)
    board.type("g n B")

    board.write(typed)
    #expect(board.screen.contains("→ \(day)"))
    #expect(!board.screen.contains("Nothing fits."))
    board.type("enter")

    #expect(board.state.reportChoices.baseline == .day(try #require(Day(String(day.suffix(10))))))
  }

  @Test func `a day to come is no day to set numbers against`() throws {
    var board = try ReportBoard.edgeCases(rows: 40, columns: 120)
    board.type("g n B")
    let before = board.state.reportChoices.baseline

    board.write("2026-04-01")
    #expect(board.screen.contains("Nothing fits."))
    board.type("enter")

    #expect(board.state.reportChoices.baseline == before)
    #expect(board.screen.contains("\"2026-04-01\" is not understood."))
  }
}
