import Pipeline

/// What the sidebar says, line by line.
struct SidebarLines {
  private let board: BoardState
  private let figures: LiveFigures
  private let dropped: LiveFigures?
  private(set) var lines: [SidebarLine] = []

  init(_ board: BoardState) {
    self.board = board
    figures = board.figures
    dropped = board.figuresIfDropped
    addPipeline()
    addStage()
    addAttention()
    addOwners()
  }

  // MARK: The four numbers

  private mutating func addPipeline() {
    lines.append(.heading(dropped == nil ? "PIPELINE" : "PIPELINE if dropped"))
    add("Deals", .openDeals) { FigureText.grouped(Int($0.rounded(decimals: 0))) }
    for currency in figures.currencies(first: board.currency).prefix(3) {
      let isMain = currency == board.currency
      guard isMain || figures.open[currency].value.deals > 0 else { continue }
      addMoney(isMain ? "Open" : "Open \(currency)", .openValue(currency), currency)
      addMoney("Weighted", .weightedValue(currency), currency)
      addMoney("Average size", .meanDealSize(currency), currency)
      let totals = figures.open[currency].value
      if totals.unvalued > 0 {
        lines.append(.text("\(totals.valued) of \(totals.deals) valued", .dim))
      }
    }
    addWinRate(stage: nil)
    add("Age at win", .meanAge) { FigureText.days($0) }
    add("  median", .medianAge) { FigureText.days($0) }
    addMoney("Velocity a day", .velocity(board.currency), board.currency)
    if board.isBehind { lines.append(.text("closed deals: counting …", .warn)) }
    lines.append(.blank)
  }

  private mutating func addStage() {
    guard case .stage(let place) = board.shownColumnPlace, figures.stages.indices.contains(place)
    else { return }
    let stage = figures.stages[place].stage
    lines.append(.heading(stage.name.uppercased()))
    add("Deals", .openDeals, stage: place) { FigureText.grouped(Int($0.rounded(decimals: 0))) }
    addMoney("Open", .openValue(board.currency), board.currency, stage: place)
    addMoney("Weighted", .weightedValue(board.currency), board.currency, stage: place)
    addMoney("Average size", .meanDealSize(board.currency), board.currency, stage: place)
    addWinRate(stage: place)
    add("Time in stage", .meanAge, stage: place) { FigureText.days($0) }
    add("  median", .medianAge, stage: place) { FigureText.days($0) }
    add("Present visits", .meanVisit, stage: place) { FigureText.days($0) }
    lines.append(.blank)
  }

  private mutating func addWinRate(stage place: Int?) {
    let now = dropped ?? figures
    let won = now.outcomes.won
    let all = won + (place.map { now.lostReaching($0) } ?? now.outcomes.lost)
    add("Win rate", .winRate, stage: place) { FigureText.percent($0) }
    guard all > 0 else { return }
    let thin = all < 20 ? ", thin" : ""
    lines.append(
      .text("  \(FigureText.grouped(won)) of \(FigureText.grouped(all)) in 365d\(thin)", .dim)
    )
  }

  private mutating func addMoney(
    _ label: String,
    _ number: LiveNumber,
    _ currency: Currency,
    stage: Int? = nil
  ) {
    add(label, number, stage: stage) { MoneyText.short($0, currency) }
  }

  /// A number with its change: before → after while a deal is carried, else against the day's
  /// beginning or 90 days ago.
  private mutating func add(
    _ label: String,
    _ number: LiveNumber,
    stage: Int? = nil,
    _ text: (Ratio) -> String
  ) {
    let now = figures.value(of: number, stage: stage)
    let value = now.map(text) ?? FigureText.missing
    if let dropped {
      let after = dropped.value(of: number, stage: stage)
      guard after != now else { return }
      lines.append(
        .number(
          label,
          value: "\(value) → \(after.map(text) ?? FigureText.missing)",
          change: "",
          .dim
        )
      )
      return
    }
    let (change, role) = self.change(of: number, stage: stage, text)
    lines.append(.number(label, value: value, change: change, role))
  }

  private func change(
    of number: LiveNumber,
    stage: Int?,
    _ text: (Ratio) -> String
  ) -> (String, Role) {
    guard let comparison = board.comparison, board.narrowing.isEmpty else { return ("", .dim) }
    let then =
      number.reference == .startOfDay ? comparison.startOfDay : comparison.earlier
    let compared = figures.comparison(of: number, stage: stage, with: then)
    guard let change = compared.change, change.sign != 0 else { return ("", .dim) }
    let arrow = change.sign > 0 ? "▲" : "▼"
    let size = change.sign > 0 ? change : Ratio(0) - change
    var said = text(size)
    switch number {
    case .winRate, .winRateByValue: said = (size * Ratio(100)).rounded(decimals: 0).description
    case .openValue, .weightedValue, .meanDealSize, .velocity:
      if let percent = compared.percent {
        let magnitude = percent.sign < 0 ? Ratio(0) - percent : percent
        said = "\(magnitude.rounded(decimals: 0))%"
      }
    case .openDeals, .meanAge, .medianAge, .meanVisit, .stale: break
    }
    // Under 20 cases nothing is called better or worse.
    let isThin = number.reference == .ninetyDaysAgo && figures.outcomes.closed < 20
    let role: Role =
      switch compared.direction {
      case .better where !isThin: .good
      case .worse where !isThin: .bad
      default: .dim
      }
    return ("\(arrow) \(said)", role)
  }

  // MARK: The rest

  private mutating func addAttention() {
    guard dropped == nil else { return }
    let open = figures.open
    let rows: [(Int, String, Role)] = [
      (open.overdue, "! \(open.overdue) overdue", .bad),
      (open.dueToday, "▸ \(open.dueToday) due today", .good),
      (open.withoutStep, "? \(open.withoutStep) no next step", .warn),
      (open.stale, "● \(open.stale) stale", .bad),
      (open.stuck, "● \(open.stuck) stuck", .warn),
    ]
    let shown = rows.filter { $0.0 > 0 }
    guard !shown.isEmpty else { return }
    lines.append(.heading("ATTENTION"))
    for row in shown { lines.append(.text(row.1, row.2)) }
    lines.append(.blank)
  }

  private mutating func addOwners() {
    guard dropped == nil else { return }
    let money = board.currency
    let sums = figures.owners.compactMap { owner, open -> (String, Int128)? in
      guard open.deals > 0, open[money].value.minorUnits > 0 else { return nil }
      let name = owner.flatMap { board.workspace.person($0)?.name } ?? "nobody"
      return (name, open[money].value.minorUnits)
    }.sorted { ($0.1, $1.0) > ($1.1, $0.0) }
    guard let top = sums.first?.1 else { return }
    lines.append(.heading("OWNERS"))
    for (name, sum) in sums.prefix(8) {
      let share = Double(sum) / Double(top)
      lines.append(.bar(name, share: share, value: MoneyText.short(sum, money), .chart))
    }
  }
}
