import Pipeline

/// All that a card is drawn from.
struct CardContent: Equatable, Sendable {
  /// Whether the card has the focus, is carried, or neither.
  enum Look: Sendable {
    case plain
    case focused
    case carried
  }

  let deal: Deal
  let look: Look
  let density: Density
  let today: Day
  /// Whether the card says that the deal has no next step.
  let saysNoStep: Bool
  let isMarked: Bool
  /// Whether the deal has changes that are not saved yet.
  let isUnsaved: Bool
  /// The letters of the deal's owner; `nil` where nobody owns it.
  let initials: String?
  /// The stage that the deal stands in; `nil` where it is not on the board.
  let stage: Stage?
  /// The median days of those who left that stage.
  let median: Ratio?

  /// How the age of the deal's present visit looks.
  var age: AgeDots { AgeDots(deal, stage: stage, median: median, today: today) }
}
