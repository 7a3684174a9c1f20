public import Pipeline

/// What the board asks the program to do; answers come back as actions.
public enum Effect: Hashable, Sendable {
  /// Send a step to the store; answered under the ticket.
  case commit(Ticket, StepRequest)
  /// Come back with `goOn` once keys that wait were heeded.
  case goOn(Ticket)
  /// Take back the actor's latest step; answered under the ticket.
  case undo(Ticket, StepReversal)
  /// Make the actor's undone step again; answered under the ticket.
  case redo(Ticket, StepReversal)
  /// Keep something beside deals; answered under the ticket.
  case keep(Ticket, RecordRequest)
  /// Load the workspace anew.
  case reload
  /// Find the deals of a pipeline won between two days, as known at the end of the second one.
  case loadWonDeals(Identifier<SalesPipeline>, since: Day, asOf: Day)
  /// Find the figures of a pipeline as of earlier days, over the deals that a choice lets through.
  case loadComparison(Identifier<SalesPipeline>, Narrowing, startOfDay: Day, earlier: Day)
  /// Find the deals that a choice lets through, beside the screen; comes back as `narrowed`. A later
  /// one makes an earlier one needless.
  case narrow(NarrowingRequest)
  /// Sum up the closed deals that a choice lets through, as known at the end of a day.
  case loadFilteredTotals(FilterTicket, Narrowing, asOf: Day)
  /// Load the workspace as of a past day, to look at; comes back as `pastArrived`.
  case loadPast(Day)
  /// Go on to today on a board that was opened on a past day; comes back as `presentArrived`.
  case openPresent
  /// Find a deal that is not on the board, by its number; comes back as `wonDealsArrived` or is told.
  case findDeal(Identifier<Deal>)
  /// Find all events of a deal.
  case loadHistory(Identifier<Deal>)
  /// Find the long notes of a deal, to be edited; comes back as `notesArrived`.
  case loadNotes(Identifier<Deal>)
  /// Have the user's editor write the long notes of a deal; comes back as `notesEdited`.
  case editNotes(NotesDraft)
  /// Remove the file that notes were written in: they are saved.
  case removeNotesFile(path: String)
  /// Find how the person of a deal is reached; comes back as `contactArrived`.
  case loadContact(Identifier<Deal>)
  /// Count a report; answered under the ticket.
  case loadReport(ReportTicket, ReportRequest)
  /// Find the words that deals use, for suggesting them.
  case loadSuggestions
  /// Remember a setting.
  case save(Setting)
  /// Put text on the clipboard.
  case copy(String)
  /// Draw everything anew, whatever the terminal shows.
  case redraw
  /// Stop the program until it is brought to the foreground.
  case suspend
  /// End the program; everything is saved.
  case quit
  /// Make a temporary file with sample data in it, from the first-run screen.
  case startWithSample
  /// Make the file with five stages, from the first-run screen.
  case startEmpty
  /// Make the file and import one into it, from the first-run screen.
  case startWithImport(path: String)
}

/// A step that is to be taken back, or made again.
public struct StepReversal: Hashable, Sendable {
  /// The id of the first event that this makes.
  public let id: EventID
  /// The step as the user saw it named; where another one is next by now, neither is touched.
  public let step: Identifier<ChangeStep>
  /// Whether it is done also where others changed the same parts of a deal since.
  public let goesOnTop: Bool

  /// Makes a wish.
  public init(id: EventID, step: Identifier<ChangeStep>, goesOnTop: Bool = false) {
    self.id = id
    self.step = step
    self.goesOnTop = goesOnTop
  }
}

/// Who the user says they are.
public enum Identity: Hashable, Sendable {
  /// Somebody new in the team.
  case new(name: String)
  /// One of the team.
  case person(Identifier<Person>)
}

/// Something that the config remembers.
public enum Setting: Hashable, Sendable {
  /// The theme, by name.
  case theme(String)
  /// How tall cards are; `nil`: by the screen's height.
  case density(Density?)
  /// Whether the sidebar is shown where there is room.
  case sidebar(Bool)
  /// Whether only one's own deals are shown.
  case mine(Bool)
  /// That somebody who acts under this name was asked who they are.
  case askedWho(String)
  /// The pipeline that is shown, by name.
  case pipeline(String)
}

/// A change of what the workspace holds beside deals; none of these is an event of a deal.
public enum WorkspaceEdit: Hashable, Sendable {
  /// Sets a goal, in place of the one for the same pipeline, owner, period and thing counted.
  case setGoal(
    in: Identifier<SalesPipeline>,
    owner: Identifier<Person>?,
    Period,
    Goal.Target
  )
  /// Removes goals.
  case removeGoals([Identifier<Goal>])
  /// Gives a day a name.
  case saveBaseline(in: Identifier<SalesPipeline>, name: String, Day)
  /// Removes a baseline.
  case removeBaseline(Identifier<Baseline>)
  /// Saves a filter, in place of one of the same name.
  case saveFilter(name: String, text: String)
  /// Removes a saved filter.
  case removeFilter(Identifier<SavedFilter>)
}
