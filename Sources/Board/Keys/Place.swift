/// Where one is in the program: each place has its own keys.
public enum Place: String, CaseIterable, Hashable, Sendable {
  /// Wherever no text is being typed.
  case everywhere
  /// The board.
  case board
  /// The board while a deal is carried.
  case carrying
  /// The sidebar, once it has the focus.
  case sidebar
  /// The funnel.
  case funnel
  /// Now and then.
  case comparison
  /// The deals that need attention.
  case attention
  /// The owners.
  case owners
  /// The coming months.
  case months
  /// Trends.
  case trends
  /// The latest changes.
  case history
  /// Why a number is what it is.
  case explanation
  /// The deals of the board as a list.
  case list
  /// What one has to do.
  case day
  /// The pipeline review.
  case review
  /// The standup.
  case standup
  /// A list to choose from, a form, a line to type into: keys of their own, none of the map's.
  case entry

  /// The heading in the help.
  public var title: String {
    switch self {
    case .everywhere: "Everywhere"
    case .board: "Board"
    case .carrying: "While carrying a deal"
    case .sidebar: "Sidebar"
    case .funnel: "Funnel"
    case .comparison: "Now and then"
    case .attention: "Attention"
    case .owners: "Owners"
    case .months: "Coming months"
    case .trends: "Trends"
    case .history: "History"
    case .explanation: "Why a number is what it is"
    case .list: "List"
    case .day: "My day"
    case .review: "Review"
    case .standup: "Standup"
    case .entry: "While typing"
    }
  }

  /// The screens that cover the board with a report.
  static let reports: [Place] = [
    .funnel, .comparison, .attention, .owners, .months, .trends, .history, .explanation,
  ]

  /// All screens that cover the board.
  static let screens: [Place] = reports + [.list, .day, .review, .standup]

  /// Those of them that list deals, which keys can change.
  static let dealLists: [Place] = [
    .attention, .months, .trends, .history, .explanation, .list, .day,
  ]

  /// Whether keys of this place may mean something else than elsewhere, because nothing else can be
  /// meant there: `esc` puts back while carrying.
  func shadows(_ other: Place) -> Bool {
    self != other && self == .carrying && other == .everywhere
  }
}
