import Pipeline

/// Where one is in the program: each place has its own keys.
public enum Place: String, CaseIterable, Hashable, Sendable {
  /// Wherever no text is being typed.
  case everywhere
  /// The board.
  case board
  /// A deal that lies open; the board's keys act on it too.
  case deal
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
    case .everywhere: phrase("Everywhere")
    case .board: phrase("Board")
    case .deal: phrase("An open deal")
    case .carrying: phrase("While carrying a deal")
    case .sidebar: phrase("Sidebar")
    case .funnel: phrase("Funnel")
    case .comparison: phrase("Now and then")
    case .attention: phrase("Attention")
    case .owners: phrase("Owners")
    case .months: phrase("Coming months")
    case .trends: phrase("Trends")
    case .history: phrase("History")
    case .explanation: phrase("Why a number is what it is")
    case .list: phrase("List")
    case .day: phrase("My day")
    case .review: phrase("Review")
    case .standup: phrase("Standup")
    case .entry: phrase("While typing")
    }
  }

  /// The places whose keys are understood here, its own first.
  var chain: [Place] {
    switch self {
    case .everywhere: [.everywhere]
    case .deal: [.deal, .board, .everywhere]
    case .board, .carrying, .sidebar, .funnel, .comparison, .attention, .owners, .months, .trends,
      .history, .explanation, .list, .day, .review, .standup, .entry:
      [self, .everywhere]
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
