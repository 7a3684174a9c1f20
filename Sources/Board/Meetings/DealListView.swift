import Pipeline

/// The list of deals as it stands on the screen: as many columns as fit, only the rows in sight.
struct DealListView {
  private let layer: DealListLayer
  private let board: BoardState
  private let columns: [(key: DealListKey, column: Int, width: Int)]

  init(_ layer: DealListLayer, _ board: BoardState) {
    self.layer = layer
    self.board = board
    columns = Self.columns(width: board.columns - 2, chosen: layer.column)
  }

  /// The column under a cell of the heading.
  func key(at cell: Int) -> DealListKey? {
    columns.last { $0.column + 1 <= cell }?.key
  }

  func draw(on canvas: inout Canvas, in screen: Rect) {
    canvas.fill(screen, .plain)
    let left = screen.column + 1
    let report = DealListLayer.report(in: board)
    let used = canvas.write(phrase("LIST"), row: screen.row, column: left, Style(.accent, .bold))
    let isOld = board.isReportOld(in: .list)
    let total = report.map { FigureText.grouped($0.deals.count) } ?? ""
    let place = phrase("\(FigureText.grouped(layer.row + 1)) of \(total)")
    let taken = canvas.writeRight(
      isOld ? phrase("sorting …") : report?.deals.isEmpty == false ? place : "",
      row: screen.row,
      endingAt: screen.endColumn - 1,
      Style(isOld ? .warn : .strong, .bold)
    )
    canvas.write(
      phrase("by \(layer.order.key.heading.lowercased()) \(layer.order.arrow)") + outcomes(report),
      row: screen.row,
      column: left + used + 2,
      limit: screen.columns - used - taken - 5,
      Style(.dim)
    )
    drawHeading(on: &canvas, row: screen.row + 1, left: left)
    guard let report else { return }
    if report.deals.isEmpty {
      canvas.write(phrase("No deal is shown."), row: screen.row + 3, column: left, Style(.dim))
    }
    let rows = DealListLayer.rows(board)
    for (index, deal) in report.deals.dropFirst(layer.top).prefix(rows).enumerated() {
      draw(
        board.workspace[deal.id] ?? deal,
        isHere: layer.top + index == layer.row,
        on: &canvas,
        row: screen.row + 2 + index,
        in: screen
      )
    }
  }

  /// How many of the deals are open, won and lost, where closed ones are listed too: the title line
  /// counts the open ones alone.
  private func outcomes(_ report: DealListReport?) -> String {
    guard let report, report.won + report.lost > 0 else { return "" }
    let open = report.deals.count - report.won - report.lost
    let counts = [
      (open, phrase("open")), (report.won, phrase("won")), (report.lost, phrase("lost")),
    ]
    return "  "
      + counts.map { "\(FigureText.grouped($0.0)) \($0.1)" }.joined(separator: ", ")
  }

  private func drawHeading(on canvas: inout Canvas, row: Int, left: Int) {
    for (key, column, width) in columns {
      let isChosen = key == layer.column
      let arrow = key == layer.order.key ? " " + layer.order.arrow : ""
      let text = key.heading + arrow
      let style = Style(isChosen ? .strong : .dim, on: isChosen ? .selection : .base)
      if key.isNumber {
        canvas.writeRight(text, row: row, endingAt: left + column + width, limit: width, style)
      } else {
        canvas.write(text, row: row, column: left + column, limit: width, style)
      }
    }
  }

  private func draw(
    _ deal: Deal,
    isHere: Bool,
    on canvas: inout Canvas,
    row: Int,
    in screen: Rect
  ) {
    let surface: Surface = isHere ? .selection : .base
    if isHere {
      canvas.fill(
        Rect(row: row, column: screen.column, rows: 1, columns: screen.columns),
        Style(.text, on: surface)
      )
      canvas.put("▌", row: row, column: screen.column, Style(.cursor, on: surface))
    }
    let left = screen.column + 1
    for (key, column, width) in columns {
      let (text, role) = cell(key, deal)
      let style = Style(role, on: surface, key == .title && isHere ? .bold : [])
      if key.isNumber {
        canvas.writeRight(text, row: row, endingAt: left + column + width, limit: width, style)
      } else {
        canvas.write(text, row: row, column: left + column, limit: width, style)
      }
    }
  }

