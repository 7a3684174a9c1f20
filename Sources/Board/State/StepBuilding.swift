import Pipeline

/// A step over so many deals that it is put together bit by bit, so that keys are heeded meanwhile.
///
/// It goes to the store once it is whole, and not at all where the program ends before.
struct StepBuilding: Sendable {
  /// A step over more deals than this is put together bit by bit, and so many at once.
  static let dealsAtOnce = 1_000

  /// The step among those that are not saved, to which its changes are added.
  let ticket: Ticket
  /// The deals in the order they are changed, each as it was seen when the step was asked for.
  let deals: [(id: Identifier<Deal>, revision: Int32)]
  /// What it is called, by the deals that it changes.
  let words: @Sendable (StepSubjects) -> StepWords
  /// What is done to a deal.
  let changes: @Sendable (Deal) -> DealChanges
  /// How somebody whom it names is reached, kept in one write with it.
  let contact: ContactEdit?
  /// How many of the deals were looked at.
  private(set) var done = 0
  /// Those of them that it changes.
  var subjects: StepSubjects
  /// The first rule that left one out, as a sentence.
  var refusal: String?
  /// Whether the focus stays at its height where its deal goes.
  var keepsHeight = false

  /// Whether all deals were looked at.
  var isWhole: Bool { done == deals.count }

  init(
    ticket: Ticket,
    deals: [Deal],
    subjects: StepSubjects,
    words: @escaping @Sendable (StepSubjects) -> StepWords,
    changes: @escaping @Sendable (Deal) -> DealChanges,
    contact: ContactEdit?
  ) {
    self.ticket = ticket
    self.deals = deals.map { ($0.id, $0.revision) }
    self.subjects = subjects
    self.words = words
    self.changes = changes
    self.contact = contact
  }

  /// The deals that are looked at next.
  mutating func takeNext() -> ArraySlice<(id: Identifier<Deal>, revision: Int32)> {
    let next = deals[done..<min(done + Self.dealsAtOnce, deals.count)]
    done = next.endIndex
    return next
  }
}
