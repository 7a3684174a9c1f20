import Pipeline

/// Looking at a past day: everything is shown as of its end, and nothing can be changed.
extension BoardState {
  /// Why nothing may be changed, as a sentence; `nil`: it may.
  public var readOnlyReason: String? {
    asOf.map { phrase("This is the board as of \($0); nothing can be changed there.") }
      ?? fileIsReadOnly
  }

  /// Whether one can come back to today.
  var canComeBack: Bool { present != nil }

  /// Shows the workspace as of a past day.
  mutating func look(at past: Workspace) -> [Effect] {
    if present == nil, asOf == nil { present = workspace }
    return show(past, asOf: past.today)
  }

  /// Shows today: as it was left, or, on a board that was opened on a past day, as it is now; from
  /// there on it is a board like any other.
  mutating func goToToday() -> [Effect] {
    guard present == nil, asOf != nil else { return comeBack() }
    message = Message(.notice, phrase("Looking up \(wallClock.today) …"))
    return [.openPresent]
  }

  /// Goes on to today on a board that was opened on a past day.
  mutating func presentArrived(_ found: PresentWorkspace) -> [Effect] {
    // Asked for twice, it is there already.
    guard asOf != nil, present == nil else { return [] }
    undoState = found.undo
    fileIsReadOnly = found.readOnlyReason
    let effects = show(found.workspace, asOf: nil)
    message = Message(.done, phrase("This is today's board."))
    return effects + [.loadSuggestions]
  }

  /// Shows today again; nothing changes where it is shown already.
  mutating func comeBack() -> [Effect] {
    guard let present else { return [] }
    self.present = nil
    let effects = show(present, asOf: nil)
    return wallClock.today > workspace.today ? effects + dayPassed(clock) : effects
  }

  private mutating func show(_ workspace: Workspace, asOf day: Day?) -> [Effect] {
    self.workspace = workspace
    asOf = day
    clock = wallClock.showing(day)
    message = nil
    (comparison, narrowedComparison) = (nil, nil)
    heldPlace = nil
    unmarkAll()
    if workspace.pipeline(pipelineID) == nil, let first = workspace.firstPipelineWithDeals {
      pipelineID = first.id
    }
    let effects = narrowAnew(focusesFound: true)
    if focus.deal.map({ !setFocus(on: $0) }) ?? true { focusFirstDeal() }
    // What others did to closed deals meanwhile was not counted.
    return effects + figureEffects() + countAnewIfBehind()
  }
}
