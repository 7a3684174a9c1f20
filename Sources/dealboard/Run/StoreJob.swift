import Board
import Foundation
import Pipeline

/// What the board's thread asks of the store's.
enum StoreJob: Sendable {
  /// Make a step.
  case commit(Ticket, StepRequest)
  /// Take the actor's latest step back.
  case undo(Ticket, StepReversal)
  /// Make the actor's undone step again.
  case redo(Ticket, StepReversal)
  /// Keep something beside deals.
  case keep(Ticket, RecordRequest)
  /// Load the workspace anew.
  case reload
  /// Go on to today, where a past day was opened: open the file to be written.
  case openPresent
  /// Find the deals of a pipeline won between two days.
  case loadWonDeals(Identifier<SalesPipeline>, since: Day, asOf: Day)
  /// Have something counted that may take long.
  case read(ReadingJob)
  /// Find a deal by its number.
  case findDeal(Identifier<Deal>)
  /// Find all events of a deal.
  case loadHistory(Identifier<Deal>)
  /// Find the long notes of a deal.
  case loadNotes(Identifier<Deal>)
  /// Find how the person of a deal is reached.
  case loadContact(Identifier<Deal>)
  /// Make the file, and fill it as the first-run screen was told.
  case make(Beginning)
  /// Signal that nothing is held that others wait for, and do nothing until the other is signalled.
  case pause(DispatchSemaphore, until: DispatchSemaphore)
  /// Close the file and end; signalled when done.
  case stop(DispatchSemaphore)
}

/// What a new workspace begins with.
enum Beginning: Sendable {
  /// The sample data.
  case sample
  /// Five stages and no deal.
  case empty
  /// What a file brings.
  case importing(path: String)
}
