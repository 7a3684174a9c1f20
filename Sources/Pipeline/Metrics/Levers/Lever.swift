/// One factor of sales velocity and what raising it to the team's own best would bring (NUMBERS.md,
/// "Now against then": levers).
public struct Lever: Hashable, Sendable {
  /// Which factor; stages count from 0.
  public enum Factor: Hashable, Sendable {
    /// N: open deals that are not stale.
    case openDeals
    /// V: the mean won value.
    case wonValue
    /// W: the win rate by count.
    case winRate
    /// L: the mean age at win.
    case ageAtWin
    /// The share that goes on from a stage, by the policy "reached".
    case conversion(stage: Int)
    /// The mean days that won deals spent in a stage.
    case time(stage: Int)

    /// Whether a higher value is better.
    var isBetterHigher: Bool {
      switch self {
      case .openDeals, .wonValue, .winRate, .conversion: true
      case .ageAtWin, .time: false
      }
    }
  }

  /// A value of the past that a factor could come up to.
  public struct Best: Hashable, Sendable {
    /// The value: deals, minor units, a rate or days.
    public let value: Ratio
    /// Where it comes from: `2025-Q4`, or a baseline's name.
    public let source: String
    /// How many cases it rests on; `nil` where it is counted and not estimated.
    public let cases: Int?

    /// Names a value of the past.
    public init(value: Ratio, source: String, cases: Int?) {
      self.value = value
      self.source = source
      self.cases = cases
    }

    /// Whether it rests on fewer than 20 cases.
    public var isThin: Bool { Lever.isThin(cases) }
  }

  /// Which factor.
  public let factor: Factor
  /// Its value now; `nil`: n/a.
  public let now: Ratio?
  /// How many cases that rests on; `nil` where it is counted and not estimated, and where it is n/a.
  public let cases: Int?
  /// The best of the past; `nil` where the past has none.
  public let best: Best?
  /// What velocity would be with it, in minor units per day; `nil` where velocity or either value is
  /// n/a, and where nothing would be gained.
  public let velocity: Ratio?
  /// What would be gained, in minor units per day, above 0; `nil` with `velocity`.
  public let gain: Ratio?

  /// Whether its value now or the best of the past rests on fewer than 20 cases.
  public var isThin: Bool { Self.isThin(cases) || best?.isThin == true }

  private static func isThin(_ cases: Int?) -> Bool {
    cases.map { $0 < StageSuggestion.fewestCases } ?? false
  }
}
