extension Workspace {
  /// Takes in what stands in the log: the deal as the event left it.
  ///
  /// A deal that is here as a later event left it stays as it is. An event dated after today is kept
  /// unseen: its deal is named in `dealsWithLaterEvents` and stays as it was. `old` is the deal before the event, for a caller who knows a closed deal that
  /// is not in here; where nobody does, the pipeline is named in `pipelinesBehind`.
  public mutating func apply(_ change: RecordedChange, replacing old: Deal? = nil) {
    lastSequence = max(lastSequence, change.event.sequence)
    guard change.deal.lastEventDay <= today else {
      dealsWithLaterEvents.insert(change.deal.id)
      return
    }
    if let known = deals[change.deal.id], known.revision > change.deal.revision { return }
    if let old, deals[change.deal.id] == nil { hold(old) }
    replace(change.deal)
  }

  /// Puts a deal's new state in the place of its old one: moves, outcomes, edits, creations and
  /// deletions all come this way.
  ///
  /// A closed deal that was never in here, changed by someone else, cannot be taken out of the
  /// totals; its pipeline is then named in `pipelinesBehind`.
  public mutating func replace(_ deal: Deal) {
    let old = deals[deal.id]
    if old == nil, deal.revision > 1 {
      pipelinesBehind.insert(deal.pipeline)
      // Whatever it was, the totals of closed deals may count it already.
      if !deal.status.isOpen { return hold(deal) }
    }
    if let old, uncounted.remove(deal.id) == nil { figures[old.pipeline]?.replace(old, with: nil) }
    figures[deal.pipeline]?.replace(nil, with: deal)
    place(deal, insteadOf: old)
  }

  /// Puts a deal's new state in the place of its old one and counts it in no figure until it is
  /// replaced again: its card stays in sight though it is none of those that were chosen.
  public mutating func replace(uncounted deal: Deal) {
    let old = deals[deal.id]
    if let old, uncounted.insert(deal.id).inserted {
      figures[old.pipeline]?.replace(old, with: nil)
    }
    uncounted.insert(deal.id)
    place(deal, insteadOf: old)
  }

  /// Keeps a closed deal that the totals count already, so that it can be shown, reopened and
  /// changed.
  ///
  /// An open deal is in here already; handing one in changes nothing.
  public mutating func hold(_ deal: Deal) {
    guard deals[deal.id] == nil, !deal.status.isOpen || deal.isDeleted else { return }
    place(deal, insteadOf: nil)
  }

  /// Sorts one stage's column in another way.
  ///
  /// Costs as much as the column has deals.
  public mutating func setOrder(_ order: ColumnOrder, of stage: Identifier<Stage>) {
    guard let column = columns[stage], column.order != order else { return }
    let here = column[0..<column.count].compactMap { deals[$0] }
    columns[stage] = StageColumn(rule: rule(order), deals: here)
  }

  /// Goes on to a later day: at midnight, or after a suspend.
  ///
  /// Ages, staleness, overdue steps and the order of columns follow at once. What left the window
  /// and events that were dated to that day are known to the log only: every pipeline is named in
  /// `pipelinesBehind` until the workspace is made anew. Costs as much as there are deals.
  public mutating func advance(to day: Day) {
    guard day > today else { return }
    let open = deals.all.filter { $0.status.isOpen && !uncounted.contains($0.id) }
    for deal in open { figures[deal.pipeline]?.replace(deal, with: nil) }
    today = day
    for id in figures.keys { figures[id]?.advance(to: day) }
    for deal in open { figures[deal.pipeline]?.replace(nil, with: deal) }
    pipelinesBehind.formUnion(pipelines.map(\.id))
    let orders = columns.mapValues(\.order)
    sortColumns(orders: orders)
  }

  /// The figures as they would be if an open deal were dropped in another stage, for showing while
  /// it is carried; `nil` where there is no such deal.
  public func preview(
    moving id: Identifier<Deal>,
    to stage: Identifier<Stage>
  ) -> LiveFigures? {
    guard let deal = deals[id], deal.status.isOpen, let figures = figures[deal.pipeline] else {
      return nil
    }
    guard stage != deal.stage else { return figures }
    var moved = deal
    moved.apply(.moved(to: stage), on: today)
    return figures.preview(deal, as: moved)
  }

  /// The figures as they would be if an open deal were won today; `nil` where there is none.
  public func preview(winning id: Identifier<Deal>) -> LiveFigures? {
    guard let deal = deals[id], deal.status.isOpen, let figures = figures[deal.pipeline] else {
      return nil
    }
    var won = deal
    won.apply(.won, on: today)
    return figures.preview(deal, as: won)
  }

  private mutating func place(_ deal: Deal, insteadOf old: Deal?) {
    if let old, isOnBoard(old) { columns[old.stage]?.remove(old) }
    if let old, isOnWonColumn(old) { won[old.pipeline]?.remove(old) }
    deals[deal.id] = deal
    if isOnBoard(deal) { columns[deal.stage]?.insert(deal) }
    if isOnWonColumn(deal) { won[deal.pipeline]?.insert(deal) }
  }

  private func isOnBoard(_ deal: Deal) -> Bool {
    deal.status.isOpen && !deal.isDeleted
  }

  private func isOnWonColumn(_ deal: Deal) -> Bool {
    guard case .won(let day) = deal.status, !deal.isDeleted else { return false }
    return day.startOfMonth == today.startOfMonth
  }

  mutating func sortColumns(orders: [Identifier<Stage>: ColumnOrder]) {
    var drafts: [Identifier<Stage>: StageColumn.Draft] = [:]
    var wins: [Identifier<SalesPipeline>: StageColumn.Draft] = [:]
    for pipeline in pipelines {
      wins[pipeline.id] = StageColumn.Draft(rule: winsRule)
      for stage in pipeline.stages {
        drafts[stage.id] = StageColumn.Draft(rule: rule(orders[stage.id] ?? .nextStep))
      }
    }
    for deal in deals.all {
      if isOnBoard(deal) { drafts[deal.stage]?.add(deal) }
      if isOnWonColumn(deal) { wins[deal.pipeline]?.add(deal) }
    }
    columns = drafts.mapValues(StageColumn.init)
    won = wins.mapValues(StageColumn.init)
  }
}
