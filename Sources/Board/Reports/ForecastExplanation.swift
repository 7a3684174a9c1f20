public import Pipeline

/// Why a cell of the forecast's grid is what it is; a goal has an explanation of its own.
struct ForecastExplanation {
  private let place: ForecastPlace
  private let currency: Currency
  private let figures: Figures

  /// A cell, counted in the figures that it is of.
  init(_ place: ForecastPlace, _ currency: Currency, _ figures: Figures) {
    self.place = place
    self.currency = currency
    self.figures = figures
  }

  private var when: String {
    let names = place.columns.map { column in
      switch column {
      case .overdue: phrase("before \(figures.asOf)")
      case .month: phrase("in \(column.name)")
      case .noDate: phrase("on no known day")
      }
    }
    guard let first = names.first, let last = place.columns.last else { return "" }
    return names.count == 1 ? first : phrase("\(first) to \(last.name)")
  }

  /// The explanation; the deals are those of the as-of day, oldest first.
  func explanation(from deals: [Deal]) -> Explanation {
    if place.row == .won {
      let won = figures.explain([FigureName(.wonInMonth, currency: currency)], from: deals).first
      if let won { return won }
    }
    let due = deals.filter { deal in
      guard deal.status.isOpen, !deal.isDeleted, deal.currency == currency,
        place.columns.contains(
          ForecastColumn(expectedClose: deal.expectedClose, asOf: figures.asOf)
        )
      else { return false }
      if case .category(let category) = place.row { return deal.category == category }
      return true
    }
    let forecast = figures.byCurrency[currency]?.forecast ?? Forecast()
    let cells = place.columns.compactMap { forecast[$0] }
    return Explanation(
      title: title,
      formula: formula(cells),
      window: nil,
      asOf: figures.asOf,
      leftOut: leftOut(due),
      deals: due.filter(isCounted).map(\.id)
    )
  }

  private var title: String {
    let what =
      switch place.row {
      case .deals: phrase("Deals")
      case .won: phrase("Won this month")
      case .category(let category): phrase("Forecast \(category.rawValue)")
      case .open, .goal, .owner: phrase("Open value")
      case .weighted: phrase("Weighted value")
      case .expected: phrase("Won and weighted")
      }
    return phrase("\(what) expected \(when) in \(currency)")
  }

  private func formula(_ cells: [ForecastCell]) -> [String] {
    func money(_ value: Ratio?) -> String { FigureWords.money(value ?? Ratio(0), currency) }
    // Of no deals a sum is 0; of deals of which none has a probability the weighted one is not known.
    let open = ForecastGrid.value(.weighted, of: cells)
    let isUnknown = open == nil && ForecastGrid.value(.deals, of: cells) != nil
    let unknown = phrase("= n/a: no open deal has a probability, nor has its stage")
    let value = ForecastGrid.value(place.row, of: cells)
    switch place.row {
    case .deals:
      return [
        phrase("open deals expected to close \(when)"),
        "= \(FigureWords.count(value.map { Int($0.rounded(decimals: 0)) } ?? 0))",
      ]
    case .category(let category):
      return [
        phrase(
          "sum of the values of the open deals of category \(category.rawValue), expected to close"
        )
          + " \(when)", "= \(money(value))",
      ]
    case .open, .goal, .owner:
      return [
        phrase("sum of the values of the open deals expected to close \(when)"),
        "= \(money(ForecastGrid.value(.open, of: cells)))",
      ]
    case .weighted:
      return [
        phrase(
          "sum of value × probability over the open deals expected to close \(when), each by its own"
        )
          + phrase(" probability or its stage's; omitted ones weigh nothing"),
        isUnknown ? unknown : "= \(money(value))",
      ]
    case .won, .expected:
      let isPresent = place.columns.contains {
        $0.period?.days.contains(figures.asOf) == true
      }
      let won = isPresent ? figures.byCurrency[currency]?.wonInMonth.minorUnits ?? 0 : 0
      return [
        phrase("won this month + sum of value × probability of what is expected \(when)")
      ]
        + (isUnknown
          ? [unknown]
          : [
            "= \(money(Ratio(won))) + \(money(open))",
            "= \(money(Ratio(won) + (open ?? Ratio(0))))",
          ])
    }
  }

  private func isCounted(_ deal: Deal) -> Bool {
    if place.row == .deals { return true }
    guard deal.minorUnits != nil else { return false }
    guard isWeighted else { return true }
    return deal.category != .omitted && probability(of: deal) != nil
  }

  private var isWeighted: Bool { place.row == .weighted || place.row == .expected }

  private func probability(of deal: Deal) -> Probability? {
    deal.probability(in: figures.pipeline.stage(deal.stage))
  }

  private func leftOut(_ due: [Deal]) -> [Explanation.LeftOut] {
    guard place.row != .deals else { return [] }
    let valued = due.filter { $0.minorUnits != nil }
    let parts: [(Int, String)] = [
      (due.count - valued.count, phrase("without a value")),
      (
        isWeighted ? valued.count { $0.category == .omitted } : 0,
        phrase("omitted from the forecast by hand")
      ),
      (
        isWeighted
          ? valued.count { $0.category != .omitted && probability(of: $0) == nil } : 0,
        phrase("with a value and no probability")
      ),
    ]
    return parts.filter { $0.0 > 0 }.map { Explanation.LeftOut($0.0, $0.1) }
  }
}

extension Figures {
  /// Which open deals of a currency have no part in the weighted values, and why; the deals are those
  /// of the as-of day, oldest first.
  func explainLeftOut(of currency: Currency, from deals: [Deal]) -> Explanation {
    let open = deals.filter {
      $0.status.isOpen && !$0.isDeleted && $0.currency == currency && $0.pipeline == pipeline.id
    }
    let unvalued = open.filter { $0.minorUnits == nil }
    let omitted = open.filter { $0.minorUnits != nil && $0.category == .omitted }
    let unweighted = open.filter {
      $0.minorUnits != nil && $0.category != .omitted
        && $0.probability(in: pipeline.stage($0.stage)) == nil
    }
    let parts = [
      (unvalued, phrase("without a value")),
      (unweighted, phrase("with a value and no probability")),
      (omitted, phrase("omitted from the forecast by hand")),
    ]
    let all = parts.flatMap { $0.0.map(\.id) }.sorted()
    return Explanation(
      title: phrase("Not in the weighted values in \(currency)"),
      formula: [
        phrase("open deals that have no value or no probability, or are omitted by hand")
      ] + parts.map { "\(FigureWords.count($0.0.count)) \($0.1)" } + [
        "= \(FigureWords.count(all.count)) of \(FigureWords.counted(open.count, "open deal", "open deals"))"
      ],
      window: nil,
      asOf: asOf,
      deals: all
    )
  }
}

/// Why each column of a forecast is what it is, in every currency: its open and its weighted value.
public struct ForecastColumnExplanations {
  /// Each under its name, such as `weighted-value:2026-04 EUR`.
  public let all: [(name: String, explanation: Explanation)]

  /// Explains the columns of figures; the deals are the open ones of the as-of day, oldest first.
  public init(of figures: Figures, from deals: [Deal]) {
    all = figures.byCurrency.flatMap { currency, part in
      part.forecast.columns.flatMap { column in
        [("open-value", ForecastRow.open), ("weighted-value", .weighted)].map { name, row in
          let place = ForecastPlace(row, [column])
          let explained = ForecastExplanation(place, currency, figures).explanation(from: deals)
          return (name: "\(name):\(column.name) \(currency)", explanation: explained)
        }
      }
    }
  }
}
