import Pipeline

extension BoardState {
  /// Does what a key of the board asks for; it is known to be possible.
  mutating func perform(_ match: KeyMap.Match, _ clock: BoardClock) -> [Effect] {
    switch match.command {
    case .focusLeft: focusColumn(by: -1)
    case .focusRight: focusColumn(by: 1)
    case .focusUp: setFocus(focus.column, row: focus.row - 1)
    case .focusDown: setFocus(focus.column, row: focus.row + 1)
    case .focusFirst: setFocus(focus.column, row: 0)
    case .focusLast: setFocus(focus.column, row: .max)
    case .pageUp: setFocus(focus.column, row: focus.row - pageRows)
    case .pageDown: setFocus(focus.column, row: focus.row + pageRows)
    case .focusStage: return focus(stage: match.index)
    case .sendBack: return send(by: -1, focusGoesAlong: true, clock)
    case .sendOn: return send(by: 1, focusGoesAlong: true, clock)
    case .sendBackAndStay: return send(by: -1, focusGoesAlong: false, clock)
    case .sendOnAndStay: return send(by: 1, focusGoesAlong: false, clock)
    case .grab: grab()
    case .win: return win(clock)
    case .reopen: return reopen(clock)
    case .delete: return delete(clock)
    case .repeatLast: return repeatLast(clock)
    case .copyLine: return copyLine()
    case .mark: toggleMark()
    case .markColumn: toggleColumnMarks()
    case .markAll: markAllShown()
    case .savedFilters: layers.push(SavedFiltersLayer(board: self))
    case .owner: layers.push(OwnerLayer(board: self))
    case .past: layers.push(LineLayer(.past))
    case .goToNumber, .winWith, .add, .nextStep, .note, .value, .expectedClose, .snooze,
      .markDone, .keep, .standupStep:
      layers.push(LineLayer(for: match.command, board: self))
    case .contact: return editContact()
    case .editNotes: return editNotes()
    case .handOver: layers.push(HandOverLayer(self))
    case .lose: layers.push(LostReasonLayer(board: self))
    case .pipeline: layers.push(PipelineLayer(board: self))
    case .mine: return toggleMine()
    case .sort: sortOtherwise()
    case .density: return changeDensity()
    case .collapse: collapseStage()
    case .sidebar: return toggleSidebar()
    case .focusSidebar: layers.push(SidebarLayer())
    case .theme: return tryNextTheme()
    case .open: return openDeal()
    case .edit: return openForm()
    case .filter: layers.push(FilterLayer(self))
    case .copyContact: return copyContact()
    case .goReview, .goStandup: goToMeeting(match.command)
    case .goList: layers.show(DealListLayer())
    case .goFunnel, .goComparison, .goAttention, .goOwners, .goHistory, .goMonths,
      .goTrends, .goDay:
      if let screen = ReportScreen(match.command) { layers.show(screen) }
    case .explain: layers.push(ExplainLayer(self))
    case .carryLeft, .carryRight, .carryToStage, .drop, .putBack, .leaveSidebar, .undo, .redo,
      .cancel, .palette, .redraw, .suspend, .quit, .help, .goBoard, .switchPolicy, .switchCurrency,
      .sortOwners, .switchGrouping, .showGroup, .switchMeasure, .pushEarlier, .pushLater, .editGoal,
      .nextPart, .switchPeriod,
      .chooseBaseline,
      .saveBaseline, .chooseWindow, .sortList, .meetingNext, .meetingBack, .reviewOrder,
      .reviewOwner, .restartReview, .skipPerson, .pauseTimer, .parkTopic, .endMeeting:
      break
    }
    return []
  }

  private var pageRows: Int {
    let layout = BoardLayout(self)
    return max(1, CardWindow.capacity(rows: layout.cards.rows - 2, layout.density))
  }

  private mutating func focusColumn(by step: Int) {
    let places = focusableColumns
    guard let index = places.firstIndex(of: focus.column),
      places.indices.contains(index + step)
    else { return }
    setFocus(onColumn: places[index + step])
  }

  private mutating func focus(stage index: Int) -> [Effect] {
    guard index < stageCount else { return refuse(phrase("There are \(stageCount) stages.")) }
    setFocus(onColumn: .stage(index))
    return []
  }
}

// MARK: What is shown

extension BoardState {
  private mutating func toggleMine() -> [Effect] {
    guard me != nil else {
      layers.push(IdentityLayer(board: self))
      return []
    }
    let owner = narrowing.owner == nil ? me : nil
    let effects = narrow(to: Narrowing(owner: owner, filterText: narrowing.filterText))
    // What one looks at in a made-up team says nothing about one's own.
    return isSample ? effects : effects + [.save(.mine(owner != nil))]
  }

  private mutating func sortOtherwise() {
    guard let stage = focusedStage else { return }
    let orders = ColumnOrder.allCases
    let present = orders.firstIndex(of: workspace.column(stage.id).order) ?? 0
    let next = orders[(present + 1) % orders.count]
    heldPlace = nil
    workspace.setOrder(next, of: stage.id)
    narrowed?.setOrder(next, of: stage.id)
    message = Message(.done, phrase("\(stage.name) by \(phrase(named: next))"))
  }

  private mutating func changeDensity() -> [Effect] {
    let present = BoardLayout(self).density
    let all = Density.allCases
    let next = all[((all.firstIndex(of: present) ?? 0) + 1) % all.count]
    chosenDensity = next == .fitting(rows: rows) ? nil : next
    if rows < 20 { return refuse(phrase("Under 20 rows a card has one line.")) }
    return [.save(.density(chosenDensity))]
  }

  private mutating func collapseStage() {
    guard let stage = focusedStage else { return }
    if collapsed.remove(stage.id) == nil { collapsed.insert(stage.id) }
  }

  private mutating func toggleSidebar() -> [Effect] {
    guard columns >= 100 else {
      layers.push(SidebarLayer())
      return []
    }
    wantsSidebar.toggle()
    return [.save(.sidebar(wantsSidebar))]
  }

  private mutating func tryNextTheme() -> [Effect] {
    theme = themes.after(theme)
    themeWasChosen = true
    message = Message(.done, phrase("Theme \(theme.name)"))
    return [.save(.theme(theme.name))]
  }

  /// Shows another pipeline.
  mutating func show(_ pipeline: SalesPipeline) -> [Effect] {
    pipelineID = pipeline.id
    (comparison, narrowedComparison) = (nil, nil)
    tops = [:]
    remembered = [:]
    unmarkAll()
    firstStage = 0
    focusFirstDeal()
    let narrowed = narrowing.isEmpty ? [] : [comparisonEffect(narrowing)]
    return [.save(.pipeline(pipeline.name))] + figureEffects() + narrowed
  }

  private mutating func copyLine() -> [Effect] {
    let deals = subjects
    let lines = deals.map { DealLine($0, in: self).parts.joined(separator: " · ") }
    message = Message(.done, phrase("Copied \(named(deals))"))
    return [.copy(lines.joined(separator: "\n"))]
  }
}
