/// One number now beside the same number then.
public struct Comparison: Hashable, Sendable {
  /// Which way a number is better.
  public enum Aim: Hashable, Sendable {
    /// More deals, bigger deals, more won.
    case higher
    /// Faster.
    case lower
  }

  /// What became of it.
  public enum Direction: String, Hashable, Sendable {
    /// It went the way it should.
    case better
    /// It went the other way.
    case worse
    /// It is what it was.
    case level
  }

  /// The number then; `nil`: n/a.
  public let then: Ratio?
  /// The number now; `nil`: n/a.
  public let now: Ratio?
  /// Which way it is better.
  public let aim: Aim

  /// Sets two numbers beside each other.
  public init(then: Ratio?, now: Ratio?, aim: Aim) {
    self.then = then
    self.now = now
    self.aim = aim
  }

  /// Now less then; `nil` where either is n/a.
  public var change: Ratio? {
    guard let then, let now else { return nil }
    return now - then
  }

  /// The change in percent of then; `nil` where either is n/a and where then is 0.
  public var percent: Ratio? {
    guard let then, let change else { return nil }
    return (change / then).map { $0 * Ratio(100) }
  }

  /// Better, worse or level; `nil` where either is n/a.
  public var direction: Direction? {
    guard let sign = change?.sign else { return nil }
    if sign == 0 { return .level }
    return (sign > 0) == (aim == .higher) ? .better : .worse
  }
}
