/// The formula of a figure in words, then with its inputs filled in.
struct FigureFormula {
  let name: FigureName
  let figures: Figures

  init(_ name: FigureName, in figures: Figures) {
    self.name = name
    self.figures = figures
  }

  private var place: StageReport? {
    name.stage.flatMap { figures.report(at: $0) }
  }

  private var open: OpenDeals { place?.open ?? figures.open }

  /// One line each; the last but for remarks is the number, or why there is none.
  var lines: [String] {
    let outcomes = name.outcomes(in: figures)
    switch name.kind {
    case .openDeals:
      return [
        phrase("deals that are open"),
        count(name.currency.map { open[$0].value.deals } ?? open.deals),
      ]
    case .stale:
      return [
        phrase("open deals untouched for longer than their stage allows"),
        phrase("\(count(open.stale)) of \(FigureWords.count(open.deals))"),
      ]
    case .openValue, .averageSize, .weightedValue, .averageWon, .winRateByValue, .velocity,
      .createdValue, .wonValue, .lostValue, .wonInMonth:
      guard let currency = name.currency else { return [phrase("n/a: no currency was named")] }
      return MoneyFormula(
        kind: name.kind,
        open: open[currency],
        figures: figures.byCurrency[currency] ?? CurrencyFigures(),
        currency: currency
      ).lines
    case .winRate:
      let who = place == nil ? "" : phrase(" that reached it")
      return rate(
        name.share(in: figures) ?? Share(0, of: 0),
        phrase("won / (won + lost), deals closed in the window\(who)"),
        none: phrase("none closed")
      )
    case .recentWinRate:
      return rate(
        figures.recentWinRate,
        phrase("won / (won + lost), deals closed in the last 90 days"),
        none: phrase("none closed")
      )
    case .cohort: return cohort
    case .ageAtWin:
      return days(
        outcomes.agesAtWin,
        phrase("days from creation to win"),
        none: outcomes.noAgeAtWin
      )
    case .ageAtLoss:
      return days(
        outcomes.agesAtLoss,
        phrase("days from creation to loss"),
        none: outcomes.noAgeAtLoss
      )
    case .timeInStage:
      return days(
        place?.daysOfThoseWhoLeft ?? DayHistogram(),
        phrase("days over all visits, of the deals that were there and are not open in it"),
        none: phrase("none left it")
      )
    case .currentVisit:
      let mean = open.meanVisitDays(on: figures.asOf).map { FigureWords.days($0) }
      return [
        phrase("days of the present visit, mean over the open deals"),
        "= \(mean ?? phrase("n/a: none is there"))",
      ]
    case .conversion:
      return rate(
        place?[name.policy].share ?? Share(0, of: 0),
        phrase(
          "converted / (converted + failed), policy \(phrase(named: name.policy)): \(name.policy.words)"
        ),
        none: phrase("none went on or failed")
      )
    case .asked: return asked
    case .converted:
      return [phrase("deals that went on from there, \(policy)"), count(conversion.converted)]
    case .pending:
      return [
        phrase("open deals that may still go on from there, \(policy)"),
        count(conversion.pending), phrase("they are in no denominator"),
      ]
    case .created: return [phrase("deals created in the window"), count(figures.cohort.created)]
    case .won: return [phrase("deals won in the window"), count(outcomes.won)]
    case .lost: return [phrase("deals lost in the window"), count(outcomes.lost)]
    case .regressions:
      let deals = FigureWords.counted(figures.regressions.deals, "deal", "deals")
      return [
        phrase("moves to an earlier stage in the window"),
        phrase("\(count(figures.regressions.moves)), of \(deals)"),
      ]
    }
  }

  private func count(_ number: Int) -> String { "= \(FigureWords.count(number))" }

  private var cohort: [String] {
    let cohort = figures.cohort
    return [
      phrase("deals created in the window, by how they stand now"),
      phrase("= \(FigureWords.count(cohort.won)) won + \(FigureWords.count(cohort.lost)) lost + ")
        + phrase("\(FigureWords.count(cohort.open)) still open"),
    ]
  }

  private var conversion: Conversion { place?[name.policy] ?? Conversion() }

  private var policy: String {
    phrase("policy \(phrase(named: name.policy)): \(name.policy.words)")
  }

  private var asked: [String] {
    let parts = [conversion.converted, conversion.failed, conversion.pending]
    let sum = parts.map { FigureWords.count($0) }.joined(separator: " + ")
    return [
      phrase("converted + failed + pending, \(policy)"),
      "= \(sum) = \(FigureWords.count(conversion.asked))",
    ]
  }

  /// A share with its inputs, its range and, where the cases are few, that they are.
  private func rate(_ share: Share, _ words: String, none: String) -> [String] {
    guard let ratio = share.ratio else { return [words, "= n/a: \(none)"] }
    let rest = FigureWords.count(share.whole - share.part)
    let part = FigureWords.count(share.part)
    return [words, "= \(part) / (\(part) + \(rest)) = \(FigureWords.percent(ratio))"]
      + share.remarks
  }

  private func days(_ days: DayHistogram, _ words: String, none: String) -> [String] {
    guard let mean = days.mean, let median = days.median else { return [words, "= n/a: \(none)"] }
    let (sum, count) = (FigureWords.count(days.sum), FigureWords.count(days.count))
    return [
      words, phrase("mean = \(sum) / \(count) = \(FigureWords.days(mean))"),
      phrase("median = \(FigureWords.days(median))"),
    ]
  }
}

extension Share {
  /// Its 95 % range and, where the cases are few, that they are, in words; nothing of no cases.
  var remarks: [String] {
    guard let range else { return [] }
    let words = phrase("95 % range: \(FigureWords.percent(range)) (Wilson)")
    guard isThin else { return [words] }
    return [words, phrase("thin: \(FigureWords.count(whole)) cases, fewer than 20")]
  }
}

extension ConversionPolicy {
  /// Who is asked and what counts as converted, in words.
  public var words: String {
    switch self {
    case .reached: phrase("asked is who got there or further, converted who got further or won")
    case .touched:
      phrase("asked is who was there, converted who was in a later stage after it or won")
    case .strict:
      phrase("asked is who was there, converted who went from there directly to the next")
    }
  }
}
