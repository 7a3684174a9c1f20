/// Everything a key can ask for: help, palette, footer, key map and the table of keys in the manual
/// come from this list.
///
/// One case more, and the compiler asks for its summary, its keys, its places and when it cannot be
/// done.
public enum Command: String, CaseIterable, Hashable, Sendable {
  // Moving the focus
  case focusLeft = "focus-left"
  case focusDown = "focus-down"
  case focusUp = "focus-up"
  case focusRight = "focus-right"
  case focusFirst = "focus-first"
  case focusLast = "focus-last"
  case pageUp = "page-up"
  case pageDown = "page-down"
  case focusStage = "focus-stage"
  case goToNumber = "go-to-number"
  // Moving deals
  case sendBack = "send-back"
  case sendOn = "send-on"
  case sendBackAndStay = "send-back-and-stay"
  case sendOnAndStay = "send-on-and-stay"
  case grab
  case carryLeft = "carry-left"
  case carryRight = "carry-right"
  case carryToStage = "carry-to-stage"
  case drop
  case putBack = "put-back"
  // Outcomes
  case win
  case winWith = "win-with"
  case lose
  case reopen
  case delete
  // Working on a deal
  case open
  case add
  case edit
  case nextStep = "next-step"
  case note
  case value
  case expectedClose = "expected-close"
  case snooze
  case markDone = "mark-done"
  case repeatLast = "repeat-last"
  case contact
  case editNotes = "edit-notes"
  case handOver = "hand-over"
  case copyLine = "copy-line"
  // Marking deals
  case mark
  case markColumn = "mark-column"
  case markAll = "mark-all"
  // What is shown
  case filter
  case savedFilters = "saved-filters"
  case mine
  case owner
  case past
  case sort
  case density
  case collapse
  case pipeline
  case sidebar
  case focusSidebar = "focus-sidebar"
  case leaveSidebar = "leave-sidebar"
  case theme
  // Going to a screen
  case goBoard = "go-board"
  case goFunnel = "go-funnel"
  case goComparison = "go-comparison"
  case goAttention = "go-attention"
  case goOwners = "go-owners"
  case goHistory = "go-history"
  case goMonths = "go-months"
  case goTrends = "go-trends"
  case nextPart = "next-part"
  case explain
  case goDay = "go-day"
  case goList = "go-list"
  case goReview = "go-review"
  case goStandup = "go-standup"
  // My day and the list of deals
  case copyContact = "copy-contact"
  case sortList = "sort-list"
  // Meetings
  case meetingNext = "meeting-next"
  case meetingBack = "meeting-back"
  case keep
  case reviewOrder = "review-order"
  case reviewOwner = "review-owner"
  case restartReview = "restart-review"
  case skipPerson = "skip-person"
  case pauseTimer = "pause-timer"
  case parkTopic = "park-topic"
  case standupStep = "standup-step"
  case endMeeting = "end-meeting"
  // What a report rests on
  case switchPolicy = "switch-policy"
  case switchCurrency = "switch-currency"
  case sortOwners = "sort-owners"
  case switchGrouping = "switch-grouping"
  case showGroup = "show-group"
  case chooseBaseline = "choose-baseline"
  case saveBaseline = "save-baseline"
  case chooseWindow = "choose-window"
  case switchMeasure = "switch-measure"
  case switchPeriod = "switch-period"
  // In the coming months
  case pushEarlier = "push-earlier"
  case pushLater = "push-later"
  case editGoal = "edit-goal"
  // The program
  case undo
  case redo
  case cancel
  case palette
  case redraw
  case suspend
  case quit
  case help
}
