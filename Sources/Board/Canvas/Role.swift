/// What a piece of text is on the screen.
///
/// The code names roles, a theme gives them colours.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
  /// Ordinary text, in the surface's own colour.
  case text
  /// Text to be seen first: values, the focused card's title; bold.
  case strong
  /// Text to be read last: owners, labels of figures.
  case dim
  /// The program's own mark, headings of the sidebar.
  case accent
  /// Lines between columns and the light part of bars.
  case rule
  /// The colour of the first stage, and of every fifth after it.
  case stage1
  /// The colour of the second stage, and of every fifth after it.
  case stage2
  /// The colour of the third stage, and of every fifth after it.
  case stage3
  /// The colour of the fourth stage, and of every fifth after it.
  case stage4
  /// The colour of the fifth stage, and of every fifth after it.
  case stage5
  /// What is won.
  case won
  /// Better than before; a step that is due today; fresh.
  case good
  /// Asks for attention: no next step, ageing.
  case warn
  /// Worse than before; overdue, stale; an error.
  case bad
  /// A next step that is planned for later.
  case later
  /// A key in the footer, the help and the palette.
  case key
  /// The filled part of a chart.
  case chart
  /// What a chart is filled with next to `chart`: forecast, comparison.
  case chartSecond
  /// The bar at the left of the focused card and the marker of the focused stage.
  case cursor
  /// The bar at the left of a card that is being carried.
  case carried

  /// The role of a stage by its place in board order, from 0; five that repeat.
  public static func stage(at position: Int) -> Role {
    let roles: [Role] = [.stage1, .stage2, .stage3, .stage4, .stage5]
    return roles[((position % 5) + 5) % 5]
  }

  /// The name that a theme file uses: `stage-1`, `chart-second`.
  public var name: String {
    switch self {
    case .text: "text"
    case .strong: "strong"
    case .dim: "dim"
    case .accent: "accent"
    case .rule: "rule"
    case .stage1: "stage-1"
    case .stage2: "stage-2"
    case .stage3: "stage-3"
    case .stage4: "stage-4"
    case .stage5: "stage-5"
    case .won: "won"
    case .good: "good"
    case .warn: "warn"
    case .bad: "bad"
    case .later: "later"
    case .key: "key"
    case .chart: "chart"
    case .chartSecond: "chart-second"
    case .cursor: "cursor"
    case .carried: "carried"
    }
  }
}
