import Pipeline

/// Lines of live numbers, of a whole pipeline or of one stage: each with its change since an earlier
/// day, or, while a deal is carried, as it would be if the deal were dropped.
///
/// Every number keeps its line whether or not anything changes it, so that nothing moves while a
/// deal is carried.
struct NumberLines {
  /// What changes are measured from; `nil` where nothing is to be said of them.
  private let reference: FigureComparison?
  private let now: LiveFigures
  private let dropped: LiveFigures?
  private let stage: Int?
  /// Whether figures over closed deals are still counted, and so are not n/a.
  private let lacksClosed: Bool
  private(set) var lines: [SidebarLine] = []

  init(_ numbers: SidebarNumbers, stage: Int? = nil) {
    self.stage = stage
    reference = numbers.comparison
    now = numbers.figures
    lacksClosed = numbers.lacksClosed
    dropped = numbers.dropped
  }

  /// Adds a number; `text` words it, and `unit` follows it.
  mutating func add(
    _ label: String,
    _ number: LiveNumber,
    unit: String = "",
    _ text: (Ratio) -> String
  ) {
    if lacksClosed, number.isOfClosedDeals {
      lines.append(SidebarLine(.number(label, value: "…", change: "", .dim)))
      return
    }
    let value = now.value(of: number, stage: stage)
    func worded(_ value: Ratio?) -> String { value.map { text($0) + unit } ?? FigureText.missing }
    let said = worded(value)
    let target = SidebarLine.Target.explanation(FigureName(live: number, stage: stage))
    guard let dropped else {
      let (change, role) = change(of: number, text)
      lines.append(SidebarLine(.number(label, value: said, change: change, role), target))
      return
    }
    let after = worded(dropped.value(of: number, stage: stage))
    let before = value.map(text) ?? FigureText.missing
    let content: SidebarLine.Content =
      after == said
      ? .number(label, value: said, change: "", .dim)
      : .changed(label, before: before, after: after)
    lines.append(SidebarLine(content, target))
  }

  /// Adds an amount of money.
  mutating func addMoney(_ label: String, _ number: LiveNumber, _ currency: Currency) {
    add(label, number) { MoneyText.short($0, currency) }
  }

  /// Adds a count.
  mutating func addCount(_ label: String, _ number: LiveNumber) {
    add(label, number) { FigureText.grouped(Int($0.rounded(decimals: 0))) }
  }

  /// Adds what a number rests on, a figure that dropping may change too.
  mutating func addText(isSpare: Bool = false, _ text: (LiveFigures) -> String?) {
    guard let before = text(now) else { return }
    let after = dropped.flatMap(text) ?? before
    var line = SidebarLine(.text("  " + after, after == before ? .dim : .carried))
    line.isSpare = isSpare
    lines.append(line)
  }

  /// Adds a figure that belongs to the number above it.
  mutating func addDetail(
    _ label: String,
    _ name: FigureName,
    _ text: (LiveFigures) -> String?
  ) {
    guard let before = text(now) else { return }
    let after = dropped.flatMap(text) ?? before
    lines.append(
      SidebarLine(
        after == before
          ? .detail("  " + label, value: before, .dim)
          : .changed("  " + label, before: before, after: after),
        .explanation(name)
      )
    )
  }

  /// Adds the win rate with its n and its window.
  mutating func addWinRate() {
    add(phrase("Win rate"), .winRate) { FigureText.percent($0) }
    let stage = stage
    addText { figures in
      let won = figures.outcomes.won
      let all = won + (stage.map { figures.lostReaching($0) } ?? figures.outcomes.lost)
      guard all > 0 else { return nil }
      let thin = all < StageSuggestion.fewestCases ? phrase(", thin") : ""
      return phrase("\(FigureText.grouped(won)) of \(FigureText.grouped(all)) in 365d\(thin)")
    }
  }

