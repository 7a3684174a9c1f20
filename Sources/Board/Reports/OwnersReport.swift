public import Pipeline

/// What each owner has open, won and lost.
public struct OwnersReport: Hashable, Sendable {
  /// The figures of the pipeline and of each owner.
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
  case winRate
  case ageAtWin
  case name

  /// The order in words.
  var words: String {
    switch self {
    case .openValue: "open value"
    case .deals: "open deals"
    case .weighted: "weighted value"
    case .wonValue: "won value"
    case .winRate: "win rate"
    case .ageAtWin: "age at win, fastest first"
    case .name: "name"
    }
  }
}
