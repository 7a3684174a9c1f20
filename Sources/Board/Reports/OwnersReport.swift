public import Pipeline

/// What each owner, or each group of another field, has open, won and lost.
public struct OwnersReport: Hashable, Sendable {
  /// The most groups that are listed.
  static let limit = 300

  /// The figures of the pipeline and of each group.
  public let figures: Figures

  /// Takes figures.
  public init(figures: Figures) {
    self.figures = figures
  }
}

/// What the owners are sorted by.
enum OwnerOrder: CaseIterable, Hashable, Sendable {
  case openValue
  case deals
  case weighted
  case wonValue
  case lost
  case winRate
  case ageAtWin
  case name

  /// The order in words.
  var words: String {
    switch self {
    case .openValue: phrase("open value")
    case .deals: phrase("open deals")
    case .weighted: phrase("weighted value")
    case .wonValue: phrase("won value")
    case .lost: phrase("lost deals")
    case .winRate: phrase("win rate")
    case .ageAtWin: phrase("age at win, fastest first")
    case .name: phrase("name")
    }
  }
}

extension Grouping {
  /// The title of the screen that lists its groups, in capitals.
  var screenTitle: String {
    switch self {
    case .owner: phrase("OWNERS")
    case .label: phrase("LABELS")
    case .organization: phrase("ORGANIZATIONS")
    case .reason: phrase("REASONS")
    }
  }

  /// The heading over its groups' names.
  var heading: String {
    switch self {
    case .owner: phrase("Owner")
    case .label: phrase("Label")
    case .organization: phrase("Organization")
    case .reason: phrase("Reason")
    }
  }

  /// The group of those that have nothing in it.
  var nothing: String {
    switch self {
    case .owner: phrase("nobody")
    case .label: phrase("no label")
    case .organization: phrase("no organization")
    case .reason: phrase("no reason given")
    }
  }

  /// What one must know of its groups; `nil` where each deal is in exactly one.
  var remark: String? {
    switch self {
    case .owner, .organization: nil
    case .label: phrase("A deal with two labels is in both groups.")
    case .reason: phrase("Deals that are not lost are in no group.")
    }
  }

  /// The filter that shows one of its groups alone; `nil` of an owner, who is chosen without one.
  func filter(_ key: GroupKey) -> String? {
    switch key {
    case .owner: nil
    case .none: "\(rawValue):none"
    // A quotation mark cannot be typed in a filter; without it the text is looked for.
    case .named(let name) where name.contains("\""):
      "\(rawValue):\"\(name.filter { $0 != "\"" })\""
    case .named(let name): "\(rawValue):\"=\(name)\""
    }
  }
}
