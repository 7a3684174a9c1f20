/// How likely a deal is to be won, in whole percent from 0 to 100.
///
/// 0 is an answer, not a gap.
public struct Probability: Hashable, Comparable, Sendable {
  /// Whole percent, 0 to 100.
  public let percent: UInt8

  /// The probability of `percent`; `nil` below 0 or above 100.
  public init?(percent: Int) {
    guard (0...100).contains(percent) else { return nil }
    self.percent = UInt8(percent)
  }

  /// Orders less likely first.
  public static func < (left: Probability, right: Probability) -> Bool {
    left.percent < right.percent
  }
}
