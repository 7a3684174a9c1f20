/// The formula of a figure in words, then with its inputs filled in.
struct FigureFormula {
  let name: FigureName
  let figures: Figures

  init(_ name: FigureName, in figures: Figures) {
    self.name = name
    self.figures = figures
  }

  private var place: StageReport? {
    name.stage.flatMap { figures.stages.indices.contains($0) ? figures.stages[$0] : nil }
  }

  private var open: OpenDeals { place?.open ?? figures.open }

  /// One line each; the last but for remarks is the number, or why there is none.
  var lines: [String] {
    let outcomes = figures.outcomes
    switch name.kind {
    case .openDeals: return ["deals that are open", count(open.deals)]
    case .stale:
      return [
        "open deals untouched for longer than their stage allows",
        "\(count(open.stale)) of \(FigureWords.count(open.deals))",
      ]
    case .openValue, .averageSize, .weightedValue, .averageWon, .winRateByValue, .velocity,
      .createdValue, .wonValue, .lostValue, .wonInMonth:
      guard let currency = name.currency else { return ["n/a: no currency was named"] }
      return MoneyFormula(
        kind: name.kind,
        open: open[currency],
        figures: figures.byCurrency[currency] ?? CurrencyFigures(),
        currency: currency
      ).lines
    case .winRate:
      let who = place == nil ? "" : " that reached it"
      return rate(
        place?.winRate ?? figures.winRate,
        "won / (won + lost), deals closed in the window\(who)",
        none: "none closed"
      )
    case .recentWinRate:
      return rate(
        figures.recentWinRate,
        "won / (won + lost), deals closed in the last 90 days",
        none: "none closed"
      )
    case .cohort: return cohort
    case .ageAtWin: return days(outcomes.agesAtWin, "days from creation to win", none: "none won")
    case .ageAtLoss:
      return days(outcomes.agesAtLoss, "days from creation to loss", none: "none lost")
    case .timeInStage:
      return days(
        place?.daysOfThoseWhoLeft ?? DayHistogram(),
        "days over all visits, of the deals that were there and are not open in it",
        none: "none left it"
      )
    case .currentVisit:
      let mean = open.meanVisitDays(on: figures.asOf).map { FigureWords.days($0) }
      return [
        "days of the present visit, mean over the open deals", "= \(mean ?? "n/a: none is there")",
      ]
    case .conversion:
      return rate(
        place?[name.policy].share ?? Share(0, of: 0),
        "converted / (converted + failed), policy \(name.policy.rawValue): \(name.policy.words)",
        none: "none went on or failed"
      )
    case .created: return ["deals created in the window", count(figures.cohort.created)]
    case .won: return ["deals won in the window", count(outcomes.won)]
    case .lost: return ["deals lost in the window", count(outcomes.lost)]
    case .regressions:
      let deals = FigureWords.counted(figures.regressions.deals, "deal", "deals")
      return [
        "moves to an earlier stage in the window",
        "\(count(figures.regressions.moves)), of \(deals)",
      ]
    }
  }

  private func count(_ number: Int) -> String { "= \(FigureWords.count(number))" }

  private var cohort: [String] {
    let cohort = figures.cohort
    return [
      "deals created in the window, by how they stand now",
      "= \(FigureWords.count(cohort.won)) won + \(FigureWords.count(cohort.lost)) lost + "
        + "\(FigureWords.count(cohort.open)) still open",
    ]
  }

  /// A share with its inputs, its range and, where the cases are few, that they are.
  private func rate(_ share: Share, _ words: String, none: String) -> [String] {
    guard let ratio = share.ratio, let range = share.range else {
      return [words, "= n/a: \(none)"]
    }
    let rest = FigureWords.count(share.whole - share.part)
    let part = FigureWords.count(share.part)
    var lines = [words, "= \(part) / (\(part) + \(rest)) = \(FigureWords.percent(ratio))"]
    lines.append("95 % range: \(FigureWords.percent(range)) (Wilson)")
    if share.isThin { lines.append("thin: \(FigureWords.count(share.whole)) cases, fewer than 20") }
    return lines
  }

  private func days(_ days: DayHistogram, _ words: String, none: String) -> [String] {
    guard let mean = days.mean, let median = days.median else { return [words, "= n/a: \(none)"] }
    let (sum, count) = (FigureWords.count(days.sum), FigureWords.count(days.count))
    return [
      words, "mean = \(sum) / \(count) = \(FigureWords.days(mean))",
      "median = \(FigureWords.days(median))",
    ]
  }
}

extension ConversionPolicy {
  /// Who is asked and what counts as converted, in words.
  public var words: String {
    switch self {
    case .reached: "asked is who got there or further, converted who got further or won"
    case .touched: "asked is who was there, converted who was in a later stage after it or won"
    case .strict: "asked is who was there, converted who went from there directly to the next"
    }
  }
}
