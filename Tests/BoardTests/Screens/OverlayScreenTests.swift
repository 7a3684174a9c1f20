import Pipeline
import Testing

@testable import Board

/// What lies over the board, as text.
struct OverlayScreenTests {
  private var board = TestBoard.salesTeam()

  /// Mistral Bank's log: created, moved, noted on, a note taken back.
  private static let history: [DealEvent] = {
    func event(
      _ number: Int64,
      _ day: Day,
      _ change: DealChange,
      _ before: DealChange? = nil
    )
      -> DealEvent
    {
      DealEvent(
        sequence: number,
        id: EventID(high: UInt64(number), low: 0),
        step: numbered(number),
        actor: number == 1 ? "Jonas Meyer" : "Rita Sato",
        deal: numbered(15),
        revision: Int32(number),
        recordedAt: Instant(milliseconds: number),
        day: day,
        change: change,
        before: before
      )
    }
    let draft = DealDraft(
      title: "Mistral Bank",
      pipeline: numbered(1),
      stage: numbered(1),
      currency: .dollar,
      minorUnits: 6_000_000
    )
    return [
      event(1, day(11, 4), .created(draft)),
      event(2, day(11, 14), .moved(to: numbered(2)), .moved(to: numbered(1))),
      event(3, day(11, 15), .valued(6_400_000, .dollar), .valued(6_000_000, .dollar)),
      event(4, day(11, 16), .noted("budget confirmed, Q1 start")),
      event(5, day(11, 17), .noted("wrong deal")),
      event(6, day(11, 17), .undone(EventID(high: 5, low: 0))),
    ]
  }()

  @Test(arguments: [(40, 120), (24, 80), (20, 40)])
  mutating func `an open deal shows its fields and its timeline`(rows: Int, columns: Int) {
    board.act(.resized(rows: rows, columns: columns))
    board.press("l j enter")
    #expect(board.effects.contains(.loadHistory(numbered(15))))
    #expect(board.screen.contains("Reading …"))

    board.act(.historyArrived(numbered(15), Self.history))

    Golden.expect(board.lines, toBe: "deal-\(columns)x\(rows)")
  }

  @Test(arguments: [(24, 80), (20, 40)])
  mutating func `the form says what is wrong beside the field`(rows: Int, columns: Int) {
    board.act(.resized(rows: rows, columns: columns))
    board.press("l j e tab ctrl-u")
    board.type("lots")
    board.press("tab tab ctrl-u")
    board.type("zed")

    Golden.expect(board.lines, toBe: "edit-\(columns)x\(rows)")
  }

  @Test(arguments: [(24, 80), (20, 40)])
  mutating func `the help finds the keys of the board by typing`(rows: Int, columns: Int) {
    board.act(.resized(rows: rows, columns: columns))
    board.press("?")
    board.type("focus stays")

    Golden.expect(withoutCounts(board.lines), toBe: "help-\(columns)x\(rows)")
  }

  @Test(arguments: [(24, 80), (20, 40)])
  mutating func `the palette finds by typing and shows the keys`(rows: Int, columns: Int) {
    board.act(.resized(rows: rows, columns: columns))
    board.press(":")
    board.type("focus stays")

    Golden.expect(withoutCounts(board.lines), toBe: "palette-\(columns)x\(rows)")
  }

  /// The rows without `3 of 57`, which changes with every new command.
  private func withoutCounts(_ lines: [String]) -> [String] {
    lines.map { line in
      line.contains("2 of ") || line.contains("3 of ")
        ? String(line.map { $0.isNumber ? "#" : $0 }) : line
    }
  }

  @Test(arguments: [(24, 80), (20, 40)])
  mutating func `a filter narrows the board as it is typed`(rows: Int, columns: Int) {
    board.act(.resized(rows: rows, columns: columns))
    board.press("/")
    board.type("owner:rita value:>10k")

    Golden.expect(board.lines, toBe: "filter-\(columns)x\(rows)")
  }

  @Test(arguments: [(24, 80), (20, 40)])
  mutating func `a lost deal asks for the reason`(rows: Int, columns: Int) {
    board.act(.resized(rows: rows, columns: columns))
    board.act(.suggestionsArrived(Suggestions(lostReasons: ["price", "no budget", "timing"])))
    board.press("x")

    Golden.expect(board.lines, toBe: "lost-\(columns)x\(rows)")
  }

  @Test(arguments: [(24, 80), (20, 40)])
  mutating func `a new deal is typed on one line`(rows: Int, columns: Int) {
    board.act(.resized(rows: rows, columns: columns))
    board.press("a")
    board.type("Nimbus 48k close:eoq")

    Golden.expect(board.lines, toBe: "add-\(columns)x\(rows)")
  }
}
