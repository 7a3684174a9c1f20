import Pipeline

extension Command {
  /// Why it cannot be done now, as a sentence; `nil` where it can.
  ///
  /// The footer leaves out what cannot be done, a key pressed anyway is answered with the sentence.
  public func unavailable(in board: BoardState) -> String? {
    unavailable(in: board, to: board.subjectTally)
  }

  /// The same, of deals that may be counted already: asked of many commands at each frame.
  func unavailable(in board: BoardState, to subjects: @autoclosure () -> DealTally) -> String? {
    switch self {
    case .focusLeft, .focusRight, .focusDown, .focusUp, .focusFirst, .focusLast, .pageUp,
      .pageDown, .focusStage, .goToNumber, .carryLeft, .carryRight, .carryToStage, .drop, .putBack,
      .density, .sidebar, .focusSidebar, .leaveSidebar, .filter, .cancel, .palette, .redraw,
      .suspend, .quit, .help, .goBoard, .goFunnel, .goAttention, .goOwners,
      .goHistory, .goMonths, .goTrends, .goComparison, .goList, .goReview, .goStandup,
      .chooseBaseline, .chooseWindow, .switchMeasure, .switchPeriod, .nextPart, .explain, .markAll,
      .savedFilters, .owner,
      .switchPolicy, .switchCurrency,
      .sortOwners, .switchGrouping, .showGroup, .sortList, .meetingNext, .meetingBack, .reviewOrder,
      .reviewOwner,
      .restartReview, .skipPerson, .pauseTimer, .parkTopic, .endMeeting:
      nil
    case .goDay:
      board.me == nil
        ? phrase("You are none of the team, so no day is yours.")
          + phrase(" \(board.key(of: .mine)) says who you are.") : nil
    case .copyContact: subjects().lackOfDeal
    case .markDone:
      board.refusalToChange ?? subjects().lackOfOpenDeal
        ?? (board.focusedDeal?.nextStep == nil ? phrase("Nothing is planned for this deal.") : nil)
    case .collapse:
      board.focusedStage == nil ? phrase("Only a stage can be collapsed.") : nil
    case .editGoal, .saveBaseline: board.refusalToChange
    case .pushEarlier, .pushLater, .grab, .win, .winWith, .lose, .snooze, .keep, .standupStep:
      board.refusalToChange ?? subjects().lackOfOpenDeal
    case .sendBack, .sendBackAndStay:
      board.refusalToChange ?? subjects().lackOfOpenDeal
        ?? (subjects().areInFirstStage
          ? phrase("This is the first stage.") : nil)
    case .sendOn, .sendOnAndStay:
      board.refusalToChange ?? subjects().lackOfOpenDeal
    case .reopen:
      board.refusalToChange ?? subjects().lackOfDeal
        ?? (subjects().areOpen
          ? phrase("The deal is open already.") : nil)
    case .handOver:
      board.refusalToChange
        ?? (board.workspace.people.isEmpty ? phrase("Nobody is on the team yet.") : nil)
    case .editNotes: board.refusalToChange ?? subjects().lackOfDeal
    case .delete, .edit, .note, .contact:
      board.refusalToChange ?? subjects().lackOfDeal
    case .nextStep, .expectedClose, .value:
      board.refusalToChange ?? subjects().lackOfDeal
    case .repeatLast:
      board.refusalToChange ?? subjects().lackOfDeal
        ?? board.lackOfRepeatable
    case .open: board.focusedDeal == nil ? phrase("No deal has the focus.") : nil
    case .copyLine, .mark, .markColumn: subjects().lackOfDeal
    case .add: board.refusalToChange
    case .past:
      board.pending.isEmpty ? nil : phrase("Changes are still being saved. Look when they are.")
    case .mine: board.me == nil ? board.refusalToChange : nil
    case .sort:
      board.focusedStage == nil ? phrase("Won deals stand by the day they were won.") : nil
    case .pipeline: board.workspace.pipelines.count < 2 ? phrase("There is one pipeline.") : nil
    case .theme: board.themes.names.count < 2 ? phrase("There is one theme.") : nil
    case .undo:
      board.refusalToChange
        ?? (board.undoState.undo == nil && board.pending.isEmpty
          ? board.recordSentence ?? phrase("Nothing to undo.") : nil)
    case .redo:
      board.refusalToChange
        ?? (board.undoState.redo == nil && board.pending.isEmpty
          ? phrase("Nothing to redo.") : nil)
    }
  }
}

extension BoardState {
  /// Why the last change cannot be made again; never an earlier one in its place.
  fileprivate var lackOfRepeatable: String? {
    switch lastChange {
    case .repeatable: nil
    case .single(let summary, nil):
      phrase("The last change (\(summary)) is about its own deal alone.")
    case .single(let summary, let command?):
      phrase(
        "The last change (\(summary)) fits its own deal alone: press \(key(of: command)) for this one."
      )
    case nil: phrase("Nothing was changed yet that could be repeated.")
    }
  }
}

extension DealTally {
  fileprivate var areInFirstStage: Bool { inFirstStage == deals }

  fileprivate var areOpen: Bool { open == deals }

  fileprivate var lackOfDeal: String? {
    deals == 0 ? phrase("No deal has the focus.") : nil
  }

  fileprivate var lackOfOpenDeal: String? {
    if deals == 0 { return lackOfDeal }
    return open > 0 ? nil : phrase("The deal is closed. Reopen it first.")
  }
}
