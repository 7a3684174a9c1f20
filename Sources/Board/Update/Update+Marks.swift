import Pipeline

extension BoardState {
  /// The deals that keys act on, in the order they stand: the marked ones, or where none is marked,
  /// and where a layer is about a deal of its own, the focused one.
  var subjects: [Deal] {
    guard actsOnMarked else { return [focusedDeal].compactMap(\.self) }
    return markedDeals
  }

  /// The deals that a line or list acts on which was opened about one deal: the marked ones, else
  /// that one.
  func subjects(or id: Identifier<Deal>) -> [Deal] {
    actsOnMarked ? markedDeals : [workspace[id]].compactMap(\.self)
  }

  /// Whether keys act on the marked deals: those that a filter hides are not acted on.
  var actsOnMarked: Bool {
    guard marked.tally.deals > 0 else { return false }
    return layers.layers.allSatisfy { $0.heedsMarks || $0.subject(in: self) == .below }
  }

  /// Whether keys act on more than one deal.
  var actsOnSeveral: Bool { actsOnMarked && marked.tally.deals > 1 }

  /// What can be asked of the deals that keys act on without going through them: at each frame.
  var subjectTally: DealTally {
    if actsOnMarked { return marked.tally }
    var tally = DealTally()
    if let deal = focusedDeal { tally.add(CountedDeal(deal, in: pipeline), sign: 1) }
    return tally
  }

  /// The marked deals that are shown, from left to right and from top to bottom.
  ///
  /// Costs as much as there are marks, and is for what is done to them; what a frame asks is counted
  /// already.
  private var markedDeals: [Deal] {
    guard marked.count > StepBuilding.dealsAtOnce else { return standing(marked.ids) }
    // Walking through what is shown costs less than sorting as many.
    return ((0..<stageCount).map { ColumnPlace.stage($0) } + [.won]).flatMap { place in
      let column = column(place)
      return (0..<column.count).compactMap { row in
        column[row].flatMap { marked.contains($0) ? actual[$0] : nil }
      }
    }
  }

  /// Those of some deals that are shown, from left to right and from top to bottom.
  func standing(_ ids: some Sequence<Identifier<Deal>>) -> [Deal] {
    var placed: [(place: Int, row: Int, deal: Deal)] = []
    for id in ids {
      guard let deal = actual[id], let place = place(of: deal) else { continue }
      let index = if case .stage(let index) = place { index } else { stageCount }
      placed.append((index, column(place).row(of: id) ?? 0, deal))
    }
    return placed.sorted { ($0.place, $0.row) < ($1.place, $1.row) }.map(\.deal)
  }

  /// Marks the focused deal, or takes its mark away.
  mutating func toggleMark() {
    if let id = focus.deal { toggleMark(of: id) }
  }

  /// Marks a deal, or takes its mark away.
  mutating func toggleMark(of id: Identifier<Deal>) {
    if marked.contains(id) { marked.remove(id) } else { mark(id) }
  }

  /// Whether a deal stands where keys would act on its mark.
  func canMark(_ id: Identifier<Deal>) -> Bool { countedIfShown(id) != nil }

  /// Marks deals.
  mutating func mark(all ids: some Sequence<Identifier<Deal>>) {
    for id in ids { mark(id) }
  }

  /// Marks every deal of the focused column, or takes all their marks away.
  ///
  /// Costs as much as the column has deals.
  mutating func toggleColumnMarks() {
    let column = column(focus.column)
    let here = (0..<column.count).compactMap { column[$0] }
    if here.allSatisfy(marked.contains) {
      for id in here { marked.remove(id) }
    } else {
      for id in here { mark(id) }
    }
  }

  /// Marks every deal in the stage columns.
  ///
  /// Costs as much as there are deals in them.
  mutating func markAllShown() {
    for index in 0..<stageCount {
      let column = column(.stage(index))
      for row in 0..<column.count { if let id = column[row] { mark(id) } }
    }
  }

  private mutating func mark(_ id: Identifier<Deal>) {
    marked.insert(id, as: countedIfShown(id))
  }

  /// Counts a marked deal as it is now; called wherever a deal changes, comes into sight or goes.
  mutating func recountMark(of id: Identifier<Deal>) {
    if marked.contains(id) { mark(id) }
  }

  /// Counts all marked deals anew, where other deals are shown than before.
  ///
  /// Costs as much as there are marks.
  mutating func recountMarks() {
    let ids = Array(marked.ids)
    for id in ids { mark(id) }
  }

  /// What a deal counts as; `nil` where it stands in no column that is shown.
  private func countedIfShown(_ id: Identifier<Deal>) -> CountedDeal? {
    let deal = narrowed == nil ? workspace[id] : narrowed?[id]
    guard let deal, place(of: deal) != nil else { return nil }
    return CountedDeal(deal, in: pipeline)
  }

  /// Takes the marks off deals that were closed, reopened or deleted: what was done with them is done.
  ///
  /// Returns which those were; `nil` where none was marked.
  mutating func unmarkFinished(_ before: [Deal]) -> UnmarkedDeals? {
    var taken: Set<Identifier<Deal>> = []
    for deal in before where marked.contains(deal.id) {
      guard let now = workspace[deal.id], now.status.isOpen == deal.status.isOpen, !now.isDeleted
      else {
        marked.remove(deal.id)
        taken.insert(deal.id)
        continue
      }
    }
    return taken.isEmpty ? nil : UnmarkedDeals(taken: taken, left: Set(marked.ids))
  }

  /// Remembers the marks that a step took away once it stands in the log, and brings them back with
  /// what it did, unless other deals were marked since.
  mutating func noteMarks(of answered: PendingStep) {
    switch answered.kind {
    case .changes:
      if let taken = answered.unmarked, let step = undoState.undo { unmarked[step.id] = taken }
    case .reversal(let step, let isRedo, _):
      guard !isRedo, let before = unmarked.removeValue(forKey: step.id),
        Set(marked.ids) == before.left
      else { return }
      for id in before.taken { mark(id) }
    case .newDeal, .record, .building: break
    }
  }

  /// Takes all marks away, for good.
  mutating func unmarkAll() {
    marked = Marks()
    unmarked = [:]
  }

  /// Several deals in a word or two: a title, or how many.
  func named(_ deals: [Deal]) -> String {
    if let only = deals.first, deals.count == 1 { return only.title }
    return FigureText.count(deals.count, "deal")
  }
}
