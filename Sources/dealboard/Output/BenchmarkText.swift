import Pipeline

/// A comparison of the figures of two days, for a person.
struct BenchmarkText {
  /// The figures now.
  let now: Figures
  /// The earlier figures.
  let then: Figures

  /// Who counts as converted.
  let policy: ConversionPolicy

  /// A table of every figure, then what it says in sentences.
  var text: String {
    let benchmark = Benchmark(now: now, then: then)
    var lines = Lines()
    lines.add(
      StyledText(now.pipeline.name, .strong),
      StyledText(" on \(now.asOf) against \(then.asOf)", .dim)
    )
    lines.add(
      StyledText(
        "Closed \(Self.days(now)) against \(Self.days(then))",
        .dim
      )
    )
    var table = TextTable([
      .words("Figure"), .numbers("Then"), .numbers("Now"), .numbers("Change"), .numbers("%"),
      .words(""),
    ])
    for line in benchmark.lines {
      let name = line.metric.name(in: now.pipeline)
      table.add(row(name, line.metric.figure, line.comparison, isThin: line.isThin))
    }
    for figure in others {
      let comparison = figure.comparison(now: now, then: then)
      table.add(row(title(of: figure), figure.name, comparison, isThin: isThin(figure)))
    }
    lines.add(table)
    for sentence in now.sentences(against: then) { lines.add(StyledText(sentence)) }
    if benchmark.windowsOverlap { lines.add(StyledText(overlap, .dim)) }
    return lines.text
  }

  /// Which closed deals count on both days, and how to compare without any.
  private var overlap: String {
    guard now.window != then.window else {
      return
        "Both look at the same window; what had closed in it by \(then.asOf) counts in both."
    }
    let last = Period(.quarter, containing: now.asOf).previous
    return "The windows of the two days overlap, and closed deals may count in both; a period "
      + "against an earlier one, as in `dealboard baseline compare \(last)`, does not."
  }

  /// The figures beyond those of the benchmark: all that the board compares, of the whole pipeline, of
  /// each currency and of each stage.
  var others: [ComparedFigure] {
    let known = Set(Benchmark(now: now, then: then).lines.map { ComparedFigure($0.metric.figure) })
    let currencies = Set(now.byCurrency.currencies + then.byCurrency.currencies).sorted()
    let all =
      ComparedFigure.whole + currencies.flatMap { ComparedFigure.of($0) }
      + now.stages.indices.flatMap { place in
        ComparedFigure.of(
          stage: place,
          in: currencies.filter { hasSize(in: $0, stage: place) },
          policy: policy
        )
      }
      + now.placesPutAway(or: then).flatMap { place in
        ComparedFigure.ofPutAway(
          stage: place,
          in: currencies.filter { hasSize(in: $0, stage: place) }
        )
      }
    return all.filter { !known.contains($0) }
  }

  /// What a figure is called in the table: `win rate of Lead In`.
  func title(of figure: ComparedFigure) -> String {
    let title = figure.title(in: now.pipeline)
    return title.prefix(1).lowercased() + title.dropFirst()
  }

  /// Whether a figure rests on fewer than 20 cases, now or then.
  func isThin(_ figure: ComparedFigure) -> Bool {
    figure.isThin(in: now) || figure.isThin(in: then)
  }

  private func hasSize(in currency: Currency, stage: Int) -> Bool {
    [now, then].contains { figures in
      figures.report(at: stage)?.open[currency].value.valued ?? 0 > 0
    }
  }

  /// The days of a window, and of one that is not over how many have gone.
  private static func days(_ figures: Figures) -> String {
    let (window, day) = (figures.window, figures.asOf)
    let days = MetricsText.days(window)
    guard day >= window.first else { return "\(days) (not begun on \(day))" }
    guard window.contains(day), day < window.last else { return days }
    let all = FigureText.counted(window.last - window.first + 1, "day", "days")
    return "\(days) (running, \(FigureText.count(day - window.first + 1)) of \(all))"
  }

  private func row(
    _ title: String,
    _ name: FigureName,
    _ comparison: Comparison,
    isThin: Bool
  ) -> [StyledText] {
    func value(_ ratio: Ratio?, of figures: Figures) -> StyledText {
      guard let ratio else { return StyledText("n/a", .dim) }
      let cases = Self.cases(name, in: figures).map { " (\($0))" } ?? ""
      return StyledText(ratio.words(in: name.unit) + cases)
    }
    let isRate = name.unit == .rate
    let percent = comparison.percent.flatMap { percent in
      // A rate's change is in points already.
      isRate ? nil : FigureText.decimal(percent, decimals: 1)
    }
    let change = comparison.change.map { change in
      let words = change.words(in: name.unit)
      return StyledText(isRate ? words.replacing(" %", with: " points") : words)
    }
    let direction = comparison.direction?.rawValue ?? ""
    return [
      StyledText(title),
      value(comparison.then, of: then),
      value(comparison.now, of: now),
      change ?? StyledText("n/a", .dim),
      StyledText(percent ?? ""),
      StyledText(
        isThin && !direction.isEmpty ? "\(direction), thin" : direction,
        Self.style(comparison.direction, isThin: isThin)
      ),
    ]
  }

  private static func style(
    _ direction: Comparison.Direction?,
    isThin: Bool
  ) -> StyledText.Style {
    switch direction {
    case .better where !isThin: .good
    case .worse where !isThin: .bad
    case .better, .worse, .level, nil: .plain
    }
  }

  /// How many cases a figure rests on: `4 of 7` of a rate by count, `7` of another; `nil` of what is
  /// counted or summed.
  private static func cases(_ name: FigureName, in figures: Figures) -> String? {
    if let share = name.share(in: figures) {
      return "\(FigureText.count(share.part)) of \(FigureText.count(share.whole))"
    }
    guard let cases = name.cases(in: figures) else { return nil }
    return name.unit == .rate
      ? FigureText.counted(cases, "deal", "deals") : FigureText.count(cases)
  }
}
