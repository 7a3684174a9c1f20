extension Command {
  /// What it does, in a few words that begin with a verb.
  public var summary: String {
    switch self {
    case .focusLeft: "Focus the stage before"
    case .focusDown: "Focus the next deal or line"
    case .focusUp: "Focus the deal or line above"
    case .focusRight: "Focus the next stage"
    case .focusFirst: "Focus the first deal or line"
    case .focusLast: "Focus the last deal or line"
    case .pageUp: "Focus a page up"
    case .pageDown: "Focus a page down"
    case .focusStage: "Focus a stage by its number"
    case .goToNumber: "Go to a deal by its number"
    case .sendBack: "Send the deal to the stage before, focus goes along"
    case .sendOn: "Send the deal to the next stage, focus goes along"
    case .sendBackAndStay: "Send the deal to the stage before, focus stays"
    case .sendOnAndStay: "Send the deal to the next stage, focus stays"
    case .pickUp: "Pick the deal up"
    case .carryLeft: "Carry to the stage before"
    case .carryRight: "Carry to the next stage"
    case .carryToStage: "Carry to a stage by its number"
    case .drop: "Drop the deal here"
    case .putBack: "Put the deal back where it was"
    case .win: "Win the deal"
    case .winWith: "Win with day and final value"
    case .lose: "Lose the deal, with a reason"
    case .reopen: "Reopen a closed deal"
    case .delete: "Delete the deal"
    case .open: "Open the deal: all fields and its timeline"
    case .add: "Add a deal"
    case .edit: "Edit all fields of the deal"
    case .nextStep: "Set the next step"
    case .note: "Write a note"
    case .value: "Set the value"
    case .expectedClose: "Set the expected close"
    case .repeatLast: "Repeat the last change on this deal"
    case .copyLine: "Copy the deal's line"
    case .filter: "Filter as you type"
    case .mine: "Show my deals or all"
    case .sort: "Sort the column in another way"
    case .density: "Make cards taller or lower"
    case .collapse: "Collapse or widen the stage"
    case .pipeline: "Choose the pipeline"
    case .sidebar: "Show or hide the sidebar"
    case .focusSidebar: "Go into the sidebar"
    case .leaveSidebar: "Go back to the board"
    case .theme: "Try the next theme"
    case .goBoard: "Go to the board"
    case .goFunnel: "Go to the funnel: who goes on, where it leaks"
    case .goAttention: "Go to the deals that need attention"
    case .goOwners: "Go to the owners"
    case .goHistory: "Go to the latest changes"
    case .sortOwners: "Sort the owners in another way"
    case .snooze: "Put the deal aside until a day"
    case .explain: "Explain a number: formula, inputs, deals behind it"
    case .switchPolicy: "Count conversion by another policy"
    case .switchCurrency: "Show amounts in the next currency"
    case .undo: "Undo your last change"
    case .redo: "Redo what was undone"
    case .cancel: "Go back, cancel, clear"
    case .palette: "Find a command by typing"
    case .redraw: "Draw the screen anew"
    case .suspend: "Suspend dealboard"
    case .quit: "Quit; everything is saved"
    case .help: "Show the keys for where you are"
    }
  }
}

extension Command {
  /// Where a key that begins with `g` goes, in a word or two; `nil` of any other command.
  var destination: String? {
    switch self {
    case .goBoard: "board"
    case .goFunnel: "funnel"
    case .goAttention: "attention"
    case .goOwners: "owners"
    case .goHistory: "history"
    case .focusFirst: "first"
    default: nil
    }
  }
}
