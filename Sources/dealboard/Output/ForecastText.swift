import Pipeline

/// What is coming, for a person.
struct ForecastText {
  /// What was counted.
  let counts: ForecastCounts
  /// The people that it names.
  let names: StructureNames

  /// All lines.
  var text: String {
    let figures = counts.counter.figures
    var lines = Lines()
    for (currency, part) in figures.byCurrency {
      let won = part.wonInMonth
      lines.add(
        StyledText("\(currency)", .strong),
        StyledText(
          " as of \(figures.asOf); won this month: \(FigureText.money(won.minorUnits, currency)) "
            + "(\(FigureText.counted(won.deals, "deal", "deals")))",
          .dim
        )
      )
      lines.add(table(part.forecast, currency))
      if let words = LeftOutDeals(of: part.forecast).sentences {
        lines.add(StyledText(words, .dim))
      }
      if let owners = owners(figures, part.forecast, currency) {
        lines.addBlank()
        lines.add(owners)
      }
      lines.addBlank()
    }
    if figures.byCurrency.isEmpty { lines.add("There are no deals to forecast from.") }
    addGoals(to: &lines)
    addSlipped(to: &lines)
    addAccuracy(to: &lines)
    return lines.text
  }

  private func table(_ forecast: Forecast, _ currency: Currency) -> TextTable {
    var table = TextTable([
      .words("Close"), .numbers("Deals"), .numbers("Open"), .numbers("Weighted"),
      .numbers("Commit"), .numbers("Best case"), .numbers("Pipeline"), .numbers("Omitted"),
    ])
    for column in forecast.columns {
      guard let cell = forecast[column] else { continue }
      func category(_ category: ForecastCategory) -> StyledText {
        StyledText(FigureText.money(cell[category].minorUnits, currency))
      }
      table.add([
        StyledText(column.words, column == .overdue ? .warning : .plain),
        StyledText(FigureText.count(cell.open.value.deals)),
        StyledText(FigureText.money(cell.open.value.minorUnits, currency)),
        StyledText(Self.weighted(cell.open.weighted, currency)),
        category(.commit), category(.bestCase), category(.pipeline), category(.omitted),
      ])
    }
    return table
  }

  /// The weighted value that each owner will book, column by column; `nil` where there is but one.
  private func owners(
    _ figures: Figures,
    _ forecast: Forecast,
    _ currency: Currency
  ) -> TextTable? {
    let owners = figures.owners(named: names.people).filter {
      $0.figures.forecast[currency] != nil || $0.figures.wonInMonth[currency] != nil
    }
    guard owners.count > 1 else { return nil }
    let columns = forecast.columns
    var table = TextTable(
      [.words("Weighted"), .numbers("Won")] + columns.map { .numbers($0.words) }
    )
    for (name, owner) in owners {
      let won = owner.wonInMonth[currency]?.minorUnits ?? 0
      table.add(
        [
          StyledText(name ?? "(nobody)", name == nil ? .dim : .plain),
          StyledText(FigureText.money(won, currency)),
        ]
          + columns.map { column in
            let cell = owner.forecast[currency]?[column]
            return StyledText(cell.map { Self.weighted($0.open.weighted, currency) } ?? "")
          }
      )
    }
    return table
  }

  private func addGoals(to lines: inout Lines) {
    for coverage in counts.coverages {
      let words = CoverageWords(coverage, names: names)
      lines.add(StyledText(words.sentence, words.style))
    }
  }

  private func addSlipped(to lines: inout Lines) {
    let slipped = counts.slipped
    guard slipped.promised > 0 else { return }
    let share = FigureText.share(slipped.share, none: "none has a date")
    let slips = FigureText.counted(slipped.days.count, "slip", "slips")
    let mean =
      slipped.meanDaysPerDeal.map { ", by \(FigureText.days($0)) a deal on average in \(slips)" }
      ?? ""
    lines.add(
      "Slipped: \(share) of the open deals that have an expected close or had one that slipped\(mean)."
    )
    var table = TextTable([
      .numbers("#"), .words("Title"), .words("Owner"), .numbers("Times"), .numbers("Days"),
    ])
    for entry in slipped.worstFirst.prefix(Self.shownDeals) {
      table.add([
        StyledText(entry.deal.id.description, .dim),
        StyledText(entry.deal.title, .strong),
        StyledText(names.name(of: entry.deal.owner) ?? "", .dim),
        StyledText(FigureText.count(entry.slips.count)),
        StyledText(FigureText.count(entry.days)),
      ])
    }
    if !table.isEmpty { lines.add(table) }
    let rest = slipped.entries.count - Self.shownDeals
    if rest > 0 { lines.add(StyledText("and \(FigureText.count(rest)) more", .dim)) }
  }

  /// A weighted value; where no deal with a value has a probability it is not known.
  private static func weighted(_ value: Ratio?, _ currency: Currency) -> String {
    value == nil ? "n/a: no probability" : FigureText.money(value, currency)
  }

  private static func share(_ share: Ratio?, none reason: String) -> StyledText {
    share.map { StyledText(FigureText.percent($0)) } ?? StyledText("n/a: \(reason)", .dim)
  }

  private static let shownDeals = 10

  private func addAccuracy(to lines: inout Lines) {
    let judged = counts.accuracy.lines.filter { !$0.byCurrency.isEmpty }
    guard !judged.isEmpty else { return }
    lines.addBlank()
    var table = TextTable([
      .words("Forecast on its first day"), .numbers("Weighted"), .numbers("Commit"),
      .numbers("Won"), .numbers("Of weighted"), .numbers("Of commit"),
    ])
    for line in judged {
      for (currency, cell) in line.byCurrency {
        table.add([
          StyledText("\(line.period)" + (line.isRunning ? " (running)" : "")),
          StyledText(Self.weighted(cell.forecast.weighted, currency)),
          StyledText(FigureText.money(cell.commit.minorUnits, currency)),
          StyledText(FigureText.money(cell.won.minorUnits, currency)),
          Self.share(
            cell.wonOfWeighted,
            none: cell.forecast.weighted == nil ? "no probability" : "nothing forecast"
          ),
          Self.share(cell.wonOfCommit, none: "nothing committed"),
        ])
      }
    }
    lines.add(table)
    let length = judged.first?.period.length.rawValue ?? "month"
    lines.add(
      StyledText("A \(length) in which no deal was due and none was won is left out.", .dim)
    )
  }
}

extension ForecastColumn {
  /// The column as people read it: `overdue`, `2026-03`, `no date`.
  var words: String { name.replacing("_", with: " ") }
}
