import Pipeline

/// Every figure of the pipeline, of each currency and of each stage, now beside then, better or
/// worse in sign, word and colour, and the sentences that follow from them.
struct ComparisonPage {
  private let report: ComparedFigures
  private let board: BoardState
  private let width: Int

  init(_ report: ComparedFigures, _ board: BoardState, width: Int) {
    self.report = report
    self.board = board
    self.width = width
  }

  private var today: Day { board.clock.today }

  /// All of it.
  var page: ReportPage {
    var page = ReportPage(title: ReportScreen.comparison.title)
    let (now, then) = (report.now, report.then)
    page.choices = [
      phrase(
        "\(DayText.date(now.asOf, today: today)) against \(DayText.date(then.asOf, today: today))"
      )
        + " (\(report.baseline.name))",
      phrase("closed \(ReportText.window(now.window, today: today))"),
    ]
    if report.baseline.windows != nil {
      page.choices.append(phrase("then \(ReportText.window(then.window, today: today))"))
    }
    if now.sharesWindow(with: then) {
      page.choices.append(phrase("windows overlap"))
    } else if then.pastWindow == nil {
      page.choices.append(phrase("window not begun then"))
    }
    for sentence in sentences {
      page.addSentence(sentence.text, sentence.role, width: width)
    }
    if let request = benchmarkRequest { page.addSentence(request, .warn, width: width) }
    if !page.lines.isEmpty { page.addBlank() }
    page.addHeading(phrase("WHOLE PIPELINE"), width: width)
    add(ComparedFigure.whole, to: &page, hasHeading: true)
    for currency in currencies {
      page.addBlank()
      page.addHeading(currency.code, width: width)
      add(ComparedFigure.of(currency), to: &page)
    }
    for levers in report.levers {
      page.addBlank()
      LeverLines(
        levers: levers,
        pipeline: board.pipeline,
        scope: nowScope,
        baseline: report.baseline
      ).add(to: &page, width: width)
    }
    for place in now.stages.indices {
      page.addBlank()
      page.addHeading(now.stages[place].stage.name.uppercased(), width: width)
      add(stage(place), to: &page)
    }
    for place in now.placesPutAway(or: report.then) {
      page.addBlank()
      page.addHeading((now.pipeline.name(at: place) ?? "").uppercased(), width: width)
      add(ComparedFigure.ofPutAway(stage: place, in: currencies(of: place)), to: &page)
    }
    addWaterfall(to: &page)
    return page
  }

  // MARK: Rows

  private var currencies: [Currency] {
    let all = Set(report.now.byCurrency.currencies + report.then.byCurrency.currencies)
    let main = board.currency
    return (all.contains(main) ? [main] : []) + all.subtracting([main]).sorted()
  }

  /// The figures of a stage; average sizes in the board's currency, and in others where the stage has
  /// deals of them.
  private func stage(_ place: Int) -> [ComparedFigure] {
    ComparedFigure.of(
      stage: place,
      in: currencies(of: place),
      policy: board.reportChoices.policy
    )
  }

  private func currencies(of place: Int) -> [Currency] {
    let all = [report.now, report.then].compactMap { $0.report(at: place) }
    return currencies.filter { currency in
      currency == board.currency || all.contains { $0.open[currency].value.valued > 0 }
    }
  }

  // MARK: Drawing

  /// The names' width: wide enough for the longest, so that all parts stand in line.
  private var nameWidth: Int { width >= 100 ? 30 : width >= 60 ? 20 : 14 }

  /// The changes' width: wide enough for `▲ +€12.3M`, or a code in place of the sign.
  private var changeWidth: Int {
    10 + (currencies.map { ReportText.width(MoneyText.symbol($0)) }.max() ?? 1)
  }

  private func add(
    _ figures: [ComparedFigure],
    to page: inout ReportPage,
    hasHeading: Bool = false
  ) {
    if width < 60 { return addPairs(figures, to: &page) }
    let change = changeWidth
    let value = (width - nameWidth - change - 19) / 2
    let isShort = value < 28
    let hasRanges = value >= 38
    let places = [nameWidth, nameWidth + value, nameWidth + 2 * value]
    if hasHeading {
      page.lines.append(
        ReportLine([
          ReportCell(column: places[0], width: value - 1, .right(phrase("then")), .dim),
          ReportCell(column: places[1], width: value - 1, .right(phrase("now")), .dim),
          ReportCell(column: places[2], width: change, .right(phrase("change")), .dim),
          ReportCell(column: places[2] + change + 1, width: 9, .right("%"), .dim),
        ])
      )
    }
    for figure in figures {
      let row = ComparisonRow(figure, report)
      let name = figure.name
      page.lines.append(
        ReportLine([
          ReportCell(column: 0, width: nameWidth - 1, .text(row.label), .dim),
          ReportCell(
            column: places[0],
            width: value - 1,
            .right(row.text(then: true, isShort: isShort, hasRange: hasRanges)),
            row.isThin(then: true) ? .dim : .text,
            target: .question(ReportQuestion(name, in: thenScope))
          ),
          ReportCell(
            column: places[1],
            width: value - 1,
            .right(row.text(then: false, isShort: isShort, hasRange: hasRanges)),
            row.isThin(then: false) ? .dim : .strong,
            .bold,
            target: .question(ReportQuestion(name, in: nowScope))
          ),
          ReportCell(column: places[2], width: change, .right(row.change), row.role),
          ReportCell(column: places[2] + change + 1, width: 9, .right(row.percent), row.role),
          ReportCell(column: places[2] + change + 11, width: 8, .text(row.word), row.role),
        ])
      )
    }
  }

