import Pipeline

/// The four numbers of a pipeline and its stages, for a person.
struct MetricsText {
  /// The figures.
  let figures: Figures
  /// The people that they name.
  let names: StructureNames
  /// Whose conversion stands beside the stages' numbers; `nil`: none does.
  var policy: ConversionPolicy?

  /// All lines.
  var text: String {
    var lines = Lines()
    lines.add(
      StyledText(figures.pipeline.name, .strong),
      StyledText(" as of \(figures.asOf), closed deals of \(Self.days(figures.window))", .dim)
    )
    lines.addBlank()
    lines.add(whole)
    for (currency, part) in figures.byCurrency { lines.add(money(currency, part)) }
    lines.addBlank()
    lines.add(stages)
    return lines.text
  }

  /// The days of a window in words.
  static func days(_ window: DayRange) -> String {
    window.first == .first ? "all days up to \(window.last)" : "\(window.first) to \(window.last)"
  }

  /// Totals of groups, one a line; with each stage's conversion where a policy is named.
  static func groups(
    _ groups: [(name: String?, figures: Figures)],
    _ field: Grouping,
    policy: ConversionPolicy?
  ) -> String {
    let stages = policy.flatMap { policy in
      groups.first?.figures.stages.map { "\($0.stage.name), \(policy.rawValue)" }
    }
    var table = TextTable(
      [
        .words(field.heading), .numbers("Open"), .numbers("Won"), .numbers("Lost"),
        .words("Win rate"), .words("Age at win"), .words("Open value"), .words("Won value"),
      ] + (stages ?? []).map { .words($0) }
    )
    for (name, figures) in groups {
      let currencies = Array(figures.byCurrency)
      let totals = [
        StyledText(name ?? "(none)", name == nil ? .dim : .plain),
        StyledText(FigureText.count(figures.open.deals)),
        StyledText(FigureText.count(figures.outcomes.won)),
        StyledText(FigureText.count(figures.outcomes.lost)),
        share(figures.winRate),
        age(figures.outcomes.agesAtWin, none: figures.outcomes.noAgeAtWin),
        StyledText(sums(currencies.map { ($0.currency, $0.value.open.value) })),
        StyledText(sums(currencies.map { ($0.currency, $0.value.closed.won) })),
      ]
      let conversions = policy.map { policy in figures.stages.map { conversion($0, policy) } }
      table.add(totals + (conversions ?? []))
    }
    var lines = Lines()
    if !table.isEmpty { lines.add(table) }
    lines.add(StyledText(FigureText.counted(groups.count, "group", "groups"), .dim))
    return lines.text
  }

  private var whole: TextTable {
    var table = TextTable([.words(""), .words("")], hasHeadings: false)
    let stale = figures.open.stale
    table.add([
      StyledText("Open deals", .dim),
      StyledText(
        FigureText.count(figures.open.deals)
          + (stale > 0 ? ", \(FigureText.count(stale)) of them stale" : "")
      ),
    ])
    table.add([StyledText("Win rate", .dim), Self.rate(figures.winRate)])
    table.add([StyledText("Of the last 90 days", .dim), Self.rate(figures.recentWinRate)])
    table.add([StyledText("Of those created", .dim), cohort])
    let outcomes = figures.outcomes
    table.add([
      StyledText("Age at win", .dim),
      Self.age(outcomes.agesAtWin, none: outcomes.noAgeAtWin),
    ])
    table.add([
      StyledText("Age at loss", .dim),
      Self.age(outcomes.agesAtLoss, none: outcomes.noAgeAtLoss),
    ])
    if figures.withoutAge > 0 {
      let count = FigureText.counted(figures.withoutAge, "closed deal", "closed deals")
      table.add([
        StyledText("Left out", .dim),
        StyledText("\(count) of unknown creation, from both ages", .dim),
      ])
    }
    return table
  }

  private func money(_ currency: Currency, _ part: CurrencyFigures) -> TextTable {
    var table = TextTable([.words(""), .words("")], hasHeadings: false)
    let (open, closed) = (part.open, part.closed)
    table.add([
      StyledText("\(currency)", .strong),
      StyledText(
        "\(FigureText.money(open.value.minorUnits, currency)) open, "
          + "\(FigureText.money(open.weighted, currency)) weighted, \(Self.valued(open.value))"
      ),
    ])
    if let words = LeftOutDeals(of: open).sentences {
      table.add([StyledText("Left out", .dim), StyledText(words, .dim)])
    }
    let mean = open.value.mean.map { FigureText.money($0, currency) } ?? "n/a: no open deal has one"
    let won = closed.won.mean.map { FigureText.money($0, currency) } ?? "n/a: no won deal has one"
    table.add([StyledText("Average size", .dim), StyledText("\(mean); of won deals \(won)")])
    table.add([StyledText("Win rate by value", .dim), Self.rateByValue(closed, currency)])
    table.add([StyledText("Velocity", .dim), StyledText(velocity(currency, part))])
    return table
  }

