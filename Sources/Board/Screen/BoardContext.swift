import Pipeline

/// What the parts of the board have in common in a frame, worked out once.
///
/// A class, so that each part holds a reference and not a copy of the board.
final class BoardContext: Sendable {
  let board: BoardState
  let today: Day
  /// The live figures as they are.
  let figures: LiveFigures
  /// The figures as they would be if what is carried were dropped; `nil` while nothing is.
  let dropped: LiveFigures?
  /// The currency that comes first.
  let currency: Currency
  /// Whether cards say that a deal has no next step; where most have none it is said once for all.
  let saysNoStep: Bool
  private let stages: [Identifier<Stage>: (stage: Stage, median: Ratio?)]

  init(_ board: BoardState) {
    self.board = board
    figures = board.figures
    dropped = board.figuresIfDropped
    currency = board.currency
    today = board.clock.today
    saysNoStep = !figures.mostLackNextStep
    stages = Dictionary(
      figures.stages.map { ($0.stage.id, ($0.stage, $0.daysOfThoseWhoLeft.median)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// What the card of a deal is drawn from.
  func content(of deal: Deal, _ look: CardContent.Look, _ density: Density) -> CardContent {
    let here = stages[deal.stage]
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
