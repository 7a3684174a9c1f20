/// An event that stands in the log, with the deal as it left it.
///
/// The deal comes along because an undo leaves what the deal's other events make of it, which the
/// event alone does not say.
public struct RecordedChange: Hashable, Sendable {
  /// The event.
  public let event: DealEvent
  /// The deal after it.
  public let deal: Deal

  /// Pairs an event with the deal that it left.
  public init(event: DealEvent, deal: Deal) {
    self.event = event
    self.deal = deal
  }
}
