/// What kind of thing is done for a deal.
public enum ActivityKind: String, CaseIterable, Hashable, Sendable {
  /// Talking on the phone.
  case call
  /// Meeting, in a room or on a screen.
  case meeting
  /// Writing a mail.
  case mail
  /// Anything else that takes time.
  case task

  /// The minutes one takes where nothing else is said.
  public var defaultMinutes: Int {
    switch self {
    case .call: 15
    case .meeting: 60
    case .mail: 10
    case .task: 30
    }
  }
}