  private func velocity(_ currency: Currency, _ part: CurrencyFigures) -> String {
    let velocity = part.velocity
    guard let perDay = velocity.perDay else {
      return "n/a: needs won deals with a value and an age above 0"
    }
    guard let value = velocity.meanWonValue, let rate = velocity.winRate,
      let age = velocity.meanAgeAtWin
    else { return "\(FigureText.money(perDay, currency)) a day" }
    let deals = FigureText.counted(velocity.openDeals, "deal", "deals")
    let (won, closed) = (velocity.outcomes.part, velocity.outcomes.whole)
    return "\(FigureText.money(perDay, currency)) a day = \(deals) x "
      + "\(FigureText.money(value, currency)) (\(FigureText.count(velocity.valuedWins))) x "
      + "\(FigureText.percent(rate)) (\(FigureText.count(won)) of \(FigureText.count(closed))) / "
      + "\(FigureText.days(age)) (\(FigureText.count(velocity.knownAges)))"
      + (velocity.isThin ? " thin" : "")
  }

  private var stages: TextTable {
    var table = TextTable(
      [
        .words("Stage"), .numbers("Open"), .words("Value"), .words("Average"), .words("Win rate"),
        .words("Time in stage"), .words("Present visits"),
      ] + (policy.map { [.words("Conversion, \($0.rawValue)")] } ?? [])
    )
    for stage in figures.stagesInUse {
      let isAway = stage.stage.isArchived
      let sums = stage.open.byCurrency.map { ($0.currency, $0.value.value) }
      let means = stage.open.byCurrency.compactMap { part in
        part.value.value.mean.map { FigureText.money($0, part.currency) }
      }
      let visits = stage.open.meanVisitDays(on: figures.asOf).map { "mean \(FigureText.days($0))" }
      let conversion = policy.map { isAway ? StyledText("") : Self.conversion(stage, $0) }
      table.add(
        [
          StyledText(stage.stage.name + (isAway ? " (put away)" : "")),
          StyledText(FigureText.count(stage.open.deals)),
          StyledText(Self.sums(sums)),
          StyledText(means.joined(separator: ", ")),
          isAway ? StyledText("") : Self.share(stage.winRate),
          isAway ? StyledText("") : Self.age(stage.daysOfThoseWhoLeft, none: "none left it"),
          StyledText(visits ?? ""),
        ] + (conversion.map { [$0] } ?? [])
      )
    }
    return table
  }

  /// How many went on from a stage.
  private static func conversion(_ stage: StageReport, _ policy: ConversionPolicy) -> StyledText {
    StyledText(FigureText.share(stage[policy].share, none: "none went on or failed"))
  }

  /// The share of the closed value that was won, with both amounts and how many deals they are of.
  private static func rateByValue(_ closed: ClosedDeals, _ currency: Currency) -> StyledText {
    guard let rate = closed.winRateByValue else {
      return StyledText("n/a: nothing of value was closed", .dim)
    }
    let won = FigureText.money(closed.won.minorUnits, currency)
    let all = FigureText.money(closed.won.minorUnits + closed.lost.minorUnits, currency)
    let deals = closed.won.valued + closed.lost.valued
    let isThin = deals < StageSuggestion.fewestCases
    return StyledText(
      "\(FigureText.percent(rate)) (\(won) of \(all), \(FigureText.counted(deals, "deal", "deals")))"
        + (isThin ? " thin" : ""),
      isThin ? .dim : .plain
    )
  }

  private static func share(_ share: Share) -> StyledText {
    StyledText(
      FigureText.share(share, none: "none closed"),
      share.whole > 0 && share.isThin ? .dim : .plain
    )
  }

  /// A share with the 95 % range of the rate behind it.
  private static func rate(_ share: Share) -> StyledText {
    let text = Self.share(share)
    guard let range = share.range else { return text }
    return StyledText("\(text.text), 95 % range \(FigureText.percent(range))", text.style)
  }

  /// How the deals that were created in the window stand: the win rate's other face, which no fast
  /// loss dents.
  private var cohort: StyledText {
    let cohort = figures.cohort
    guard cohort.created > 0 else { return StyledText("n/a: none was created in the window", .dim) }
    return StyledText(
      "\(FigureText.share(Share(cohort.won, of: cohort.created), none: "")) won, "
        + "\(FigureText.count(cohort.lost)) lost, \(FigureText.count(cohort.open)) still open"
    )
  }

  private static func age(_ days: DayHistogram, none reason: String) -> StyledText {
    guard let mean = days.mean, let median = days.median else {
      return StyledText("n/a: \(reason)", .dim)
    }
    return StyledText(
      "mean \(FigureText.days(mean)), median \(FigureText.days(median)) "
        + "(\(FigureText.count(days.count)))"
    )
  }

  /// The sums of each currency in which anything has a value.
  static func sums(_ sums: PerCurrency<ValueTotals>) -> String {
    self.sums(sums.map { ($0.currency, $0.value) })
  }

  private static func sums(_ sums: [(Currency, ValueTotals)]) -> String {
    sums.filter { $0.1.valued > 0 }.map { FigureText.money($0.1.minorUnits, $0.0) }
      .joined(separator: ", ")
  }

  private static func valued(_ totals: ValueTotals) -> String {
    "\(FigureText.count(totals.valued)) of \(FigureText.count(totals.deals)) valued"
  }
}
