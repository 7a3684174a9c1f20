import Pipeline

/// The four numbers of a pipeline and of each of its stages, now, and what changed since an earlier
/// day.
struct FourNumbers {
  private let report: ComparedFigures
  private let currency: Currency
  private let today: Day
  private let scope: ReportScope

  init(_ report: ComparedFigures, _ currency: Currency, _ board: BoardState) {
    self.report = report
    self.currency = currency
    today = board.clock.today
    scope = board.reportScope
  }

  /// Adds them as a table; as blocks, one number a line, where the width does not hold a table.
  func add(to page: inout ReportPage, width: Int) {
    page.addHeading(phrase("THE FOUR NUMBERS"), width: width)
    page.addSentence(choices, .dim, width: width)
    width >= 76 ? addTable(to: &page, width: width) : addBlocks(to: &page, width: width)
    let open = report.now.byCurrency[currency]?.open.value ?? ValueTotals()
    if open.unvalued > 0 {
      page.addSentence(
        phrase(
          "\(open.valued) of \(FigureText.count(open.deals, "deal")) in \(currency) valued; the"
        )
          + phrase(" others are in no size."),
        .dim,
        width: width
      )
    }
    if report.now.withoutAge > 0 {
      let count = FigureText.count(report.now.withoutAge, "closed deal")
      page.addSentence(
        report.now.withoutAge == 1
          ? phrase("\(count) of unknown creation is in no age.")
          : phrase("\(count) of unknown creation are in no age."),
        .dim,
        width: width
      )
    }
  }

  private var choices: String {
    let now = DayText.date(report.now.asOf, today: today)
    let then = DayText.date(report.baseline.day, today: today)
    let overlap =
      report.now.sharesWindow(with: report.then)
      ? phrase(", windows overlap")
      : report.then.pastWindow == nil ? phrase(", not begun then") : ""
    return phrase(
      "on \(now) against \(then) (\(report.baseline.name)); sizes in \(currency); closed"
    )
      + " \(ReportText.window(report.now.window, today: today))\(overlap)"
  }

  // MARK: Rows

  private struct Row {
    var name: String
    /// The stage, from 0; `nil`: the whole pipeline.
    var stage: Int?
    var deals: Comparison
    var size: Comparison
    /// Whether too few deals have a value, now or then, to call it better or worse.
    var isSizeThin: Bool
    var won: Share
    var wonThen: Share
    var age: DayHistogram
    var ageThen: DayHistogram
    /// Why there is no win rate, where there is none.
    var noRate = phrase("none closed")
    /// What an age is of, where none is known.
    var noAge: String
  }

  private var rows: [Row] {
    let (now, then) = (report.now, report.then)
    let money = currency
    let whole = Row(
      name: phrase("Whole pipeline"),
      deals: Self.compared(then.open.deals, now.open.deals),
      size: Comparison(
        then: then.byCurrency[money]?.open.value.mean,
        now: now.byCurrency[money]?.open.value.mean,
        aim: .higher
      ),
      isSizeThin: isSizeThin(stage: nil),
      won: now.winRate,
      wonThen: then.winRate,
      age: now.outcomes.agesAtWin,
      ageThen: then.outcomes.agesAtWin,
      noAge: now.outcomes.noAgeAtWin
    )
    let places = Array(now.stages.indices) + now.placesPutAway(or: then)
    let stages = places.compactMap { place -> Row? in
      guard let now = now.report(at: place), let then = then.report(at: place) else { return nil }
      let isAway = now.stage.isArchived
      return Row(
        name: report.now.pipeline.name(at: place) ?? now.stage.name,
        stage: place,
        deals: Self.compared(then.open.deals, now.open.deals),
        size: Comparison(
          then: then.open[money].value.mean,
          now: now.open[money].value.mean,
          aim: .higher
        ),
        isSizeThin: isSizeThin(stage: place),
        won: now.winRate,
        wonThen: then.winRate,
        age: now.daysOfThoseWhoLeft,
        ageThen: then.daysOfThoseWhoLeft,
        noRate: isAway ? phrase("put away") : phrase("none closed"),
        noAge: isAway ? phrase("put away") : phrase("none left it")
      )
    }
    return [whole] + stages
  }

  private func isSizeThin(stage: Int?) -> Bool {
    let size = ComparedFigure(FigureName(.averageSize, stage: stage, currency: currency))
    return size.isThin(in: report.now) || size.isThin(in: report.then)
  }

  private static func compared(_ then: Int, _ now: Int) -> Comparison {
    Comparison(then: Ratio(then), now: Ratio(now), aim: .higher)
  }

  /// Why a number of a row is what it is.
  private func why(_ kind: FigureName.Kind, _ row: Row, _ currency: Currency? = nil) -> ReportTarget
  {
    .question(ReportQuestion(FigureName(kind, stage: row.stage, currency: currency), in: scope))
  }

  private func whyAge(_ row: Row) -> ReportTarget {
    why(row.stage == nil ? .ageAtWin : .timeInStage, row)
  }

  // MARK: As a table

  /// A table with each change beside its number; where that has no room, with the changes below.
  private func addTable(to page: inout ReportPage, width: Int) {
    let beside = table(isBeside: true)
    page.add((beside.fits(width) ? beside : table(isBeside: false)).lines(width: width))
  }

