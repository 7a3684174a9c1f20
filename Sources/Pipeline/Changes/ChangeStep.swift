/// What one key press or command did, perhaps to many deals; taken back as a whole.
public struct ChangeStep: Hashable, Sendable {
  /// The step's number.
  public let id: Identifier<ChangeStep>
  /// Who did it, by name.
  public let actor: String
  /// What it did, in words for the status line: `move Acme renewal to Proposal Made`.
  public let summary: String
  /// How many events it made.
  public let eventCount: Int
  /// The moment it was recorded.
  public let recordedAt: Instant
  /// Whether an import made it.
  public let isImport: Bool

  /// Makes a step.
  public init(
    id: Identifier<ChangeStep>,
    actor: String,
    summary: String,
    eventCount: Int,
    recordedAt: Instant,
    isImport: Bool
  ) {
    self.id = id
    self.actor = actor
    self.summary = summary
    self.eventCount = eventCount
    self.recordedAt = recordedAt
    self.isImport = isImport
  }
}
