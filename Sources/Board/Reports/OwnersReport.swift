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

  /// What one must know of the groups; `nil` where each deal is in exactly one.
  var remark: String? {
    switch figures.grouping {
    case .owner, .organization, nil: nil
    case .label where countsTwice: phrase("A deal with two labels is in both groups.")
    case .label: nil
    case .reason: phrase("Deals that are not lost are in no group.")
    }
  }

  /// Whether a deal is in two groups: together they then have more than all have.
  private var countsTwice: Bool {
    let sum = figures.groups(named: []).reduce(0) { sum, group in
      sum + group.figures.open.deals + group.figures.outcomes.closed
    }
    return sum > figures.open.deals + figures.outcomes.closed
  }
}

/// What the groups of a field are sorted by.
enum OwnerOrder: Hashable, Sendable {
  case openValue
  case deals
  case weighted
  case wonValue
  case lost
  case lostValue
  case winRate
  case ageAtWin
  case ageAtLoss
  case name

  /// The order in words.
  var words: String {
    switch self {
    case .openValue: phrase("open value")
    case .deals: phrase("open deals")
    case .weighted: phrase("weighted value")
    case .wonValue: phrase("won value")
    case .lost: phrase("lost deals")
    case .lostValue: phrase("lost value")
    case .winRate: phrase("win rate")
    case .ageAtWin: phrase("age at win, fastest first")
    case .ageAtLoss: phrase("age at loss, fastest first")
    case .name: phrase("name")
    }
  }
}

extension Grouping {
  /// What its groups can be sorted by, the first where nothing was chosen; never empty.
  ///
  /// An owner, a label and an organization have open deals, so the one with the most open value
  /// comes first. The deals of a reason are all lost: nothing of theirs is open, won or weighted, and
  /// the reason that cost the most comes first.
  var orders: [OwnerOrder] {
    switch self {
    case .owner, .label, .organization:
      [.openValue, .deals, .weighted, .wonValue, .lost, .winRate, .ageAtWin, .name]
    case .reason: [.lostValue, .lost, .ageAtLoss, .name]
    }
  }

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

  /// The filter that shows one of its groups alone; `nil` of an owner, who is chosen without one.
  func filter(_ key: GroupKey) -> String? {
    switch key {
    case .owner: nil
    case .none: "\(rawValue):none"
    case .named(let name): filter(named: name)
    case .reason(let reason): filter(named: reason.text)
    }
  }

  private func filter(named name: String) -> String {
    // A quotation mark cannot be typed in a filter; without it the text is looked for.
    name.contains("\"")
      ? "\(rawValue):\"\(name.filter { $0 != "\"" })\"" : "\(rawValue):\"=\(name)\""
  }
}
