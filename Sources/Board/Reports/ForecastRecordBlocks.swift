import Pipeline

/// How far the coming months can be believed: which deals slipped, and what came of earlier
/// forecasts.
struct ForecastRecordBlocks {
  private let record: ForecastRecord
  private let currency: Currency
  private let board: BoardState
  private let width: Int

  init(_ record: ForecastRecord, _ currency: Currency, _ board: BoardState, width: Int) {
    self.record = record
    self.currency = currency
    self.board = board
    self.width = width
  }

  /// Adds them.
  func add(to page: inout ReportPage) {
    addSlips(to: &page)
    addAccuracy(to: &page)
  }

  private func target(_ subject: ReportQuestion.Subject) -> ReportTarget {
    .question(ReportQuestion(subject, in: board.reportScope))
  }

  // MARK: Slips

  private func addSlips(to page: inout ReportPage) {
    page.addBlank()
    page.addHeading(phrase("SLIPPED"), width: width)
    guard record.slipped.whole > 0 else {
      page.addSentence(
        phrase("No open deal has an expected close or had one that slipped."),
        .dim,
        width: width
      )
      return
    }
    let slips = FigureText.count(record.slips, "slip")
    let mean =
      record.meanSlipDays.map {
        phrase(", on average by \(FigureWords.days($0)) a deal in \(slips)")
      } ?? ""
    page.addSentence(
      phrase("\(ReportText.share(record.slipped)) of the open deals that have an expected close")
        + phrase(" or had one that slipped") + mean + ".",
      record.slipped.part > 0 ? .warn : .good,
      width: width,
      target: target(.slipped)
    )
    guard !record.worst.isEmpty else { return }
    var table = ReportTable([
      .numbers(phrase("Times")), .numbers(phrase("Days")), .words(phrase("Deal"), least: 14),
      .numbers(phrase("Value"), rank: 3), .numbers(phrase("Close"), rank: 2),
      .words(phrase("Stage"), rank: 4, least: 10), .words(phrase("Owner"), rank: 1, least: 8),
    ])
    for entry in record.worst { table.add(entries(entry)) }
    page.add(table.lines(width: width))
    let rest = record.slipped.part - record.worst.count
    if rest > 0 {
      page.addSentence(phrase("… and \(FigureText.grouped(rest)) more"), .dim, width: width)
    }
  }

  private func entries(_ entry: SlippedDeals.Entry) -> [ReportTable.Entry] {
    let deal = entry.deal
    let today = board.clock.today
    let value = deal.value.map { MoneyText.short(Int128($0.minorUnits), $0.currency) }
    return [
      .init(FigureText.grouped(entry.slips.count), .warn, .bold, target: target(.slipped)),
      .init(FigureText.grouped(entry.days)),
      .init(deal.title, target: .deal(deal.id)),
      .init(value ?? "–", value == nil ? .dim : .strong, .bold),
      .init(
        deal.expectedClose.map { DayText.date($0, today: today) } ?? phrase("no date"),
        deal.expectedClose.map { $0 < today } == true ? .bad : .text
      ),
      .init(board.workspace.stage(deal.stage)?.name ?? "", .dim),
      .init(deal.owner.flatMap { board.workspace.person($0)?.name } ?? phrase("nobody"), .dim),
    ]
  }

  // MARK: Accuracy

  private func addAccuracy(to page: inout ReportPage) {
    let judged = record.accuracy.compactMap { line in
      line.byCurrency[currency].map { (line: line, cell: $0) }
    }
    guard !judged.isEmpty else { return }
    page.addBlank()
    page.addHeading(phrase("FORECAST ON A MONTH'S FIRST DAY, AND WON IN IT"), width: width)
    var table = ReportTable([
      .words(phrase("Month")), .numbers(phrase("Forecast"), rank: 4), .numbers(phrase("Weighted")),
      .numbers(phrase("Commit"), rank: 2), .numbers(phrase("Deals won"), rank: 4),
      .numbers(phrase("Won")), .numbers(phrase("of weighted"), rank: 1),
      .numbers(phrase("of commit"), rank: 3),
    ])
    // The latest month is what is asked first.
    for (line, cell) in judged.reversed() {
      table.add(
        entries(line, cell),
        target: target(.accuracy(line.period, in: currency))
      )
    }
    page.add(table.lines(width: width))
    page.addSentence(
      phrase("A month in which no deal was due and none was won is left out."),
      .dim,
      width: width
    )
  }

  private func entries(
    _ line: ForecastAccuracy.Line,
    _ cell: ForecastAccuracy.Cell
  ) -> [ReportTable.Entry] {
    let month = "\(DayText.month(line.period.first.month)) \(line.period.first.year % 100)"
    func share(_ ratio: Ratio?) -> ReportTable.Entry {
      // Of a month that runs the share says nothing yet.
      .init(
        ratio.map { FigureWords.percent($0) } ?? phrase("n/a"),
        line.isRunning || ratio == nil ? .dim : .text
      )
    }
    return [
      .init(month + (line.isRunning ? " …" : ""), .accent),
      .init(FigureText.count(cell.forecast.value.deals, "deal"), .dim),
      .init(cell.forecast.weighted.map { MoneyText.short($0, currency) } ?? phrase("n/a")),
      .init(MoneyText.short(cell.commit.minorUnits, currency)),
      .init(FigureText.grouped(cell.won.deals), .dim),
      .init(MoneyText.short(cell.won.minorUnits, currency), .won, .bold),
      share(cell.wonOfWeighted), share(cell.wonOfCommit),
    ]
  }
}
