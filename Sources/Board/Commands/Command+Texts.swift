import Pipeline

extension Command {
  /// What it does, in a few words that begin with a verb.
  public var summary: String {
    switch self {
    case .focusLeft: phrase("Focus the stage before")
    case .focusDown: phrase("Focus the next deal or line")
    case .focusUp: phrase("Focus the deal or line above")
    case .focusRight: phrase("Focus the next stage")
    case .focusFirst: phrase("Focus the first deal or line")
    case .focusLast: phrase("Focus the last deal or line")
    case .pageUp: phrase("Focus a page up")
    case .pageDown: phrase("Focus a page down")
    case .focusStage: phrase("Focus a stage by its number")
    case .goToNumber: phrase("Go to a deal by its number")
    case .sendBack: phrase("Send the deal to the stage before, focus goes along")
    case .sendOn: phrase("Send the deal to the next stage, focus goes along")
    case .sendBackAndStay: phrase("Send the deal to the stage before, focus stays")
    case .sendOnAndStay: phrase("Send the deal to the next stage, focus stays")
    case .grab: phrase("Grab the deal, to carry it")
    case .carryLeft: phrase("Carry to the stage before")
    case .carryRight: phrase("Carry to the next stage")
    case .carryToStage: phrase("Carry to a stage by its number")
    case .drop: phrase("Drop the deal here")
    case .putBack: phrase("Put the deal back where it was")
    case .win: phrase("Win the deal")
    case .winWith: phrase("Win with day and final value")
    case .lose: phrase("Lose the deal, with a reason")
    case .reopen: phrase("Reopen a closed deal")
    case .delete: phrase("Delete the deal")
    case .open: phrase("Open the deal: all fields and its timeline")
    case .add: phrase("Add a deal")
    case .edit: phrase("Edit all fields of the deal")
    case .nextStep: phrase("Set the next step")
    case .note: phrase("Write a note")
    case .value: phrase("Set the value")
    case .expectedClose: phrase("Set the expected close")
    case .repeatLast: phrase("Repeat the last change on this deal")
    case .editNotes: phrase("Write the deal's long notes in your editor")
    case .contact: phrase("Set the person, their phone and mail")
    case .handOver: phrase("Hand all deals of an owner over to another")
    case .copyLine: phrase("Copy the deal's line")
    case .mark: phrase("Mark the deal, or take its mark away")
    case .markColumn: phrase("Mark the column, or take its marks away")
    case .markAll: phrase("Mark all deals that are shown")
    case .filter: phrase("Filter as you type")
    case .savedFilters: phrase("Use or save a filter")
    case .mine: phrase("Show my deals or all")
    case .owner: phrase("Show the deals of one owner")
    case .past: phrase("Look at the board as of another day")
    case .sort: phrase("Sort the column in another way")
    case .density: phrase("Make cards taller or lower")
    case .collapse: phrase("Collapse or widen the stage")
    case .pipeline: phrase("Choose the pipeline")
    case .sidebar: phrase("Show or hide the sidebar")
    case .focusSidebar: phrase("Go into the sidebar")
    case .leaveSidebar: phrase("Go back to the board")
    case .theme: phrase("Try the next theme")
    case .goBoard: phrase("Go to the board")
    case .goFunnel: phrase("Go to the funnel: who goes on, where it leaks")
    case .goComparison: phrase("Go to now and then: every figure against an earlier day")
    case .chooseBaseline: phrase("Choose what numbers are set against")
    case .saveBaseline: phrase("Save today as a baseline under a name")
    case .chooseWindow: phrase("Choose the days whose closed deals count")
    case .goAttention: phrase("Go to the deals that need attention")
    case .goOwners: phrase("Go to the owners")
    case .goMonths: phrase("Go to the coming months: what will be booked")
    case .goTrends: phrase("Go to trends: any number by month, quarter or year")
    case .switchPeriod: phrase("Show months, quarters or years")
    case .pushEarlier: phrase("Push the deal's close to the month before")
    case .pushLater: phrase("Push the deal's close to the next month")
    case .editGoal: phrase("Set the goal of the month")
    case .switchMeasure: phrase("Show another amount for each owner")
    case .goHistory: phrase("Go to the latest changes")
    case .sortOwners: phrase("Sort the owners in another way")
    case .switchGrouping: phrase("Group by owner, label, organization or reason")
    case .showGroup: phrase("Show the deals of the chosen group alone")
    case .snooze: phrase("Put the deal aside until a day")
    case .nextPart: phrase("Go to the next part of the screen")
    case .explain: phrase("Explain a number: formula, inputs, deals behind it")
    case .markDone: phrase("Mark the next step as done, say what came of it")
    case .goDay: phrase("Go to my day: what is due, by the hour")
    case .goList: phrase("Go to the list of deals, sorted by any column")
    case .goReview: phrase("Go to the pipeline review")
    case .goStandup: phrase("Go to the standup")
    case .copyContact: phrase("Copy the person's phone or mail")
    case .sortList: phrase("Sort by the chosen column, again: the other way")
    case .meetingNext: phrase("Go on: to the next deal, person or page")
    case .meetingBack: phrase("Go back one")
    case .keep: phrase("Keep the deal as it is, with a word why")
    case .reviewOrder: phrase("Take the deals in another order")
    case .reviewOwner: phrase("Review one owner's deals, or the team's")
    case .restartReview: phrase("Begin the review anew")
    case .skipPerson: phrase("Pass the person over")
    case .pauseTimer: phrase("Stop the clock, or let it go on")
    case .parkTopic: phrase("Park a topic for later")
    case .standupStep: phrase("Set the next step without leaving the standup")
    case .endMeeting: phrase("End the meeting and write its minutes")
    case .switchPolicy: phrase("Count conversion by another policy")
    case .switchCurrency: phrase("Show amounts in the next currency")
    case .undo: phrase("Undo your last change")
    case .redo: phrase("Redo what was undone")
    case .cancel: phrase("Go back, cancel, clear")
    case .palette: phrase("Find a command by typing")
    case .redraw: phrase("Draw the screen anew")
    case .suspend: phrase("Suspend dealboard")
    case .quit: phrase("Quit; everything is saved")
    case .help: phrase("Show the keys for where you are")
    }
  }
}

