public import Pipeline

/// What one key press or command did, as the log of another file has it.
public struct RecordedStep: Hashable, Sendable {
  /// Its number in the file.
  public let number: Int64
  /// Who did it, by name.
  public let actor: String
  /// What it did, in words.
  public let summary: String
  /// The moment it was recorded.
  public let at: Instant
  /// Whether an import made it.
  public let isImport: Bool

  /// Makes a step.
  public init(number: Int64, actor: String, summary: String, at: Instant, isImport: Bool) {
    self.number = number
    self.actor = actor
    self.summary = summary
    self.at = at
    self.isImport = isImport
  }
}

/// A change of one deal, as the log of another file has it.
public struct RecordedEvent: Hashable, Sendable {
  /// The id that the change was sent under.
  public let id: EventID
  /// The deal's number in the file.
  public let deal: Int64
  /// The day it happened.
  public let day: Day
  /// What was done.
  public let change: DealChange

  /// Makes an event.
  public init(id: EventID, deal: Int64, day: Day, change: DealChange) {
    self.id = id
    self.deal = deal
    self.day = day
    self.change = change
  }
}

/// One entry of a file's log, in the order in which they are to be taken.
public enum WorkspaceEntry: Hashable, Sendable {
  /// A step begins; the events up to the next one are its own.
  case step(RecordedStep)
  /// A change of a deal.
  case event(RecordedEvent)
  /// A value that an import brought to a deal, by its number in the file, and that was not taken.
  case notTaken(Int64, DealChange)
}
