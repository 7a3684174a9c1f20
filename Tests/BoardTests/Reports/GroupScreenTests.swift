import Pipeline
import Testing

@testable import Board

/// The owners' screen by other fields.
@Suite struct GroupScreenTests {
  static let sizes = [(rows: 40, columns: 120), (rows: 24, columns: 80), (rows: 20, columns: 40)]

  private static let march = Day(year: 2026, month: 3, day: 2) ?? .first

  /// Three open deals, hot, hot and very, and without a label; two lost, one without a reason.
  private func board(rows: Int = 40, columns: Int = 120) -> ReportBoard {
    let first = Self.march
    return ReportBoard(
      [
        .fixture(
          1,
          "Acme",
          1_000,
          created: first,
          owner: 1,
          then: [(first, .labelled(["hot"])), (first, .organizationSet("Acme"))]
        ),
        .fixture(
          2,
          "Bolt",
          4_000,
          created: first,
          owner: 2,
          then: [(first, .labelled(["hot", "very hot"])), (first, .organizationSet("Bolt"))]
        ),
        .fixture(3, "Cove", 2_000, created: first),
        .fixture(4, "Dune", 500, created: first, then: [(first + 5, .lost(reason: "price"))]),
        .fixture(5, "Elan", 700, created: first, then: [(first + 6, .lost(reason: nil))]),
      ],
      rows: rows,
      columns: columns
    )
  }

  private func groups(_ keys: String, rows: Int = 40, columns: Int = 120) -> ReportBoard {
    var board = board(rows: rows, columns: columns)
    board.type("g o")
    board.count()
    board.type(keys)
    board.count()
    return board
  }

  @Test(arguments: ["b labels", "b.b organizations", "b.b.b reasons"], sizes)
  func `groups of another field are drawn`(
    screen: String,
    size: (rows: Int, columns: Int)
  ) {
    let parts = screen.split(separator: " ")
    let keys = parts[0].split(separator: ".").joined(separator: " ")
    let board = groups(keys, rows: size.rows, columns: size.columns)

    Golden.expect(board.lines, toBe: "report-\(parts[1])-\(size.columns)x\(size.rows)")
  }

  @Test func `b goes through the fields and back to the owners`() {
    func title(_ keys: String) -> String {
      String(groups(keys).lines[1].split(separator: " ").first ?? "")
    }

    #expect(title("b") == "LABELS")
    #expect(title("b b") == "ORGANIZATIONS")
    #expect(title("b b b") == "REASONS")
    #expect(title("b b b b") == "OWNERS")
  }

