/// How many of how many, which is never shown without its n.
public struct Share: Hashable, Sendable {
  /// How many of them.
  public let part: Int
  /// How many there are: the n.
  public let whole: Int

  /// Names a part and the whole it is of.
  public init(_ part: Int, of whole: Int) {
    self.part = part
    self.whole = whole
  }

  /// The part divided by the whole; `nil` of nothing.
  public var ratio: Ratio? { Ratio(part, of: whole) }

  /// Whether the cases are too few to call anything better or worse: under 20.
  public var isThin: Bool { whole < Self.fewestCases }

  /// Fewer cases than so many are thin (NUMBERS.md, "Ground rules").
  public static let fewestCases = 20

  /// Whether so many cases are too few; never of what is counted and not estimated, which has none.
  public static func isThin(_ cases: Int?) -> Bool {
    cases.map { $0 < fewestCases } ?? false
  }

  /// The 95 % range of the rate behind the share, from 0 to 1; `nil` of nothing.
  ///
  /// Wilson's score interval (E. B. Wilson, "Probable Inference", 1927) with z = 1.959964.
  public var range: ClosedRange<Double>? {
    guard whole > 0 else { return nil }
    let (n, p, z) = (Double(whole), Double(part) / Double(whole), 1.959964)
    let middle = p + z * z / (2 * n)
    let spread = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    return max(0, (middle - spread) / scale)...min(1, (middle + spread) / scale)
  }
}