  private func cell(_ key: DealListKey, _ deal: Deal) -> (text: String, role: Role) {
    let today = board.workspace.today
    switch key {
    case .title:
      let sign = board.marked.contains(deal.id) ? "* " : ""
      return (sign + deal.title, sign.isEmpty ? deal.status.isOpen ? .text : .dim : .carried)
    case .value:
      let text = deal.value.map { MoneyText.short(Int128($0.minorUnits), $0.currency) } ?? "–"
      return (text, .strong)
    case .stage:
      switch deal.status {
      case .open: return (board.workspace.stage(deal.stage)?.name ?? "", .text)
      case .won(let day): return (phrase("✓ won \(DayText.date(day, today: today))"), .won)
      case .lost(let day, _): return (phrase("lost \(DayText.date(day, today: today))"), .bad)
      }
    case .owner:
      let person = deal.owner.flatMap { board.workspace.person($0) }
      return ((board.columns < 100 ? person?.initials : person?.name) ?? "", .dim)
    case .close:
      guard let close = deal.expectedClose else { return ("", .dim) }
      let isPast = deal.status.isOpen && close < today
      return (DayText.date(close, today: today), isPast ? .bad : .text)
    case .step:
      guard deal.status.isOpen else { return ("", .dim) }
      guard let step = deal.nextStep else { return (phrase("? no next step"), .warn) }
      let sign = step.due < today ? "! " : step.due == today ? "▸ " : "› "
      let role: Role = step.due < today ? .bad : step.due == today ? .good : .later
      return (sign + DayText.step(step, today: today), role)
    case .idle:
      return (deal.status.isOpen ? "\(deal.idleDays(on: today))d" : "", .dim)
    case .age: return (deal.age(on: today).map { "\($0)d" } ?? "", .dim)
    case .organization: return (deal.organization ?? "", .dim)
    }
  }

  // MARK: Columns

  /// The order in which columns are left out where there is no room; the chosen one stays.
  private static let dispensable: [DealListKey] = [
    .organization, .age, .idle, .close, .step, .stage, .owner,
  ]

  private static func columns(
    width: Int,
    chosen: DealListKey
  ) -> [(key: DealListKey, column: Int, width: Int)] {
    var keys = DealListKey.allCases
    let leastTitle = width >= 60 ? 22 : 14
    func wide(_ key: DealListKey) -> Int { key == .owner && width < 98 ? 7 : key.width }
    func needed() -> Int {
      leastTitle + keys.reduce(0) { $0 + ($1 == .title ? 0 : wide($1) + 2) }
    }
    for key in dispensable where needed() > width && key != chosen {
      keys.removeAll { $0 == key }
    }
    let rest = max(leastTitle, min(40, width - needed() + leastTitle))
    var column = 0
    return keys.map { key in
      let width = key == .title ? rest : wide(key)
      defer { column += width + 2 }
      return (key, column, width)
    }
  }
}

extension DealListOrder {
  /// Whether the column rises or falls on the way down.
  fileprivate var arrow: String { key.beginsWithLargest == isReversed ? "▲" : "▼" }
}

extension DealListKey {
  /// What stands over the column.
  fileprivate var heading: String {
    switch self {
    case .title: phrase("Title")
    case .value: phrase("Value")
    case .stage: phrase("Stage")
    case .owner: phrase("Owner")
    case .close: phrase("Close")
    case .step: phrase("Next step")
    case .idle: phrase("Idle")
    case .age: phrase("Age")
    case .organization: phrase("Customer")
    }
  }

  /// How many cells it takes.
  fileprivate var width: Int {
    switch self {
    case .title: 30
    case .value: 9
    case .stage: 14
    case .owner: 12
    case .close: 9
    case .step: 18
    case .idle, .age: 6
    case .organization: 16
    }
  }

  /// Whether its entries end at the right edge.
  fileprivate var isNumber: Bool {
    switch self {
    case .value, .idle, .age: true
    case .title, .stage, .owner, .close, .step, .organization: false
    }
  }
}
