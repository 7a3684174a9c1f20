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
    case .openValue: phrase("open value")
    case .deals: phrase("open deals")
    case .weighted: phrase("weighted value")
    case .wonValue: phrase("won value")
    case .winRate: phrase("win rate")
    case .ageAtWin: phrase("age at win, fastest first")
    case .name: phrase("name")
    }
  }
}
