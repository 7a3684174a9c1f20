/// Changes that are wanted together: all are made, or none, and one undo takes them back.
public struct StepRequest: Hashable, Sendable {
  /// Who asks, by name.
  public let actor: String
  /// What it does, in words: `move Acme renewal to Proposal Made`.
  public let summary: String
  /// The moment it was asked.
  public let at: Instant
  /// The changes, in the order they are made; never empty.
  public let changes: [ChangeRequest]
  /// Whether an import asks.
  public let isImport: Bool
  /// How somebody whom the changes name is reached, kept in the same write.
  ///
  /// Neither is there without the other; it is no part of the step, and not taken back with it.
  public let contact: ContactEdit?

  /// Makes a request.
  public init(
    actor: String,
    summary: String,
    at: Instant,
    changes: [ChangeRequest],
    isImport: Bool = false,
    contact: ContactEdit? = nil
  ) {
    self.actor = actor
    self.summary = summary
    self.at = at
    self.changes = changes
    self.isImport = isImport
    self.contact = contact
  }
}
