import Pipeline

/// Lines of live numbers, of a whole pipeline or of one stage: each with its change since an earlier
/// day, or, while a deal is carried, as it would be if the deal were dropped.
///
/// Every number keeps its line whether or not anything changes it, so that nothing moves while a
/// deal is carried.
struct NumberLines {
  private let board: BoardState
  private let now: LiveFigures
  private let dropped: LiveFigures?
  private let stage: Int?
  private(set) var lines: [SidebarLine] = []

  init(_ board: BoardState, stage: Int? = nil) {
    self.board = board
    self.stage = stage
    now = board.figures
    dropped = board.figuresIfDropped
  }

  /// Adds a number; `text` words it, and `unit` follows it.
  mutating func add(
    _ label: String,
    _ number: LiveNumber,
    unit: String = "",
    _ text: (Ratio) -> String
  ) {
    let value = now.value(of: number, stage: stage)
    func worded(_ value: Ratio?) -> String { value.map { text($0) + unit } ?? FigureText.missing }
    let after = dropped.map { $0.value(of: number, stage: stage) } ?? value
    if worded(after) != worded(value) {
      let before = value.map(text) ?? FigureText.missing
      lines.append(.changed(label, before: before, after: worded(after)))
      return
    }
    let (change, role) = dropped == nil ? self.change(of: number, text) : ("", .dim)
    lines.append(.number(label, value: worded(value), change: change, role))
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
  mutating func addText(_ text: (LiveFigures) -> String?) {
    guard let before = text(now) else { return }
    let after = dropped.flatMap(text) ?? before
    lines.append(.text("  " + after, after == before ? .dim : .carried))
  }

  /// Adds a figure that belongs to the number above it.
  mutating func addDetail(_ label: String, _ text: (LiveFigures) -> String?) {
    guard let before = text(now) else { return }
    let after = dropped.flatMap(text) ?? before
    lines.append(
      after == before
        ? .detail("  " + label, value: before, .dim)
        : .changed("  " + label, before: before, after: after)
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
    func label(_ text: String) -> String { isMain ? text : "\(currency) \(text.lowercased())" }
    addMoney(label(phrase("Open")), .openValue(currency), currency)
    addText { figures in
      let open = stage.map { figures.stages[$0].open } ?? figures.open
      let totals = open[currency].value
      return totals.unvalued > 0
        ? phrase(
          "\(FigureText.grouped(totals.valued)) of \(FigureText.grouped(totals.deals)) valued"
        ) : nil
    }
    addMoney(label(phrase("Weighted")), .weightedValue(currency), currency)
    addMoney(label(phrase("Avg deal")), .meanDealSize(currency), currency)
  }

  private func change(of number: LiveNumber, _ text: (Ratio) -> String) -> (String, Role) {
    guard let comparison = board.comparison, board.narrowing.isEmpty else { return ("", .dim) }
    let then = number.reference == .startOfDay ? comparison.startOfDay : comparison.earlier
    let compared = now.comparison(of: number, stage: stage, with: then)
    guard let change = compared.change, change.sign != 0 else { return ("", .dim) }
    let size = Self.magnitude(change)
    var said = text(size)
    switch number {
    case .winRate, .winRateByValue: said = (size * Ratio(100)).rounded(decimals: 0).description
    case .openValue, .weightedValue, .meanDealSize, .velocity:
      if let percent = compared.percent {
        said = "\(Self.magnitude(percent).rounded(decimals: 0))%"
      }
    case .openDeals, .meanAge, .medianAge, .meanVisit, .stale: break
    }
    let isThin =
      number.reference == .ninetyDaysAgo && now.outcomes.closed < StageSuggestion.fewestCases
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