  @Test func `a deal with two labels is in both groups, one without in its own`() throws {
    let board = groups("b")
    guard case .owners(let report)? = board.state.reports[.screen]?.report else {
      Issue.record("no report")
      return
    }

    let rows = report.figures.groups(named: [])
    #expect(rows.map(\.name) == ["hot", "very hot", nil])
    #expect(rows.map(\.figures.open.deals) == [2, 1, 1])
    #expect(
      rows.map { $0.figures.open[.euro].value.minorUnits } == [500_000, 400_000, 200_000]
    )
    // Dune and Elan are lost, and have no label either.
    #expect(rows.map(\.figures.outcomes.lost) == [0, 0, 2])
  }

  @Test func `enter shows the deals of exactly that group`() {
    // The second row, by open value, is "very hot"; the first, "hot", is also the end of its name.
    var board = groups("b")
    board.type("enter")
    board.count()

    #expect(board.state.narrowing.filterText == "label:\"=hot\"")
    board.type("esc")
    #expect(board.state.shown.live(ReportBoard.pipeline.id).open.deals == 2)
  }

  @Test func `a number of a group is explained with its deals alone`() {
    var board = groups("b")
    board.type("j =")
    board.count()

    // Very hot: Bolt alone.
    #expect(board.screen.contains("= 1"))
    #expect(board.screen.contains("Bolt"))
    #expect(!board.screen.contains("Acme"))
  }

  @Test func `losses are grouped by their reason, those without one last by name`() {
    var board = groups("b b b")
    guard case .owners(let report)? = board.state.reports[.screen]?.report else {
      Issue.record("no report")
      return
    }

    let rows = report.figures.groups(named: [])
    #expect(rows.map(\.name) == ["price", nil])
    #expect(rows.map(\.figures.outcomes.lost) == [1, 1])
    // The 700 without a reason stand above the 500.
    board.type("j enter")
    #expect(board.state.narrowing.filterText == "reason:\"=price\"")
  }

  /// The lines of the groups' table, its heading first, up to the blank line below it.
  private func table(_ board: ReportBoard, from heading: String) -> [String] {
    Array(
      board.lines.drop { !$0.trimmed.hasPrefix(heading) }.prefix { !$0.trimmed.isEmpty }
        .map(\.trimmed)
    )
  }

  @Test func `reasons are sorted by the value that was lost, and show it beside the count`() {
    let board = groups("b b b")

    let table = table(board, from: "Reason")
    #expect(table[0].contains("Lost value ▼"))
    #expect(!table[0].contains("Open"))
    // Elan, 700 euros, without a reason; Dune, 500, for its price.
    #expect(table[1].hasPrefix("no reason given"))
    #expect(table[1].contains("€700"))
    #expect(table[2].hasPrefix("price"))
    #expect(table[2].contains("€500"))
    #expect(board.screen.contains("All: 2 lost deals, €1.2k lost"))
  }

  @Test func `s goes through the orders that a grouping has`() {
    var board = groups("b b b")
    func order() -> String? {
      board.lines[1].split(separator: "·").first.map { String($0).trimmed }
    }

    #expect(order() == "REASONS  sorted by lost value")
    board.type("s")
    #expect(order() == "REASONS  sorted by lost deals")
    board.type("s s")
    #expect(order() == "REASONS  sorted by name")
    board.type("s")
    #expect(order() == "REASONS  sorted by lost value")
    // Owners have what is open; an order of reasons alone says nothing of them.
    board.type("s s b")
    board.count()
    #expect(order() == "OWNERS  sorted by open value")
  }

  @Test(arguments: [
    ("", "Owner: Ana Souza (1 deal)", 3), ("b", "Label: hot (2 deals)", 1),
    ("b b", "Organization: no organization (3 deals)", 2),
    ("b b b", "Reason: no reason given (1 deal)", 1),
  ])
  func `why a number of a group is so names the group and how many deals it has`(
    keys: String,
    said: String,
    row: Int
  ) {
    // By open value: Bolt, of Ben's; what nobody owns; Acme, of Ana's.
    var board = groups(keys)
    board.type(Array(repeating: "j", count: row - 1).joined(separator: " ") + " =")
    board.count()

    #expect(board.lines[1].contains(said))
  }

  private static let longName = "Koninklijke Zuivelbond BV"

  private func longNames(rows: Int, columns: Int) -> ReportBoard {
    let first = Self.march
    var board = ReportBoard(
      [
        .fixture(
          1,
          "Acme",
          1_000,
          created: first,
          then: [(first, .organizationSet(Self.longName))]
        ),
        .fixture(
          2,
          "Dune",
          500,
          created: first,
          then: [(first, .organizationSet("Dune")), (first + 5, .lost(reason: "price"))]
        ),
      ],
      rows: rows,
      columns: columns
    )
    board.type("g o")
    board.count()
    board.type("b b")
    board.count()
    return board
  }

  @Test func `names have their room before bars, and what was lost is shown where it fits`() {
    let wide = table(longNames(rows: 40, columns: 120), from: "Organization")

    #expect(wide[1].hasPrefix(Self.longName + "  "))
    #expect(wide[0].contains("  Lost  "))
  }

  @Test func `names give way to the four numbers of a group alone`() {
    let narrow = table(longNames(rows: 24, columns: 80), from: "Organization")

    // Of 78 columns the numbers take 50 and the gaps 10.
    #expect(narrow[1].hasPrefix("Koninklijke Zuive…  "))
    for heading in ["Deals", "Open", "Average", "Win rate", "Age at win"] {
      #expect(narrow[0].contains(heading))
    }
    #expect(!narrow[1].contains("█"))
  }

  @Test func `that a deal is in two groups is said where one is, and of labels alone`() {
    let remark = "A deal with two labels is in both groups."
    #expect(groups("b").screen.contains(remark))
    for other in ["", "b b", "b b b"] { #expect(!groups(other).screen.contains(remark)) }

    var single = ReportBoard([
      .fixture(1, "Acme", 1_000, created: Self.march, then: [(Self.march, .labelled(["hot"]))]),
      .fixture(2, "Cove", 2_000, created: Self.march),
    ])
    single.type("g o")
    single.count()
    single.type("b")
    single.count()
    #expect(!single.screen.contains(remark))
  }
}
