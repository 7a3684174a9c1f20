import Pipeline

/// All that the cards of a column are drawn from, without going through them.
struct ColumnContent: Equatable, Sendable {
  let place: ColumnPlace
  /// The deals that are shown here.
  let shown: ContentStamp?
  /// The deals as they are, which a carried card is drawn as; `nil` while none is.
  let actual: ContentStamp?
  /// Which people and stages are named.
  let structureVersion: Int64
  /// The median days of those who left the stage.
  let median: Ratio?
  let density: Density
  let today: Day
  let saysNoStep: Bool
  /// The first place that is drawn.
  let top: Int
  /// The card that keeps its place.
  let held: HeldPlace?
  /// The place that has the focus; `nil` where it is elsewhere.
  let focused: Int?
  let carried: [Identifier<Deal>]
  let marked: Marks
  /// The steps that are on their way and may have deals here, whose cards say that they are not saved.
  let pending: [Ticket]
  /// How many deals were won this month, which the column of wins says.
  let wins: Int

  init(_ context: BoardContext, _ layout: BoardLayout, _ place: ColumnPlace) {
    self.place = place
    let board = context.board
    let stage = context.stage(at: place)
    shown = stage.map { context.shown.stamp(of: $0.stage.id) } ?? context.shown.stamp
    actual = board.carry == nil ? nil : board.actual.stamp
    structureVersion = board.workspace.structureVersion
    median = stage?.median
    density = layout.density
    today = context.today
    saysNoStep = context.saysNoStep
    top = board.tops[place] ?? 0
    held = board.heldPlace?.column == place ? board.heldPlace : nil
    let isFocused = place == context.place && board.carry == nil
    focused = isFocused ? board.focus.row : nil
    carried = board.carry?.deals ?? []
    marked = board.marked
    pending = board.pending.filter { $0.mayTouch(stage?.stage.id, of: context.shown) }.map(\.ticket)
    wins = place == .won ? (context.dropped ?? context.figures).dealsWonThisMonth : 0
  }
}
