/// How many lines a card takes.
public enum Density: String, CaseIterable, Hashable, Sendable {
  /// Title, figures and next step, and a blank line between cards.
  case comfortable
  /// Title and figures.
  case compact
  /// Title and value on one line.
  case line

  /// The density for a screen of so many rows.
  static func fitting(rows: Int) -> Density {
    if rows >= 36 { return .comfortable }
    return rows >= 20 ? .compact : .line
  }

  /// How many rows a card takes, without the gap.
  var cardRows: Int {
    switch self {
    case .comfortable: 3
    case .compact: 2
    case .line: 1
    }
  }

  /// How many blank rows stand between two cards.
  var gap: Int { self == .comfortable ? 1 : 0 }
}
