import Pipeline

extension BoardState {
  /// Picks the focused deal up.
  mutating func pickUp() {
    guard let deal = focusedDeal, deal.status.isOpen,
      let origin = pipeline.position(of: deal.stage)
    else { return }
    heldPlace = nil
    carry = Carry(deal: deal.id, origin: origin, target: .stage(origin))
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
    guard carry.target != .stage(carry.origin) else {
      setFocus(on: deal.id)
      return []
    }
    if case .stage(let index) = carry.target { lastChange = .sent(by: index - carry.origin) }
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
  /// The copy shares all that does not change with the board as it is, so its cost does not grow
  /// with the number of deals.
  mutating func updatePreview() {
    guard let carry, var deal = actual[carry.deal], deal.status.isOpen else {
      preview = nil
      return
    }
    switch carry.target {
    case .stage(let index):
      guard pipeline.stages.indices.contains(index), index != carry.origin else {
        preview = nil
        return
      }
      deal.apply(.moved(to: pipeline.stages[index].id), on: clock.today)
    case .won:
      deal.apply(.won, on: clock.today)
    }
    var after = actual
    after.replace(deal)
    preview = after
  }

  /// The figures as they would be if the carried deal were dropped now; `nil` where nothing would
  /// change.
  var figuresIfDropped: LiveFigures? {
    guard let carry, preview != nil else { return nil }
    switch carry.target {
    case .stage(let index):
      guard pipeline.stages.indices.contains(index) else { return nil }
      return actual.preview(moving: carry.deal, to: pipeline.stages[index].id)
    case .won: return actual.preview(winning: carry.deal)
    }
  }
}
