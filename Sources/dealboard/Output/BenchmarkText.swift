import Pipeline

/// A comparison of the figures of two days, for a person.
struct BenchmarkText {
  /// The figures now.
  let now: Figures
  /// The earlier figures.
  let then: Figures

  /// A table of every figure, then what it says in sentences.
  var text: String {
    let benchmark = Benchmark(now: now, then: then)
    var lines = Lines()
    lines.add(
      StyledText(now.pipeline.name, .strong),
      StyledText(" on \(now.asOf) against \(then.asOf)", .dim)
    )
    var table = TextTable([
      .words("Figure"), .numbers("Then"), .numbers("Now"), .numbers("Change"), .numbers("%"),
      .words(""),
    ])
    for line in benchmark.lines { table.add(row(line)) }
    lines.add(table)
    for sentence in now.sentences(against: then) { lines.add(StyledText(sentence)) }
    if benchmark.windowsOverlap {
      lines.add(
        StyledText(
          "The windows of the two days overlap, and closed deals may count in both; a quarter or a "
            + "year, such as --window 2026-Q1, does not.",
          .dim
        )
      )
    }
    return lines.text
  }

  private func row(_ line: Benchmark.Line) -> [StyledText] {
    let comparison = line.comparison
    func value(_ ratio: Ratio?, of figures: Figures? = nil) -> StyledText {
      guard let ratio else { return StyledText("n/a", .dim) }
      let cases = figures.flatMap { line.metric.casesOfRate(in: $0) }.map { " (\($0))" } ?? ""
      return StyledText(ratio.words(in: line.metric.unit) + cases)
    }
    let percent = comparison.percent.map {
      DecimalText.grouped(DecimalText.fixed($0, decimals: 1))
    }
    let direction = comparison.direction?.rawValue ?? ""
    return [
      StyledText(line.metric.name(in: now.pipeline)),
      value(comparison.then, of: then),
      value(comparison.now, of: now),
      value(comparison.change),
      StyledText(percent ?? ""),
      StyledText(line.isThin && !direction.isEmpty ? "\(direction), thin" : direction, style(line)),
    ]
  }

  private func style(_ line: Benchmark.Line) -> StyledText.Style {
    switch line.comparison.direction {
    case .better where !line.isThin: .good
    case .worse where !line.isThin: .bad
    case .better, .worse, .level, nil: .plain
    }
  }
}

extension BenchmarkMetric {
  /// What a rate is of: `4 of 7` by count, `7 deals` by value; `nil` of what is no rate.
  fileprivate func casesOfRate(in figures: Figures) -> String? {
    func cases(_ outcomes: Outcomes) -> String {
      "\(FigureText.count(outcomes.won)) of \(FigureText.count(outcomes.closed))"
    }
    switch self {
    case .winRate: return cases(figures.outcomes)
    case .ofCurrency(.winRate, let currency):
      return figures.byCurrency[currency].map { cases($0.closed.outcomes) }
    case .ofCurrency(.winRateByValue, let currency):
      return figures.byCurrency[currency].map {
        FigureText.counted($0.closed.won.valued + $0.closed.lost.valued, "deal", "deals")
      }
    case .openDeals, .openDealsInStage, .meanAgeAtWin, .ofCurrency(.openDeals, _),
      .ofCurrency(.openValue, _), .ofCurrency(.meanDealSize, _), .ofCurrency(.weightedValue, _),
      .ofCurrency(.meanWonValue, _), .ofCurrency(.meanAgeAtWin, _), .ofCurrency(.velocity, _):
      return nil
    }
  }
}
