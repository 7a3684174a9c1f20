import Pipeline

/// All that the cards of a column are drawn from, without going through them.
struct ColumnContent: Equatable, Sendable {
  let place: ColumnPlace
  /// The deals that are shown.
  let shown: ContentStamp
  /// The deals as they are, which a carried card is drawn as.
  let actual: ContentStamp
  /// All deals, in whose workspace the team and the stages are named.
  let all: ContentStamp
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
  /// The steps that are on their way, of whose deals the cards say that they are not saved.
  let pending: [Ticket]
  /// How many deals were won this month, which the column of wins says.
  let wins: Int

  init(_ context: BoardContext, _ layout: BoardLayout, _ place: ColumnPlace) {
    self.place = place
    shown = context.board.shown.stamp
    actual = context.board.actual.stamp
    all = context.board.workspace.stamp
    density = layout.density
    today = context.today
    saysNoStep = context.saysNoStep
    top = context.board.tops[place] ?? 0
    held = context.board.heldPlace?.column == place ? context.board.heldPlace : nil
    let isFocused = place == context.place && context.board.carry == nil
    focused = isFocused ? context.board.focus.row : nil
    carried = context.board.carry?.deals ?? []
    marked = context.board.marked
    pending = context.board.pending.map(\.ticket)
    wins = place == .won ? (context.dropped ?? context.figures).dealsWonThisMonth : 0
  }
}
