extension Command {
  /// The keys that a board comes with, the one to show first; a config may give others.
  public var defaultKeys: [KeySequence] {
    switch self {
    case .focusLeft: ["h", "left"]
    case .focusDown: ["j", "down"]
    case .focusUp: ["k", "up"]
    case .focusRight: ["l", "right"]
    case .focusFirst: ["g g", "home"]
    case .focusLast: ["G", "end"]
    case .pageUp: ["pgup"]
    case .pageDown: ["pgdn"]
    case .focusStage, .carryToStage: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
    case .goToNumber: ["#"]
    case .sendBack: ["H", "shift-left"]
    case .sendOn: ["L", "shift-right"]
    case .sendBackAndStay: ["<"]
    case .sendOnAndStay: [">"]
    case .grab: ["space"]
    case .carryLeft: ["h", "left", "H", "shift-left"]
    case .carryRight: ["l", "right", "L", "shift-right"]
    case .drop: ["space", "enter"]
    case .putBack: ["esc"]
    case .win: ["w"]
    case .winWith: ["W"]
    case .lose: ["x"]
    case .reopen: ["o"]
    case .delete: ["D"]
    case .open: ["enter"]
    case .add: ["a"]
    case .edit: ["e"]
    case .nextStep: ["n"]
    case .note: ["N"]
    case .value: ["$"]
    case .expectedClose: ["c"]
    case .repeatLast: ["."]
    case .contact: ["t"]
    case .editNotes: ["E"]
    case .handOver: ["A"]
    case .copyLine: ["y"]
    case .mark: ["v"]
    case .markColumn: ["V"]
    case .markAll: ["ctrl-a"]
    case .filter: ["/"]
    case .savedFilters: ["f"]
    case .mine: ["i"]
    case .owner: ["@"]
    case .past: ["r"]
    case .sort: ["s"]
    case .density: ["z"]
    case .collapse: ["C"]
    case .pipeline: ["p"]
    case .sidebar: ["m"]
    case .focusSidebar, .leaveSidebar: ["tab"]
    case .theme: ["T"]
    case .goBoard: ["g b"]
    case .goFunnel: ["g f"]
    case .goComparison: ["g n"]
    case .goAttention: ["g a"]
    case .goOwners: ["g o"]
    case .goHistory: ["g h"]
    case .goMonths: ["g c"]
    case .goTrends: ["g t"]
    case .nextPart: ["tab"]
    case .explain: ["="]
    case .switchPolicy: ["P"]
    case .switchCurrency: ["C"]
    case .sortOwners: ["s"]
    case .switchGrouping: ["b"]
    case .showGroup: ["enter"]
    case .chooseBaseline: ["B"]
    case .saveBaseline: ["S"]
    case .chooseWindow: ["R"]
    case .switchMeasure: ["v"]
    case .switchPeriod: ["z"]
    case .pushEarlier: ["<"]
    case .pushLater: [">"]
    case .editGoal: ["E"]
    case .snooze: ["Z"]
    case .goDay: ["g d"]
    case .goList: ["g l"]
    case .goReview: ["g r"]
    case .goStandup: ["g s"]
    case .markDone: ["d"]
    case .copyContact: ["y"]
    case .sortList: ["s"]
    case .meetingNext: ["space"]
    case .meetingBack: ["b"]
    case .keep: ["K"]
    case .reviewOrder: ["O"]
    case .reviewOwner: ["@"]
    case .restartReview: ["R"]
    case .skipPerson: ["n"]
    case .pauseTimer: ["p"]
    case .parkTopic: ["x"]
    case .standupStep: ["s"]
    case .endMeeting: ["E"]
    case .undo: ["u"]
    case .redo: ["ctrl-r"]
    case .cancel: ["esc"]
    case .palette: [":", "ctrl-p"]
    case .redraw: ["ctrl-l"]
    case .suspend: ["ctrl-z"]
    case .quit: ["q"]
    case .help: ["?"]
    }
  }

  /// Where it can be asked for.
  public var places: [Place] {
    switch self {
    case .undo, .redo, .cancel, .palette, .redraw, .suspend, .quit, .help: [.everywhere]
    case .carryLeft, .carryRight, .carryToStage, .drop, .putBack: [.carrying]
    case .leaveSidebar: [.sidebar]
    case .goBoard: [.deal, .sidebar] + Place.screens
    case .goFunnel, .goComparison, .goAttention, .goOwners, .goHistory, .goMonths, .goTrends,
      .goDay,
      .goList, .goReview, .goStandup:
      [.board, .sidebar] + Place.screens
    case .explain: [.board, .sidebar, .review] + Place.reports
    case .nextPart: Place.reports
    case .switchPolicy: [.funnel, .comparison, .trends]
    case .switchPeriod: [.trends]
    case .switchCurrency: [.funnel, .owners, .months, .trends]
    case .switchMeasure, .pushEarlier, .pushLater, .editGoal: [.months]
    case .sortOwners, .switchGrouping, .showGroup: [.owners]
    case .chooseBaseline, .saveBaseline: [.funnel, .comparison]
    case .chooseWindow: [.funnel, .comparison, .owners, .months]
    case .sidebar: [.board, .sidebar]
    case .theme: [.board, .sidebar] + Place.screens
    case .focusDown, .focusUp, .pageUp, .pageDown, .focusFirst, .focusLast:
      [.board, .sidebar] + Place.screens
    case .filter, .pipeline: [.board, .list] + Place.reports
    case .savedFilters, .owner, .past: [.board] + Place.reports
    case .mine: [.board, .list, .review] + Place.reports
    case .focusLeft, .focusRight: [.board, .list] + Place.reports
    case .sendBack, .sendOn, .note, .open, .markDone, .contact:
      [.board, .standup, .review] + Place.dealLists
    case .handOver: [.board, .owners]
    case .editNotes: [.board, .list, .day, .attention]
    case .win, .winWith, .lose, .reopen, .edit, .nextStep, .value, .expectedClose, .snooze,
      .repeatLast:
      [.board, .review] + Place.dealLists
    case .copyLine: [.board, .list, .attention, .history, .review, .standup]
    case .copyContact: [.day, .deal]
    case .sortList: [.list]
    case .meetingNext, .meetingBack, .endMeeting: [.review, .standup]
    case .keep, .reviewOrder, .reviewOwner, .restartReview: [.review]
    case .skipPerson, .pauseTimer, .parkTopic, .standupStep: [.standup]
    case .mark, .markAll: [.board, .list, .attention]
    case .focusStage, .goToNumber, .sendBackAndStay, .sendOnAndStay, .grab, .delete, .add,
      .markColumn, .sort, .density, .collapse, .focusSidebar:
      [.board]
    }
  }
}
