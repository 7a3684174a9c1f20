import Pipeline

/// What the parts of the board have in common in a frame, worked out once.
///
/// A class, so that each part holds a reference and not a copy of the board.
final class BoardContext: Sendable {
  let board: BoardState
  /// The deals that are shown: all, those that a filter leaves, or those as they would be.
  let shown: Workspace
  let today: Day
  /// The column that the focus is in, or that something is carried to.
  let place: ColumnPlace
  /// The live figures as they are.
  let figures: LiveFigures
  /// The figures as they would be if what is carried were dropped; `nil` while nothing is.
  let dropped: LiveFigures?
  /// The currency that comes first.
  let currency: Currency
  /// The stages in board order, with the median days of those who left each.
  private let stages: [(stage: Stage, median: Ratio?)]
  /// Whether cards say that a deal has no next step; where most have none it is said once for all.
  let saysNoStep: Bool

  init(_ board: borrowing BoardState) {
    self.board = copy board
    shown = board.shown
    figures = board.figures
    dropped = board.figuresIfDropped
    currency = board.currency
    today = board.clock.today
    place = board.shownColumnPlace
    stages = figures.stages.map { ($0.stage, $0.daysOfThoseWhoLeft.median) }
    saysNoStep = !figures.mostLackNextStep
  }

  /// The stage whose deals stand in a column; `nil` in that of wins.
  func stage(at place: ColumnPlace) -> (stage: Stage, median: Ratio?)? {
    guard case .stage(let index) = place, stages.indices.contains(index) else { return nil }
    return stages[index]
  }

  /// What the card of a deal is drawn from.
  func content(of deal: Deal, _ look: CardContent.Look, _ density: Density) -> CardContent {
    let here = stages.first { $0.stage.id == deal.stage }
    return CardContent(
      deal: deal,
      look: look,
      density: density,
      today: today,
      saysNoStep: saysNoStep,
      isMarked: board.marked.contains(deal.id),
      isUnsaved: board.isUnsaved(deal.id),
      initials: deal.owner.flatMap { board.workspace.person($0)?.initials },
      stage: here?.stage,
      median: here?.median
    )
  }
}
