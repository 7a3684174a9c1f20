import Pipeline

/// Writes deals' rows and what totals need of the closed ones.
final class DealWriter {
  var order: StageOrder
  private let deals: TableInserter
  private let stays: TableInserter
  private let updateDeal: Statement
  private let clearStays: Statement
  private let thread: SideThread?

  /// A writer that writes every row at once, or `rowsAtOnce` together on a thread of its own.
  init(
    _ ledger: Ledger,
    order: StageOrder,
    rowsAtOnce: Int = 1,
    on thread: SideThread? = nil
  ) throws {
    self.order = order
    self.thread = thread
    deals = try TableInserter(
      ledger,
      into: "deal",
      DealColumns.names,
      rowsAtOnce: rowsAtOnce,
      on: thread
    )
    stays = try TableInserter(
      ledger,
      into: "closed_stay",
      ["deal", "stage", "first_day", "days"],
      rowsAtOnce: rowsAtOnce,
      on: thread
    )
    updateDeal = try ledger.statement(DealColumns.update)
    clearStays = try ledger.statement("DELETE FROM closed_stay WHERE deal = ?")
  }

  /// Writes a deal's row; `isNew` where it has none yet.
  func save(_ deal: Deal, isNew: Bool) throws {
    let furthest = order.furthest(of: deal)
    if isNew {
      try deals.insert { DealColumns.bind(deal, furthest: furthest, to: &$0) }
    } else {
      try update(deal, furthest: furthest)
    }
    guard !deal.status.isOpen, !deal.isDeleted else { return }
    for stay in order.stays(of: deal) {
      try stays.insert { row in
        row.bind(deal.id)
        row.bind(stay.stage)
        row.bind(stay.firstDay)
        row.bind(stay.days)
      }
    }
  }

  /// Writes the rows that are held.
  func flush() throws {
    try deals.flush()
    try stays.flush()
  }

  private func update(_ deal: Deal, furthest: Identifier<Stage>) throws {
    // What was saved of it before comes first.
    try flush()
    var row = RowBatch(columns: DealColumns.names.count, rows: 1)
    DealColumns.bind(deal, furthest: furthest, to: &row)
    let made = row
    func run() throws {
      try updateDeal.run(made, made.cells.indices)
      clearStays.bind(deal.id)
      try clearStays.run()
    }
    guard let thread else { return try run() }
    // Sound, because the statements are run on that thread alone.
    nonisolated(unsafe) let work = run
    try thread.hand { try work() }
  }
}
