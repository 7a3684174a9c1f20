import Pipeline

/// What all cards of a frame have in common, worked out once.
///
/// A class, so that each card holds a reference and not a copy of the board.
final class CardContext: Sendable {
  let board: BoardState
  let today: Day
  /// Whether cards say that a deal has no next step; where most have none it is said once for all.
  let saysNoStep: Bool
  /// The deals with changes that are not saved yet.
  private let unsaved: Set<Identifier<Deal>>
  private let stages: [Identifier<Stage>: (stage: Stage, median: Ratio?)]

  init(_ board: BoardState) {
    self.board = board
    let figures = board.figures
    today = board.clock.today
    saysNoStep = !figures.mostLackNextStep
    unsaved = Set(board.pending.flatMap(\.before).map(\.id))
    stages = Dictionary(
      figures.stages.map { ($0.stage.id, ($0.stage, $0.daysOfThoseWhoLeft.median)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The letters of a deal's owner; `nil` where nobody owns it.
  func initials(of deal: Deal) -> String? {
    deal.owner.flatMap { board.workspace.person($0)?.initials }
  }

  /// Whether a deal has changes that are not saved yet.
  func isUnsaved(_ deal: Deal) -> Bool { unsaved.contains(deal.id) }

  /// How the age of a deal's present visit looks.
  func age(of deal: Deal) -> AgeDots {
    let here = stages[deal.stage]
    return AgeDots(deal, stage: here?.stage, median: here?.median, today: today)
  }
}
