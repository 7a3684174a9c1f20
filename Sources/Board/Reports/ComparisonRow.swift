import Pipeline

/// One figure now beside then, as it is written.
struct ComparisonRow {
  private let figure: ComparedFigure
  private let figures: ComparedFigures
  let comparison: Comparison

  private var name: FigureName { figure.name }

  init(_ figure: ComparedFigure, _ figures: ComparedFigures) {
    self.figure = figure
    self.figures = figures
    comparison = figure.comparison(now: figures.now, then: figures.then)
  }

  /// The figure's name; its stage and currency stand in the heading above it, and a median below its
  /// mean.
  var label: String {
    if figure.isMedian { return phrase("  median") }
    return switch name.kind {
    case .conversion: phrase("Goes on (\(phrase(named: name.policy)))")
    case .timeInStage: phrase("Time in stage")
    case .currentVisit: phrase("Present visits")
    case .velocity: phrase("Velocity a day")
    case .averageSize where name.stage != nil:
      phrase("Average size") + (name.currency.map { phrase(" in \($0)") } ?? "")
    default: name.kind.words
    }
  }

  /// The value of one of the two, rates, ages and means with their n, shares with their 95 % range
  /// where there is room for it; short where there is little room.
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
    return name.cases(in: figures).map { "\(text) (\(FigureText.grouped($0)))" } ?? text
  }

  /// Whether one of the two rests on fewer than 20 cases.
  func isThin(then isThen: Bool) -> Bool {
    figure.isThin(in: isThen ? figures.then : figures.now)
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
    return ReportText.percentChange(percent)
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