extension Command {
  /// Where a key that begins with `g` goes, in a word or two; `nil` of any other command.
  var destination: String? {
    switch self {
    case .goBoard: phrase("board")
    case .goFunnel: phrase("funnel")
    case .goComparison: phrase("now and then")
    case .goAttention: phrase("attention")
    case .goOwners: phrase("owners")
    case .goHistory: phrase("history")
    case .goMonths: phrase("coming months")
    case .goTrends: phrase("trends")
    case .goDay: phrase("my day")
    case .goList: phrase("list")
    case .goReview: phrase("review")
    case .goStandup: phrase("standup")
    case .focusFirst: phrase("first")
    case .focusLeft, .focusDown, .focusUp, .focusRight, .focusLast, .pageUp, .pageDown,
      .focusStage, .goToNumber, .sendBack, .sendOn, .sendBackAndStay, .sendOnAndStay, .grab,
      .carryLeft, .carryRight, .carryToStage, .drop, .putBack, .win, .winWith, .lose, .reopen,
      .delete, .open, .add, .edit, .nextStep, .note, .value, .expectedClose, .snooze, .markDone,
      .repeatLast, .contact, .editNotes, .handOver, .copyLine, .mark, .markColumn, .markAll,
      .filter, .savedFilters, .mine, .owner, .past, .sort, .density, .collapse, .pipeline, .sidebar,
      .focusSidebar, .leaveSidebar, .theme, .nextPart, .explain, .copyContact, .sortList,
      .meetingNext, .meetingBack, .keep, .reviewOrder, .reviewOwner, .restartReview, .skipPerson,
      .pauseTimer, .parkTopic, .standupStep, .endMeeting, .switchPolicy, .switchCurrency,
      .sortOwners, .switchGrouping, .showGroup, .chooseBaseline, .saveBaseline, .chooseWindow,
      .switchMeasure, .switchPeriod,
      .pushEarlier, .pushLater, .editGoal, .undo, .redo, .cancel, .palette, .redraw, .suspend,
      .quit, .help:
      nil
    }
  }
}
