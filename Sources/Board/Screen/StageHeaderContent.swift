import Pipeline

/// All that the head of a stage column is drawn from.
struct StageHeaderContent: Equatable, Sendable {
  /// What stands in the column.
  enum Figures: Equatable, Sendable {
    /// A stage of the board: which, counted from 0, its open deals, and its share of the open value.
    case stage(Int, Stage, OpenDeals, share: Ratio?)
    /// The deals won this month, and how many they are.
    case won(PerCurrency<ValueTotals>, deals: Int)
  }

  let figures: Figures
  /// The same without what is carried; `nil` while nothing is.
  let now: Figures?
  let isFocused: Bool
  /// Whether the figures are not counted yet.
  let isCounting: Bool
  /// The currency that comes first.
  let currency: Currency

  init(_ context: BoardContext, _ place: ColumnPlace) {
    currency = context.currency
    figures = Self.figures(context.dropped ?? context.figures, place, currency)
    now = context.dropped == nil ? nil : Self.figures(context.figures, place, currency)
    isFocused = context.place == place
    isCounting = place == .won && context.board.isFilterPending
  }

  /// How many deals, as a text; what is not counted yet is not none.
  var count: String { isCounting ? "…" : FigureText.grouped(figures.deals) }

  /// The sums, as `Figures` has them; none while they are not counted.
  var sums: [String] { isCounting ? [] : figures.sums(first: currency) }

  /// How many of so many cells its share fills.
  func filled(of width: Int) -> Int { isCounting ? 0 : figures.filled(of: width) }

  private static func figures(
    _ live: LiveFigures,
    _ place: ColumnPlace,
    _ currency: Currency
  ) -> Figures {
    guard case .stage(let index) = place, live.stages.indices.contains(index) else {
      return .won(live.wonThisMonth, deals: live.dealsWonThisMonth)
    }
    let stage = live.stages[index]
    return .stage(
      index,
      stage.stage,
      stage.open,
      share: live.share(stage: index, in: currency)
    )
  }
}

extension StageHeaderContent.Figures {
  /// The name over the column.
  var title: String {
    switch self {
    case .stage(_, let stage, _, _): stage.name
    case .won: phrase("Won")
    }
  }

  var role: Role {
    switch self {
    case .stage(let index, _, _, _): Role.stage(at: index)
    case .won: .won
    }
  }

  var deals: Int {
    switch self {
    case .stage(_, _, let open, _): open.deals
    case .won(_, let deals): deals
    }
  }

  /// What stands at the right of the sum, the shorter the later.
  var chances: [String] {
    switch self {
    case .stage(_, let stage, _, _): [stage.probability.map { "\($0.percent)%" } ?? ""]
    case .won: [phrase("this month"), phrase("month"), ""]
    }
  }

  /// How many of so many cells its share fills.
  func filled(of width: Int) -> Int {
    switch self {
    case .stage(_, _, _, let share):
      share.map { Int(($0 * Ratio(width)).rounded(decimals: 0)) } ?? 0
    case .won(_, let deals): deals > 0 ? width : 0
    }
  }

  /// The sums: that in the first currency, then the others as their own short ones.
  func sums(first main: Currency) -> [String] {
    let currencies =
      switch self {
      case .stage(_, _, let open, _): open.byCurrency.currencies
      case .won(let won, _): won.currencies
      }
    let sums = ([main] + currencies.filter { $0 != main }).compactMap { currency in
      totals(in: currency).flatMap { totals in
        totals.valued == 0 ? nil : MoneyText.short(totals.minorUnits, currency)
      }
    }
    guard sums.isEmpty else { return sums }
    return [deals == 0 ? MoneyText.short(Int128(0), main) : phrase("no value")]
  }

  private func totals(in currency: Currency) -> ValueTotals? {
    switch self {
    case .stage(_, _, let open, _): open.byCurrency[currency]?.value
    case .won(let won, _): won[currency]
    }
  }
}