  private func table(isBeside: Bool) -> ReportTable {
    let change: [ReportTable.Column] = isBeside ? [.words("")] : []
    var table = ReportTable(
      [.words(""), .numbers(phrase("Deals"))] + change + [.numbers(phrase("Average size"))] + change
        + [.words(phrase("Win rate"))] + change + [.numbers(phrase("Age, days"))]
        + [.numbers(phrase("median"), rank: 1), .numbers("n", rank: 1)] + change
    )
    for row in rows {
      let numbers: [ReportTable.Entry] = [
        .init(count(row.deals.now), .strong, .bold, target: why(.openDeals, row)), size(row),
        won(row),
        .init(
          row.age.mean.map(ReportText.days) ?? phrase("n/a: \(row.noAge)"),
          target: whyAge(row)
        ),
      ]
      let changes: [ReportTable.Entry] = [
        self.change(row.deals) { String($0.rounded(decimals: 0)) }, percentChange(row),
        pointsChange(row), ageChange(row),
      ]
      let name = ReportTable.Entry(row.name, .text, row.name == rows[0].name ? .bold : [])
      let more: [ReportTable.Entry] = [
        .init(row.age.median.map(ReportText.days) ?? ""),
        .init(row.age.count > 0 ? FigureText.grouped(row.age.count) : "", .dim),
      ]
      guard isBeside else {
        table.add([name] + numbers + more)
        if changes.contains(where: { !$0.text.isEmpty }) {
          table.add([.init("")] + changes + [.init(""), .init("")])
        }
        continue
      }
      table.add(
        [name] + zip(numbers, changes).dropLast().flatMap { [$0, $1] } + [numbers[3]] + more
          + [changes[3]]
      )
    }
    return table
  }

  private func count(_ ratio: Ratio?) -> String {
    FigureText.grouped(ratio.map { Int($0.rounded(decimals: 0)) } ?? 0)
  }

  private func size(_ row: Row) -> ReportTable.Entry {
    let target = why(.averageSize, row, currency)
    return row.size.now.map { .init(MoneyText.short($0, currency), .strong, .bold, target: target) }
      ?? .init(phrase("n/a: none valued"), .dim, target: target)
  }

  private func won(_ row: Row) -> ReportTable.Entry {
    .init(
      ReportText.share(row.won, none: row.noRate),
      row.won.isThin ? .dim : .text,
      target: why(.winRate, row)
    )
  }

  private func change(
    _ compared: Comparison,
    isThin: Bool = false,
    _ text: (Ratio) -> String
  ) -> ReportTable.Entry {
    guard let change = compared.change, change.sign != 0 else { return .init("") }
    return .init(
      ReportText.signed(change, text),
      ReportText.role(compared.direction, isThin: isThin)
    )
  }

  private func percentChange(_ row: Row) -> ReportTable.Entry {
    let compared = row.size
    guard let percent = compared.percent, percent.sign != 0 else { return .init("") }
    return .init(
      ReportText.signedPercent(percent),
      ReportText.role(compared.direction, isThin: row.isSizeThin)
    )
  }

  private func pointsChange(_ row: Row) -> ReportTable.Entry {
    let compared = Comparison(then: row.wonThen.ratio, now: row.won.ratio, aim: .higher)
    return change(compared, isThin: row.won.isThin || row.wonThen.isThin) {
      FigureWords.percent($0).replacing(" %", with: "")
    }
  }

  private func ageChange(_ row: Row) -> ReportTable.Entry {
    let compared = Comparison(then: row.ageThen.mean, now: row.age.mean, aim: .lower)
    return change(
      compared,
      isThin: [row.age.count, row.ageThen.count].contains { Share.isThin($0) },
      ReportText.days
    )
  }

  // MARK: As blocks

  private func addBlocks(to page: inout ReportPage, width: Int) {
    for row in rows {
      page.addBlank()
      page.lines.append(
        ReportLine([ReportCell(column: 0, width: width, .text(row.name), .text, .bold)])
      )
      let age = row.age.mean.map { mean in
        phrase(
          "\(ReportText.days(mean)), median \(row.age.median.map(ReportText.days) ?? phrase("n/a"))"
        )
          + " (\(FigureText.grouped(row.age.count)))"
      }
      let lines: [(String, ReportTable.Entry, ReportTable.Entry)] = [
        (
          phrase("deals"),
          .init(count(row.deals.now), .strong, .bold, target: why(.openDeals, row)),
          change(row.deals) { String($0.rounded(decimals: 0)) }
        ),
        (phrase("size"), size(row), percentChange(row)),
        (phrase("won"), won(row), pointsChange(row)),
        (phrase("age"), .init(age ?? "n/a: \(row.noAge)", target: whyAge(row)), ageChange(row)),
      ]
      for (label, value, change) in lines {
        let used = ReportText.width(change.text)
        page.lines.append(
          ReportLine([
            ReportCell(column: 1, width: 6, .text(label), .dim),
            ReportCell(
              column: 7,
              width: width - 8 - used,
              .text(value.text),
              value.role,
              value.emphasis,
              target: value.target
            ),
            ReportCell(column: width - used, width: used, .right(change.text), change.role),
          ])
        )
      }
    }
  }
}