  /// Adds what the open deals of a currency are worth.
  mutating func addOpenValue(_ currency: Currency, isMain: Bool) {
    let stage = stage
    // Said of every stage once some deal of the pipeline has no value, so that carrying that deal to
    // a stage where all have one moves no line.
    let isSaid = now.open[currency].value.unvalued > 0
    func label(_ text: String) -> String { isMain ? text : "\(currency) \(text.lowercased())" }
    addMoney(label(phrase("Open")), .openValue(currency), currency)
    addText { figures in
      let open = stage.map { figures.stages[$0].open } ?? figures.open
      let totals = open[currency].value
      return isSaid
        ? phrase(
          "\(FigureText.grouped(totals.valued)) of \(FigureText.grouped(totals.deals)) valued"
        ) : nil
    }
    addMoney(label(phrase("Weighted")), .weightedValue(currency), currency)
    let isLeftOut = now.open[currency].unweighted > 0
    addText { figures in
      let open = stage.map { figures.stages[$0].open } ?? figures.open
      return isLeftOut
        ? phrase("\(FigureText.grouped(open[currency].unweighted)) without a probability") : nil
    }
    addMoney(label(phrase("Avg deal")), .meanDealSize(currency), currency)
  }

  /// Adds the mean of the won deals in a currency.
  mutating func addWon(_ currency: Currency) {
    addDetail(phrase("won deals"), FigureName(.averageWon, currency: currency)) { figures in
      figures.closed[currency]?.won.mean.map { MoneyText.short($0, currency) }
    }
  }

  /// Adds the share of the closed value that was won; a rate names its currency where there are
  /// several, an amount does by its sign.
  mutating func addRateByValue(_ currency: Currency, isNamed: Bool) {
    addDetail(
      isNamed ? phrase("by \(currency) value") : phrase("by value"),
      FigureName(.winRateByValue, currency: currency)
    ) { figures in
      guard let closed = figures.closed[currency], let rate = closed.winRateByValue else {
        return nil
      }
      let cases = closed.won.valued + closed.lost.valued
      let thin = cases < StageSuggestion.fewestCases ? phrase(", thin") : ""
      return "\(FigureText.percent(rate)) (\(FigureText.grouped(cases))\(thin))"
    }
  }

  /// Adds velocity with its four factors, and of how many deals V, W and L are.
  mutating func addVelocity(_ currency: Currency) {
    add(phrase("Velocity"), .velocity(currency), unit: phrase("/day")) {
      MoneyText.short($0, currency)
    }
    addText { figures in
      let velocity = figures.velocity(in: currency)
      guard let value = velocity.meanWonValue, let rate = velocity.winRate,
        let age = velocity.meanAgeAtWin
      else { return nil }
      let factors = [
        FigureText.grouped(velocity.openDeals), MoneyText.short(value, currency),
        FigureText.percent(rate),
      ]
      return factors.joined(separator: " × ") + " / " + FigureText.days(age)
    }
    // That it is thin must be seen; else the win rate above says nearly the same.
    addText(isSpare: !now.velocity(in: currency).isThin) { figures in
      let velocity = figures.velocity(in: currency)
      guard velocity.meanWonValue != nil, velocity.meanAgeAtWin != nil else { return nil }
      let cases = [velocity.valuedWins, velocity.outcomes.whole].map { FigureText.grouped($0) }
        .joined(separator: " × ")
      let thin = velocity.isThin ? phrase(", thin") : ""
      return "n " + cases + " / " + FigureText.grouped(velocity.knownAges) + thin
    }
  }

  private func change(of number: LiveNumber, _ text: (Ratio) -> String) -> (String, Role) {
    guard let reference else { return ("", .dim) }
    let then = number.reference == .startOfDay ? reference.startOfDay : reference.earlier
    let compared = now.comparison(of: number, stage: stage, with: then)
    guard let change = compared.change, change.sign != 0 else { return ("", .dim) }
    let size = Self.magnitude(change)
    var said = text(size)
    switch number {
    case .winRate, .winRateByValue: said = (size * Ratio(100)).rounded(decimals: 0).description
    case .openValue, .weightedValue, .meanDealSize, .velocity:
      if let percent = compared.percent {
        said = FigureText.percent(points: Self.magnitude(percent))
      }
    case .openDeals, .meanAge, .medianAge, .meanVisit, .stale: break
    }
    // A change too small to be told is none.
    guard said.contains(where: { ("1"..."9").contains($0) }) else { return ("", .dim) }
    let isThin = now.isThin(number, stage: stage, with: then)
    let role: Role =
      switch compared.direction {
      case .better where !isThin: .good
      case .worse where !isThin: .bad
      default: .dim
      }
    return ("\(change.sign > 0 ? "▲" : "▼") \(said)", role)
  }

  private static func magnitude(_ ratio: Ratio) -> Ratio {
    ratio.sign < 0 ? Ratio(0) - ratio : ratio
  }
}
