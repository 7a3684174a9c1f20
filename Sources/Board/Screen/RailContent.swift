import Pipeline

/// All that a rail is drawn from.
struct RailContent: Equatable, Sendable {
  let name: String
  let role: Role
  let deals: Int
  /// Whether that is not counted yet.
  let isCounting: Bool
  /// What the wins of the month add up to; of nothing on a stage's rail.
  let sums: PerCurrency<ValueTotals>
  /// The currency that comes first.
  let currency: Currency
  /// Whether the column has the focus, or something is carried to it.
  let isTarget: Bool

  init(_ context: BoardContext, _ place: ColumnPlace) {
    let figures = context.dropped ?? context.figures
    if case .stage(let index) = place, figures.stages.indices.contains(index) {
      name = figures.stages[index].stage.name
      role = Role.stage(at: index)
      deals = figures.stages[index].open.deals
      sums = PerCurrency()
    } else {
      name = phrase("WON")
      role = .won
      deals = figures.dealsWonThisMonth
      sums = figures.wonThisMonth
    }
    isCounting = place == .won && context.board.isFilterPending
    currency = context.currency
    isTarget = context.place == place
  }

  /// How many deals, as a text; what is not counted yet is not none.
  var count: String { isCounting ? "…" : FigureText.grouped(deals) }
}
