import Pipeline

/// The deals, in the grid's currency, of the cell that the cursor was on last, the largest first:
/// where deals are pushed from month to month.
struct MonthDeals {
  private let report: ForecastReport
  private let grid: ForecastGrid
  private let board: BoardState
  private let width: Int

  init(_ report: ForecastReport, _ grid: ForecastGrid, _ board: BoardState, width: Int) {
    self.report = report
    self.grid = grid
    self.board = board
    self.width = width
  }

  /// The cell whose deals are listed: the chosen one, else the whole of the first column that has
  /// any.
  private var place: ForecastPlace {
    if let chosen = board.reportChoices.forecastPlace,
      let column = grid.columns.first(where: { $0.columns.contains { chosen.columns.contains($0) } }
      )
    {
      return ForecastPlace(chosen.row, column.columns)
    }
    let first = grid.columns.first { !grid.cells($0).isEmpty } ?? grid.columns[0]
    return ForecastPlace(.open, first.columns)
  }

  /// Whether a column's deals are listed.
  func isListed(_ column: ForecastGrid.Column) -> Bool { column.columns == place.columns }

  /// Adds them.
  func add(to page: inout ReportPage) {
    let place = place
    let deals = self.deals(place)
    let title = grid.columns.first { $0.columns == place.columns }?.title ?? ""
    page.addBlank()
    let all = total(place)
    page.addHeading(
      "\(title.uppercased())\(suffix(place.row))  \(FigureText.grouped(all))",
      width: width
    )
    guard !deals.isEmpty else {
      page.addSentence(phrase("no deal"), .dim, width: width)
      return
    }
    var table = ReportTable([
      .words(phrase("Deal"), least: 14), .numbers(phrase("Value")),
      .words(phrase("Forecast"), rank: 2),
      .numbers(phrase("Chance"), rank: 3), .numbers(phrase("Close")),
      .words(phrase("Stage"), rank: 4, least: 10),
      .words(phrase("Owner"), rank: 1, least: 8),
    ])
    for deal in deals { table.add(entries(deal), target: .deal(deal.id)) }
    page.add(table.lines(width: width))
    guard deals.count < all else { return }
    page.addSentence(
      phrase("The \(FigureText.grouped(deals.count)) largest are listed; / finds the others."),
      .dim,
      width: width
    )
  }

  /// How many deals the cell has, be they listed or not.
  private func total(_ place: ForecastPlace) -> Int {
    let columns = grid.columns.filter { $0.columns == place.columns }
    func deals(_ cells: (ForecastGrid.Column) -> [ForecastCell]) -> Int {
      columns.flatMap(cells).reduce(0) { $0 + $1.open.value.deals }
    }
    return switch place.row {
    case .won: grid.won.deals
    case .owner(let owner): deals { grid.cells($0, of: owner) }
    case .category(let category):
      columns.flatMap(grid.cells).reduce(0) { $0 + $1[category].deals }
    case .deals, .open, .weighted, .expected, .goal: deals(grid.cells)
    }
  }

  /// What of the column is listed, where it is not all.
  private func suffix(_ row: ForecastRow) -> String {
    switch row {
    case .won: phrase(", WON")
    case .category(let category): ", \(category.rawValue.uppercased())"
    case .owner(let owner):
      ", " + (owner.flatMap { board.workspace.person($0)?.name } ?? phrase("nobody")).uppercased()
    case .deals, .open, .weighted, .expected, .goal: ""
    }
  }

  private func deals(_ place: ForecastPlace) -> [Deal] {
    let deals = place.row == .won ? report.won : place.columns.flatMap { report.deals[$0] ?? [] }
    return deals.filter { deal in
      guard deal.currency == grid.currency else { return false }
      return switch place.row {
      case .category(let category): deal.category == category
      case .owner(let owner): deal.owner == owner
      case .won, .deals, .open, .weighted, .expected, .goal: true
      }
    }
  }

  private func entries(_ deal: Deal) -> [ReportTable.Entry] {
    let today = board.clock.today
    let stage = board.workspace.stage(deal.stage)
    let value = deal.value.map { MoneyText.short(Int128($0.minorUnits), $0.currency) }
    let close = deal.status.closedDay ?? deal.expectedClose
    return [
      .init(deal.title),
      .init(value ?? "–", value == nil ? .dim : .strong, .bold),
      .init(
        deal.status.isOpen ? deal.category.rawValue : phrase("won"),
        deal.status.isOpen ? .dim : .won
      ),
      .init(deal.probability(in: stage).map { "\($0.percent) %" } ?? phrase("n/a"), .dim),
      .init(
        close.map { DayText.date($0, today: today) } ?? phrase("no date"),
        deal.status.isOpen && (close.map { $0 < today } ?? false) ? .bad : .text
      ),
      .init(stage?.name ?? "", .dim),
      .init(deal.owner.flatMap { board.workspace.person($0)?.name } ?? phrase("nobody"), .dim),
    ]
  }
}
