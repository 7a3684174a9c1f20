/// What text stands on: it decides the background, and the foreground of ordinary text with it.
public enum Surface: UInt8, CaseIterable, Hashable, Sendable {
  /// The board; the themes `default` and `mono` leave it as the terminal has it.
  case base
  /// The focused card, the chosen line of a list.
  case selection
  /// A card that is being carried.
  case grab
  /// The title line and the status line.
  case bar
  /// The program's name at the left of the title line.
  case badge
  /// A window over the board.
  case overlay
  /// A field that is being typed into.
  case field
  /// The part of a text that was searched for.
  case match

  /// The name that a theme file uses.
  public var name: String {
    switch self {
    case .base: "base"
    case .selection: "selection"
    case .grab: "grab"
    case .bar: "bar"
    case .badge: "badge"
    case .overlay: "overlay"
    case .field: "field"
    case .match: "match"
    }
  }
}