  /// Two lines a figure, where a table has no room.
  private func addPairs(_ figures: [ComparedFigure], to page: inout ReportPage) {
    for figure in figures {
      let row = ComparisonRow(figure, report)
      let change = [row.change, row.percent].filter { !$0.isEmpty }.joined(separator: " ")
      let used = ReportText.width(change)
      page.lines.append(
        ReportLine([
          ReportCell(column: 0, width: width - used - 1, .text(row.label)),
          ReportCell(column: width - used, width: used, .right(change), row.role),
        ])
      )
      page.lines.append(
        ReportLine([
          ReportCell(
            column: 1,
            width: width - 1,
            .text(
              "\(row.text(then: true, isShort: true)) → \(row.text(then: false, isShort: true))"
            ),
            .strong,
            target: .question(ReportQuestion(figure.name, in: nowScope))
          )
        ])
      )
    }
  }

  // MARK: Waterfall

  /// What became of the open deals between the two days, each currency's bars.
  private func addWaterfall(to page: inout ReportPage) {
    guard let waterfall = report.waterfall, !waterfall.byCurrency.isEmpty else { return }
    let (first, last) = (waterfall.first, waterfall.last)
    page.addBlank()
    page.addHeading(phrase("WATERFALL"), width: width)
    page.addSentence(
      phrase(
        "from the end of \(DayText.date(first, today: today)) to the end of \(DayText.date(last, today: today)), by event"
      ),
      .dim,
      width: width
    )
    let flows = waterfall.byCurrency.map { (currency: $0.currency, flow: $0.value) }
    let main = board.currency
    let ordered =
      flows.filter { $0.currency == main } + flows.filter { $0.currency != main }
    for (place, (currency, flow)) in ordered.enumerated() {
      let bars = WaterfallBars(flow: flow, currency: currency, end: phrase("open now")) { bar in
        let question = WaterfallQuestion(
          bar: bar,
          currency: currency,
          since: .end(of: first),
          until: .end(of: last),
          deals: .scope
        )
        return .question(ReportQuestion(.waterfall(question), in: nowScope))
      }
      if place > 0 { page.addBlank() }
      page.add(bars.lines(width: width))
    }
    if !waterfall.closes {
      page.addSentence(
        phrase("The bars do not add up, which is a fault of this program. Please report it."),
        .bad,
        width: width
      )
    }
  }

  private var nowScope: ReportScope {
    var scope = board.reportScope
    scope.asOf = report.now.asOf
    scope.window = report.baseline.windows?.now ?? scope.window
    return scope
  }

  private var thenScope: ReportScope {
    var scope = board.reportScope
    scope.asOf = report.then.asOf
    scope.window = report.baseline.windows?.then ?? scope.window
    return scope
  }

  /// Asks for a benchmark where none was saved for a year.
  private var benchmarkRequest: String? {
    guard board.lacksBenchmark, let key = board.keyMap.keys(of: .saveBaseline).first?.label
    else { return nil }
    return phrase("No benchmark was saved for a year: \(key) keeps today's numbers under a name.")
  }

  // MARK: Sentences

  private var sentences: [(text: String, role: Role)] {
    var sentences: [(String, Role)] = report.now.missing(against: report.then).map {
      ($0.sentence, .bad)
    }
    for currency in currencies {
      let row = ComparisonRow(
        ComparedFigure(FigureName(.averageSize, currency: currency)),
        report
      )
      guard !row.percent.isEmpty, row.comparison.direction != .level else { continue }
      guard let then = row.comparison.then, let now = row.comparison.now else { continue }
      let isBigger = row.comparison.direction == .better
      sentences.append(
        (
          phrase("Average deal \(ReportText.units(then, currency)) →")
            + " \(ReportText.units(now, currency)), \(row.percent):"
            + phrase(" \(isBigger ? phrase("bigger") : phrase("smaller")) deals."),
          row.role
        )
      )
    }
    let age = ComparisonRow(ComparedFigure(FigureName(.ageAtWin)), report)
    if let change = age.comparison.change, change.sign != 0, age.role != .dim {
      let size = change.sign < 0 ? Ratio(0) - change : change
      sentences.append(
        (
          phrase(
            "Deals are won \(ReportText.days(size)) \(change.sign < 0 ? phrase("faster") : phrase("slower"))."
          ),
          age.role
        )
      )
    }
    return sentences
  }
}
