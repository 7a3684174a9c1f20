/// What the history of a stage suggests to set there; offered, never set by itself.
public struct StageSuggestion: Hashable, Sendable {
  /// The stage.
  public let stage: Stage
  /// The share won of the deals closed in the window that reached the stage: what a deal here is
  /// worth by experience.
  public let winRate: Share
  /// The days that deals won in the window spent in the stage.
  public let daysOfWon: DayHistogram

  /// The fewest cases from which anything is suggested.
  public static let fewestCases = 20

  /// The learned probability in whole percent, half to even; `nil` under 20 cases.
  public var probability: Probability? {
    guard winRate.whole >= Self.fewestCases, let rate = winRate.ratio else { return nil }
    return Probability(percent: Int((rate * Ratio(100)).rounded(decimals: 0)))
  }

  /// The suggested limit for stuck: the 75th percentile, nearest rank, of the days that won deals
  /// spent here; `nil` under 20 cases.
  public var stuckLimit: Int? {
    daysOfWon.count >= Self.fewestCases ? daysOfWon.percentile(75) : nil
  }
}

extension Figures {
  /// What history suggests for each stage, in board order.
  public var suggestions: [StageSuggestion] {
    stages.map {
      StageSuggestion(stage: $0.stage, winRate: $0.winRate, daysOfWon: $0.daysOfWon)
    }
  }
}
