public import Pipeline

/// Everything that can happen to the board.
public enum Action: Sendable {
  /// A key was pressed.
  case key(Chord)
  /// Text was pasted.
  case paste(String)
  /// The mouse did something.
  case mouse(MouseInput)
  /// The screen has another size now, in cells.
  case resized(rows: Int, columns: Int)
  /// Time has passed: sent at midnight, after a suspend, and where a message is to go away.
  case tick

  // MARK: Answers of the store

  /// A step that was asked for under a ticket stands in the log.
  case stored(Ticket, StoredStep)
  /// What was to be kept beside deals under a ticket is kept; what is to be said of it.
  case kept(Ticket, Message?)
  /// What was asked for under a ticket, a step or something else to be kept, was not done.
  case storeFailed(Ticket, StoreFailure)
  /// The store keeps waiting what was asked for.
  case storeWaits(StoreWait)
  /// Others changed deals, or this user did elsewhere; in the order of the log, with what can be
  /// undone and redone since.
  case othersChanged([RecordedChange], UndoState)
  /// The workspace was loaded anew: pipelines, people or settings changed, too much changed at
  /// once, or a day passed.
  case reloaded(Workspace, UndoState)
  /// Goals, baselines or filters changed, and nothing else did.
  case aimsChanged(WorkspaceAims)
  /// Nothing can be changed in the file any more; a sentence says why.
  case closedToChanges(String)
  /// The workspace as of a past day, to look at.
  case pastArrived(Workspace)
  /// The workspace as it is today, on a board that was opened on a past day.
  case presentArrived(PresentWorkspace)
  /// Deals that were won this month, in any order.
  case wonDealsArrived([Deal])
  /// The figures as of earlier days that changes are measured from.
  case comparisonArrived(FigureComparison)
  /// All events of a deal that was asked for, oldest first.
  case historyArrived(Identifier<Deal>, [DealEvent])
  /// Words that were used before.
  case suggestionsArrived(Suggestions)
  /// The deals that a choice lets through.
  case narrowed(NarrowingAnswer)
  /// The sums over closed deals that a filter lets through, by pipeline.
  case filteredTotalsArrived(FilterTicket, [Identifier<SalesPipeline>: ClosedTotals])

  /// A report that was asked for under a ticket.
  case reportArrived(ReportTicket, Report)
  /// A report could not be counted; a sentence says why.
  case reportFailed(ReportTicket, String)

  /// The file that the first-run screen asked for was made, and this is what is in it.
  case began(MadeFile, Workspace)
  /// The import that the first-run screen asked for has come so far: what is done, and the share of
  /// the file that is read, from 0 to 1.
  case beginningAdvanced(BeginningStep, Double)
  /// The file that the first-run screen asked for was not made; a sentence says why.
  case beginningFailed(String)
  /// The user is one of the team now: this person, under whose name changes are recorded.
  case identified(Identifier<Person>, String)
  /// Minutes were written to the file of a path, and the meeting counts as held.
  case meetingHeld(MeetingDraft, path: String)
  /// How the person of a deal is reached; `nil`: nobody knows.
  case contactArrived(Identifier<Deal>, Contact?)
  /// The long notes of a deal, to be edited.
  case notesArrived(NotesDraft)
  /// The user's editor is done with them.
  case notesEdited(NotesDraft, EditedNotes)

  // MARK: Answers of the program

  /// The next bit of a step over many deals is to be put together.
  case goOn(Ticket)

  /// Something was done, or could not be; a sentence for the status line.
  case told(Message)
  /// A text is on the clipboard.
  case copied(String)
  /// The terminal's background is known to be light or dark.
  case backgroundIsLight(Bool)
}

/// What is done while the first-run screen waits for an import.
public enum BeginningStep: Hashable, Sendable {
  /// The file is looked at.
  case reading
  /// Its deals are written.
  case importing
}

/// What the mouse did, over which cell; rows and columns from 0.
public struct MouseInput: Hashable, Sendable {
  /// What it did.
  public enum Kind: Hashable, Sendable {
    /// The main button went down.
    case press
    /// The pointer moved with the main button down.
    case drag
    /// The main button came up.
    case release
    /// The wheel turned away from the user.
    case wheelUp
    /// The wheel turned towards the user.
    case wheelDown
  }

  /// What it did.
  public var kind: Kind
  /// The row, from 0 at the top.
  public var row: Int
  /// The column, from 0 at the left.
  public var column: Int

  /// Makes an input over a cell.
  public init(_ kind: Kind, row: Int, column: Int) {
    self.kind = kind
    self.row = row
    self.column = column
  }
}
