import Pipeline

extension BoardState {
  /// Grabs the deals that keys act on: open ones.
  mutating func grab() {
    let deals = subjects.filter(\.status.isOpen)
    guard let first = deals.first, let origin = pipeline.position(of: first.stage) else { return }
    heldPlace = nil
    var target = ColumnPlace.stage(origin)
    if deals.count > 1, case .stage = focus.column { target = focus.column }
    carry = Carry(
      deals: deals.map(\.id),
      target: target,
      origin: target,
      scrolling: Scrolling(tops: tops, firstStage: firstStage)
    )
    layers.push(CarryLayer())
    updatePreview()
  }

  /// Carries so many columns on; after the last stage comes winning.
  mutating func carry(by step: Int) -> [Effect] {
    guard let carry else { return [] }
    let present =
      switch carry.target {
      case .stage(let index): index
      case .won: stageCount
      }
    let target = present + step
    guard target <= stageCount else {
      return refuse(phrase("No column there: won is the last one."))
    }
    guard target >= 0 else {
      let first = pipeline.stages.first?.name ?? ""
      return refuse(phrase("No column there: \(first) is the first one."))
    }
    self.carry(to: target == stageCount ? ColumnPlace.won : .stage(target))
    return []
  }

  /// Carries to the stage of an index from 0.
  mutating func carry(toStage index: Int) -> [Effect] {
    guard index < stageCount else { return refuse(phrase("There are \(stageCount) stages.")) }
    carry(to: .stage(index))
    return []
  }

  /// Carries to the column under a cell; where there is none, to nowhere.
  mutating func carry(toCell column: Int) {
    guard let place = BoardLayout(self).column(atColumn: column)?.place else {
      guard let origin = carry?.origin else { return }
      carry?.target = origin
      carry?.hasMoved = false
      carry?.isBeside = true
      return updatePreview()
    }
    carry(to: place)
  }

  private mutating func carry(to place: ColumnPlace) {
    carry?.target = place
    carry?.hasMoved = true
    carry?.isBeside = false
    updatePreview()
  }

  /// Drops what is carried where it is.
  mutating func drop(_ clock: BoardClock) -> [Effect] {
    guard let carry else { return [] }
    let deals = carry.deals.compactMap { actual[$0] }
    self.carry = nil
    preview = nil
    let moving = deals.filter { carry.hasMoved && place(of: $0) != carry.target }
    guard let first = moving.first else {
      if let first = deals.first { setFocus(on: first.id) }
      return []
    }
    let effects = move(moving, to: carry.target, focusGoesAlong: true, clock)
    setFocus(on: first.id)
    return effects
  }

  /// Puts back what is carried, and the board in sight as it was.
  mutating func putBack() {
    guard let carry, let id = carry.deals.first else { return }
    self.carry = nil
    preview = nil
    (tops, firstStage) = (carry.scrolling.tops, carry.scrolling.firstStage)
    setFocus(on: id)
  }

  /// Lets go of deals that cannot be carried any more, because others closed or deleted them.
  mutating func dropUncarriable() {
    guard let carry else { return }
    let left = carry.deals.filter {
      workspace[$0].map { $0.status.isOpen && !$0.isDeleted } == true
    }
    guard left.count < carry.deals.count else { return }
    self.carry?.deals = left
    if left.isEmpty {
      self.carry = nil
      layers.close(CarryLayer.self)
      carryLostAt = wallClock.now
      message = Message(.news, phrase("What you carried is closed or gone by now."))
    }
    updatePreview()
  }

  /// Whether a key was meant for what is carried no more: who was about to drop it must not grab
  /// the next deal instead.
  mutating func isForLostCarry(_ chord: Chord) -> Bool {
    guard let lost = carryLostAt else { return false }
    carryLostAt = nil
    guard wallClock.now.milliseconds - lost.milliseconds < 2_000,
      case .match(let match) = keyMap.outcome(of: [chord], at: .carrying)
    else { return false }
    switch match.command {
    case .carryLeft, .carryRight, .carryToStage: carryLostAt = lost
    case .drop, .putBack: break
    default: return false
    }
    return true
  }

  /// Shows the board as it would be if what is carried were dropped now.
  ///
  /// The copy shares with the board as it is all that the move does not change: a page of deals, a
  /// chunk of two columns and the pipeline's figures are made anew for each deal that is carried,
  /// and of the rest the lists of pages and chunks, one reference for 128 deals.
  mutating func updatePreview() {
    // Given up first, so that the pages of the last preview are not kept while the next is made.
    preview = nil
    isPreviewOld = false
    guard let carry, carry.hasMoved else { return }
    var figures = actual.live(pipelineID)
    var after = actual
    var isChanged = false
    for id in carry.deals {
      guard let deal = actual[id], deal.status.isOpen, place(of: deal) != carry.target else {
        continue
      }
      var moved = deal
      switch carry.target {
      case .stage(let index):
        guard pipeline.stages.indices.contains(index) else { continue }
        moved.apply(.moved(to: pipeline.stages[index].id), on: clock.today)
      case .won: moved.apply(.won, on: clock.today)
      }
      // What a filter does not let through is counted neither before nor after.
      var (countedBefore, countedAfter) = (deal, moved)
      if strays.contains(id) { countedBefore.presence = .neverWas }
      if narrowed != nil, !lets(moved) {
        countedAfter.presence = .neverWas
        after.replace(uncounted: moved)
      } else {
        after.replace(moved)
      }
      figures = figures.preview(countedBefore, as: countedAfter)
      isChanged = true
    }
    if isChanged { preview = DropPreview(workspace: after, figures: figures) }
  }

  /// The figures as they would be if what is carried were dropped now; `nil` where nothing would
  /// change.
  var figuresIfDropped: LiveFigures? { preview?.figures }

  /// Whether a deal is being carried.
  func isCarried(_ id: Identifier<Deal>) -> Bool { carry?.deals.contains(id) == true }
}
