import Pipeline

/// One figure now beside then, as it is written.
struct ComparisonRow {
  private let name: FigureName
  private let figures: ComparedFigures
  let comparison: Comparison

  init(_ name: FigureName, _ figures: ComparedFigures) {
    self.name = name
    self.figures = figures
    comparison = Comparison(
      then: name.value(in: figures.then),
      now: name.value(in: figures.now),
      aim: name.aim
    )
  }

  /// The figure's name; its stage and currency stand in the heading above it.
  var label: String {
    switch name.kind {
    case .conversion: phrase("Goes on (\(phrase(named: name.policy)))")
    case .timeInStage: phrase("Time in stage")
    case .velocity: phrase("Velocity a day")
    case .averageSize where name.stage != nil:
      phrase("Average size") + (name.currency.map { phrase(" in \($0)") } ?? "")
    default: name.kind.words
    }
  }

  /// The value of one of the two, rates and ages with their n, shares with their 95 % range where
  /// there is room for it; short where there is little room.
  func text(then isThen: Bool, isShort: Bool = false, hasRange: Bool = false) -> String {
    let figures = isThen ? self.figures.then : self.figures.now
    if let share = name.share(in: figures) {
      guard isShort else {
        let range = hasRange ? share.range.map { ", " + ReportText.range($0) } ?? "" : ""
        return ReportText.share(share, none: phrase("none closed")) + range
      }
      guard let ratio = share.ratio else { return phrase("n/a: none") }
      let cases = "\(FigureText.grouped(share.part))/\(FigureText.grouped(share.whole))"
      return "\(FigureText.percent(ratio)) (\(cases))"
    }
    guard let value = isThen ? comparison.then : comparison.now else { return phrase("n/a") }
    let text = Self.text(value, name.unit)
    let cases = ages(in: figures) ?? shareByValue(in: figures)
    return cases.map { "\(text) (\(FigureText.grouped($0)))" } ?? text
  }

  /// Whether one of the two rests on fewer than 20 cases.
  func isThin(then isThen: Bool) -> Bool {
    let figures = isThen ? self.figures.then : self.figures.now
    if let share = name.share(in: figures) { return share.isThin }
    let cases = ages(in: figures) ?? closed(in: figures)
    return cases.map { $0 < StageSuggestion.fewestCases } ?? false
  }

  /// How many closed deals an amount of money rests on; `nil` where it rests on none or is a sum.
  private func closed(in figures: Figures) -> Int? {
    guard let closed = name.currency.flatMap({ figures.byCurrency[$0]?.closed }) else { return nil }
    return switch name.kind {
    case .averageWon: closed.won.valued
    case .winRateByValue: closed.won.valued + closed.lost.valued
    case .velocity: closed.outcomes.closed
    default: nil
    }
  }

  /// Now less then with its sign: `▲ +3`; empty where either is n/a and where nothing changed.
  var change: String {
    guard let change = comparison.change, change.sign != 0 else { return "" }
    if case .rate = name.unit {
      return ReportText.signed(change) { FigureWords.percent($0).replacing(" %", with: "") }
    }
    return ReportText.signed(change) { Self.text($0, name.unit) }
  }

  /// The change in percent of then: `+10.9 %`; empty of rates, whose change is in points.
  var percent: String {
    if case .rate = name.unit {
      return comparison.change.map { $0.sign == 0 ? "" : phrase("points") } ?? ""
    }
    guard let percent = comparison.percent, percent.sign != 0 else { return "" }
    let tenths = percent.rounded(decimals: 1)
    return (tenths > 0 ? "+" : "−") + MoneyText.decimal(abs(tenths), decimals: 1) + " %"
  }

  /// Better, worse or level; thin where too few cases say so.
  var word: String {
    guard let direction = comparison.direction else { return "" }
    return direction != .level && isThin(then: true) || direction != .level && isThin(then: false)
      ? phrase("thin") : phrase(named: direction)
  }

  /// The colour of the direction; none where the cases are few.
  var role: Role {
    ReportText.role(comparison.direction, isThin: isThin(then: true) || isThin(then: false))
  }

  /// How many closed deals with a value a rate by value rests on.
  private func shareByValue(in figures: Figures) -> Int? {
    name.kind == .winRateByValue ? closed(in: figures) : nil
  }

  private func ages(in figures: Figures) -> Int? {
    switch name.kind {
    case .ageAtWin: figures.outcomes.agesAtWin.count
    case .ageAtLoss: figures.outcomes.agesAtLoss.count
    case .timeInStage: name.stage.map { figures.stages[$0].daysOfThoseWhoLeft.count }
    default: nil
    }
  }

  /// A value in its unit, as a table writes it.
  static func text(_ value: Ratio, _ unit: FigureUnit) -> String {
    switch unit {
    case .deals: FigureText.grouped(Int(value.rounded(decimals: 0)))
    case .rate: FigureWords.percent(value)
    case .days: ReportText.days(value)
    case .minutes: FigureText.grouped(Int(value.rounded(decimals: 0)))
    case .times: value.words(in: unit)
    case .money(let currency): MoneyText.short(value, currency)
    }
  }
}

extension FigureName {
  /// The share behind a rate by count, with its n; `nil` of what is none.
  func share(in figures: Figures) -> Share? {
    let report = stage.flatMap { figures.stages.indices.contains($0) ? figures.stages[$0] : nil }
    return switch kind {
    case .winRate: report?.winRate ?? figures.winRate
    case .recentWinRate: figures.recentWinRate
    case .conversion: report?[policy].share
    default: nil
    }
  }
}
