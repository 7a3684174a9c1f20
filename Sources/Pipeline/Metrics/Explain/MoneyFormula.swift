/// The formula of a figure of one currency in words, then with its inputs filled in.
struct MoneyFormula {
  let kind: FigureName.Kind
  let open: OpenTotals
  let figures: CurrencyFigures
  let currency: Currency

  /// One line each; empty for a figure that is of no currency.
  var lines: [String] {
    let closed = figures.closed
    switch kind {
    case .openValue: return sum(open.value, phrase("of the open deals"))
    case .createdValue: return sum(figures.created, phrase("of the deals created in the window"))
    case .wonValue: return sum(closed.won, phrase("of the deals won in the window"))
    case .lostValue: return sum(closed.lost, phrase("of the deals lost in the window"))
    case .wonInMonth: return sum(figures.wonInMonth, phrase("of the deals won this month"))
    case .averageSize:
      return mean(open.value, phrase("the open deals"), none: phrase("no open deal has a value"))
    case .averageWon:
      return mean(
        closed.won,
        phrase("the deals won in the window"),
        none: phrase("none of them has a value")
      )
    case .weightedValue:
      return [
        phrase(
          "sum of value × probability over the open deals, their own probability or their stage's"
        ),
        open.weighted.map { "= \(FigureWords.money($0, currency))" }
          ?? phrase("= n/a: no open deal has a probability, nor has its stage"),
      ]
    case .winRateByValue: return rateByValue
    case .velocity: return velocity
    case .openDeals, .stale, .winRate, .recentWinRate, .cohort, .ageAtWin, .ageAtLoss, .timeInStage,
      .currentVisit, .conversion, .asked, .converted, .pending, .created, .won, .lost, .regressions:
      return []
    }
  }

  private func sum(_ totals: ValueTotals, _ whose: String) -> [String] {
    [phrase("sum of the values \(whose)"), "= \(FigureWords.money(totals.minorUnits, currency))"]
  }

  private func mean(_ totals: ValueTotals, _ whose: String, none: String) -> [String] {
    let words = phrase("value of \(whose) that have one / their number")
    guard let mean = totals.mean else { return [words, "= n/a: \(none)"] }
    let sum = FigureWords.money(totals.minorUnits, currency)
    return [
      words, "= \(sum) / \(FigureWords.count(totals.valued))",
      "= \(FigureWords.money(mean, currency))",
    ]
  }

  private var rateByValue: [String] {
    let words = phrase("value won / (value won + value lost), deals closed in the window")
    guard let rate = figures.closed.winRateByValue else {
      return [words, phrase("= n/a: nothing of value was closed")]
    }
    let won = FigureWords.money(figures.closed.won.minorUnits, currency)
    let lost = FigureWords.money(figures.closed.lost.minorUnits, currency)
    return [words, "= \(won) / (\(won) + \(lost)) = \(FigureWords.percent(rate))"]
  }

  private var velocity: [String] {
    let (velocity, closed) = (figures.velocity, figures.closed)
    let size = velocity.meanWonValue.map { FigureWords.money($0, currency) }
    let age = velocity.meanAgeAtWin.map { FigureWords.days($0) }
    let rate = velocity.outcomes
    let perDay = velocity.perDay.map { phrase("\(FigureWords.money($0, currency)) a day") }
    let valued = phrase(
      "\(FigureWords.count(closed.won.valued)) of \(FigureWords.count(closed.won.deals))"
    )
    if velocity.isIdle { return ["N × V × W / L", phrase("= \(perDay ?? "0"): no deal is open")] }
    return [
      "N × V × W / L",
      phrase("N = \(FigureWords.count(velocity.openDeals)), open deals that are not stale"),
      phrase(
        "V = \(size ?? phrase("n/a")), mean value of the deals won in the window (\(valued) valued)"
      ),
      phrase("W = \(FigureWords.share(rate, none: phrase("none closed"))), win rate by count"),
      phrase(
        "L = \(age ?? phrase("n/a")), mean age at win of \(FigureWords.counted(velocity.knownAges, "deal", "deals"))"
      ),
      "= \(perDay ?? phrase("n/a: V, W or L is missing, or L is 0"))",
    ]
      + (velocity.cases.map { cases in
        velocity.isThin && velocity.perDay != nil
          ? [phrase("thin: \(FigureWords.count(cases)) cases, fewer than 20")] : []
      } ?? [])
  }
}
