import Pipeline

extension BoardState {
  /// Takes a key: the layers see it from the top down, each through the key map.
  mutating func press(_ chord: Chord, _ clock: BoardClock) -> [Effect] {
    // A question is answered by the very next key or not at all.
    let wasAskedToLeave = hasAskedToLeave
    defer { if wasAskedToLeave { hasAskedToLeave = false } }
    if BoardLayout.arrangement(rows: rows, columns: columns) == .tooSmall {
      return chord == .typed("q") ? quit() : []
    }
    if isForLostCarry(chord) { return [] }
    message = nil
    soughtDeal = nil
    let asked = confirmedUndo
    defer { if confirmedUndo == asked { confirmedUndo = nil } }
    let chords = typedChords + [chord]
    typedChords = []
    if chords.count > 1, chord == Chord(.escape) { return [] }
    var unfinished = false
    var unmatched: KeyMap.Match?
    let effects = offer { layer, board in
      if layer.takesText {
        let response = layer.type(chord, &board, clock)
        guard case .ignored = response else { return response }
      }
      switch board.keyMap.outcome(of: chords, at: layer.place) {
      case .match(let match):
        let response = layer.perform(match, &board, clock)
        if case .ignored = response { unmatched = unmatched ?? match }
        return response
      case .unfinished:
        if !layer.takesText {
          unfinished = true
          return .handled([])
        }
        return .ignored
      case .none:
        return layer.takesText ? .ignored : layer.type(chord, &board, clock)
      }
    }
    if unfinished { typedChords = chords }
    if let effects { return effects }
    guard let unmatched, unmatched.command.places.contains(.everywhere) else { return [] }
    // What is asked or typed there is answered first; nothing behind it changes meanwhile.
    if layers.top.place == .entry, [.undo, .redo].contains(unmatched.command) {
      return refuse(phrase("\(chord.description) waits until this is answered: esc leaves it."))
    }
    return performAnywhere(unmatched.command, clock)
  }

  /// Takes pasted text: only a field takes it, so that a pasted `Dwx` neither deletes nor wins.
  mutating func paste(_ text: String, _ clock: BoardClock) -> [Effect] {
    message = nil
    hasAskedToLeave = false
    let effects = offer { layer, board in layer.paste(text, &board, clock) }
    if let effects { return effects }
    message = Message(
      .refused,
      phrase("Pasted text goes into a field only: a adds a deal, / filters.")
    )
    return []
  }

  mutating func mouse(_ input: MouseInput, _ clock: BoardClock) -> [Effect] {
    message = nil
    hasAskedToLeave = false
    return offer { layer, board in layer.mouse(input, &board, clock) } ?? []
  }

  /// Does what is understood everywhere and no layer wanted for itself.
  mutating func performAnywhere(_ command: Command, _ clock: BoardClock) -> [Effect] {
    if let reason = command.unavailable(in: self) { return refuse(reason) }
    switch command {
    case .undo: return undo(clock)
    case .redo: return redo(clock)
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return quit()
    case .cancel:
      if layers.isBoardOnTop { return clearOneThing() }
      layers.pop()
      return []
    case .help:
      let top = layers.top
      layers.push(HelpLayer(place: top.place, keyMap: keyMap, offering: top.offers))
      return []
    case .palette:
      layers.push(PaletteLayer(self))
      return []
    case .focusLeft, .focusDown, .focusUp, .focusRight, .focusFirst, .focusLast, .pageUp,
      .pageDown, .focusStage, .goToNumber, .sendBack, .sendOn, .sendBackAndStay, .sendOnAndStay,
      .grab, .carryLeft, .carryRight, .carryToStage, .drop, .putBack, .win, .winWith, .lose,
      .reopen, .delete, .open, .add, .edit, .nextStep, .note, .value, .expectedClose, .snooze,
      .markDone, .repeatLast, .contact, .editNotes, .handOver, .copyLine, .mark, .markColumn,
      .markAll, .filter, .savedFilters, .mine, .owner, .past, .sort, .density, .collapse, .pipeline,
      .sidebar, .focusSidebar, .leaveSidebar, .theme, .goBoard, .goFunnel, .goComparison,
      .goAttention, .goOwners, .goHistory, .goMonths, .goTrends, .nextPart, .explain, .goDay,
      .goList, .goReview, .goStandup, .copyContact, .sortList, .meetingNext, .meetingBack, .keep,
      .reviewOrder, .reviewOwner, .restartReview, .skipPerson, .pauseTimer, .parkTopic,
      .standupStep, .endMeeting, .switchPolicy, .switchCurrency, .sortOwners, .switchGrouping,
      .showGroup, .chooseBaseline,
      .saveBaseline, .chooseWindow, .switchMeasure, .switchPeriod, .pushEarlier, .pushLater,
      .editGoal:
      return []
    }
  }

  /// Refuses with a sentence.
  mutating func refuse(_ sentence: String) -> [Effect] {
    message = Message(.refused, sentence)
    return []
  }

  /// Leaves when everything is saved.
  private mutating func quit() -> [Effect] {
    if let question = questionBeforeLeaving() { return refuse(question) }
    if pending.isEmpty { return [.quit] }
    isQuitting = true
    message = Message(.notice, phrase("Saving, then quitting. ctrl-c quits without waiting."))
    return []
  }

  /// Takes back one thing that was chosen: the marks first, then what is filtered.
  private mutating func clearOneThing() -> [Effect] {
    if !marked.isEmpty {
      unmarkAll()
      return []
    }
    if !narrowing.filterText.isEmpty {
      return narrow(to: Narrowing(owner: narrowing.owner))
    }
    if canComeBack { return comeBack() }
    return isIdentityOffered ? dropIdentityOffer() : []
  }
}
