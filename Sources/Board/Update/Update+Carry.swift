import Pipeline

extension BoardState {
  /// Picks the focused deal up.
  mutating func pickUp() {
    guard let deal = focusedDeal, deal.status.isOpen,
      let origin = pipeline.position(of: deal.stage)
    else { return }
    heldPlace = nil
    carry = Carry(deal: deal.id, target: .stage(origin))
    layers.push(CarryLayer())
    updatePreview()
  }

  /// Carries the deal so many columns on; after the last stage comes winning.
  mutating func carry(by step: Int) {
    guard let carry else { return }
    let present =
      switch carry.target {
      case .stage(let index): index
      case .won: stageCount
      }
    let target = max(0, min(stageCount, present + step))
    self.carry(to: target == stageCount ? ColumnPlace.won : .stage(target))
  }

  /// Carries the deal to the stage of an index from 0.
  mutating func carry(toStage index: Int) -> [Effect] {
    guard index < stageCount else { return refuse("There are \(stageCount) stages.") }
    carry(to: .stage(index))
    return []
  }

  /// Carries the deal to the column under a cell.
  mutating func carry(toCell column: Int) {
    guard let place = BoardLayout(self).column(atColumn: column)?.place else { return }
    carry(to: place)
  }

  private mutating func carry(to place: ColumnPlace) {
    carry?.target = place
    updatePreview()
  }

  /// Drops the carried deal where it is.
  mutating func drop(_ clock: BoardClock) -> [Effect] {
    guard let carry, let deal = actual[carry.deal] else {
      endCarry()
      return []
    }
    self.carry = nil
    preview = nil
    let origin = pipeline.position(of: deal.stage)
    guard carry.target != origin.map({ .stage($0) }) else {
      setFocus(on: deal.id)
      return []
    }
    if case .stage(let index) = carry.target, let origin {
      lastChange = .sent(by: index - origin)
    }
    if carry.target == .won { lastChange = .won }
    return move([deal], to: carry.target, focusGoesAlong: true, clock)
  }

  /// Puts the carried deal back where it was.
  mutating func putBack() {
    guard let id = carry?.deal else { return }
    carry = nil
    preview = nil
    setFocus(on: id)
  }

  /// Ends carrying, also the layer, because the deal cannot be carried any more.
  mutating func endCarry() {
    carry = nil
    preview = nil
    if layers.top is CarryLayer { layers.pop() }
  }

  /// Shows the board as it would be if the carried deal were dropped now.
  ///
  /// The copy shares with the board as it is all that the move does not change: a page of deals, a
  /// chunk of two columns and the pipeline's figures are made anew, and of the rest the lists of
  /// pages and chunks, one reference for 128 deals.
  mutating func updatePreview() {
    // Given up first, so that the pages of the last preview are not kept while the next is made.
    preview = nil
    guard let carry, var deal = actual[carry.deal], deal.status.isOpen else { return }
    let figures: LiveFigures?
    switch carry.target {
    case .stage(let index):
      guard pipeline.stages.indices.contains(index), pipeline.stages[index].id != deal.stage else {
        return
      }
      let stage = pipeline.stages[index].id
      figures = actual.preview(moving: deal.id, to: stage)
      deal.apply(.moved(to: stage), on: clock.today)
    case .won:
      figures = actual.preview(winning: deal.id)
      deal.apply(.won, on: clock.today)
    }
    guard let figures else { return }
    var after = actual
    after.replace(deal)
    preview = DropPreview(workspace: after, figures: figures)
  }

  /// The figures as they would be if the carried deal were dropped now; `nil` where nothing would
  /// change.
  var figuresIfDropped: LiveFigures? { preview?.figures }
}
