import Pipeline

/// A step that was sent to the store and is not answered yet: shown as done, marked as unsaved.
struct PendingStep: Sendable {
  /// What was asked for.
  enum Kind: Sendable {
    /// Changes of known deals, shown at once.
    case changes(StepRequest)
    /// A new deal, of which only the store knows the number.
    case newDeal(StepRequest)
    /// A step that is taken back or made again; what that does to which deals only the store knows.
    case reversal(of: ChangeStep, isRedo: Bool)
  }

  var ticket: Ticket
  var kind: Kind
  /// The deals as they were before it, in the order they were changed.
  var before: [Deal]
  /// Whether the focus goes to the deal that it makes.
  var focusesNewDeal = false
  /// The file in which the long notes were written that it saves.
  var notesPath: String?

  /// Whether keys have to wait for its answer, because what they are about depends on it.
  var holdsKeys: Bool {
    switch kind {
    case .changes: false
    case .newDeal, .reversal: true
    }
  }
}
