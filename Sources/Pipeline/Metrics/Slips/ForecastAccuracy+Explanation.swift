extension ForecastAccuracy {
  /// Why what was forecast and won in each period and currency is what it is, under names such as
  /// `accuracy:2026-03 EUR`.
  ///
  /// The deals are those that were forecast and those that were won, where they were kept.
  public var explanations: [(name: String, explanation: Explanation)] {
    lines.flatMap { line in
      line.byCurrency.map { currency, cell in
        (
          name: "accuracy:\(line.period) \(currency)",
          explanation: explanation(of: cell, in: currency, line.period)
        )
      }
    }
  }

  /// The same of one period and currency; `nil` where nothing was forecast or won there.
  public func explanation(of period: Period, in currency: Currency) -> Explanation? {
    lines.first { $0.period == period }?.byCurrency[currency].map {
      explanation(of: $0, in: currency, period)
    }
  }

  private func explanation(of cell: Cell, in currency: Currency, _ period: Period) -> Explanation {
    func rate(_ ratio: Ratio?) -> String { ratio.map { FigureWords.percent($0) } ?? phrase("n/a") }
    let won = FigureWords.money(cell.won.minorUnits, currency)
    let weighted = FigureWords.money(cell.forecast.weighted, currency)
    let commit = FigureWords.money(cell.commit.minorUnits, currency)
    let leftOut = [
      (cell.forecast.value.unvalued, phrase("forecast without a value")),
      (cell.forecast.unweighted, phrase("forecast with a value and no probability")),
      (cell.won.unvalued, phrase("won without a value")),
    ]
    return Explanation(
      title: phrase("Forecast of \(period.description) in \(currency)"),
      formula: [
        phrase("won in the period / weighted value of what was due in it, on its first day"),
        "= \(won) / \(weighted) = \(rate(cell.wonOfWeighted))",
        phrase("of what was committed then: \(won) / \(commit) = \(rate(cell.wonOfCommit))"),
      ],
      window: period.days,
      asOf: asOf,
      leftOut: leftOut.filter { $0.0 > 0 }.map { Explanation.LeftOut($0.0, $0.1) },
      deals: Set(cell.deals).sorted()
    )
  }
}
