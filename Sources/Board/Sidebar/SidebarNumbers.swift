import Pipeline

/// The live figures that the sidebar words, and what they are measured from.
struct SidebarNumbers: Equatable, Sendable {
  let figures: LiveFigures
  /// The figures as they would be if what is carried were dropped; `nil` while nothing is.
  let dropped: LiveFigures?
  /// What changes beside numbers are measured from; `nil` where nothing is to be said of it.
  let comparison: FigureComparison?
  /// Whether no deal is left out by a choice.
  let showsAll: Bool
  /// The currency that comes first.
  let currency: Currency
  /// Whether the closed deals' figures are being counted.
  let isBehind: Bool
  /// Whether nothing is known yet of the closed deals that a filter lets through.
  let lacksClosed: Bool
  let people: [Person]

  init(_ board: borrowing BoardState) {
    figures = board.figures
    dropped = board.figuresIfDropped
    comparison = board.shownComparison
    showsAll = board.narrowing.isEmpty
    currency = board.currency
    isBehind = board.isBehind
    lacksClosed = board.isFilterPending
    people = board.workspace.people
  }
}
