/// One entry of the log: a change of one deal, with who, when and what it replaced.
public struct DealEvent: Hashable, Sendable {
  /// The place in the log, from 1.
  ///
  /// This, not the clock, orders events.
  public let sequence: Int64
  /// The id that the change was sent under.
  public let id: EventID
  /// The step that it belongs to: what one key press or command did, undone as a whole.
  public let step: Identifier<ChangeStep>
  /// Who did it, by name.
  public let actor: String
  /// The deal it happened to.
  public let deal: Identifier<Deal>
  /// The deal's revision after it.
  public let revision: Int32
  /// The moment it was recorded.
  public let recordedAt: Instant
  /// The day it happened.
  ///
  /// Numbers go by this day (NUMBERS.md).
  public let day: Day
  /// What was done.
  public let change: DealChange
  /// What would give back the state before, where something was replaced.
  public let before: DealChange?

  /// Makes an event.
  public init(
    sequence: Int64,
    id: EventID,
    step: Identifier<ChangeStep>,
    actor: String,
    deal: Identifier<Deal>,
    revision: Int32,
    recordedAt: Instant,
    day: Day,
    change: DealChange,
    before: DealChange? = nil
  ) {
    self.sequence = sequence
    self.id = id
    self.step = step
    self.actor = actor
    self.deal = deal
    self.revision = revision
    self.recordedAt = recordedAt
    self.day = day
    self.change = change
    self.before = before
  }
}
