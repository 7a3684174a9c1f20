/// How a deal stands.
public enum DealStatus: Hashable, Sendable {
  /// Being worked on.
  case open
  /// Won on a day.
  case won(Day)
  /// Lost on a day, with the reason that was given, if any.
  case lost(Day, reason: String?)

  /// Whether the deal is being worked on.
  public var isOpen: Bool {
    if case .open = self { true } else { false }
  }

  /// Whether the deal is won.
  public var isWon: Bool {
    if case .won = self { true } else { false }
  }

  /// Whether the deal is lost.
  public var isLost: Bool {
    if case .lost = self { true } else { false }
  }

  /// The day of the outcome; `nil` while open.
  public var closedDay: Day? {
    switch self {
    case .open: nil
    case .won(let day), .lost(let day, _): day
    }
  }

  /// Why it was lost; `nil` where it is not lost or no reason was given.
  public var lostReason: String? {
    if case .lost(_, let reason) = self { reason } else { nil }
  }

  /// The word for it in files and commands: `open`, `won` or `lost`.
  public var name: String {
    switch self {
    case .open: "open"
    case .won: "won"
    case .lost: "lost"
    }
  }
}
