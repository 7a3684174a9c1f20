/// A number that names one `Subject` within a workspace.
///
/// Identifiers of different subjects are different types: a deal's cannot be handed to what expects
/// a stage's. Numbers start at 1, are small enough to type, and are never given twice.
public struct Identifier<Subject>: RawRepresentable, Hashable, Comparable, Sendable {
  /// The number as people see and type it.
  public let rawValue: Int64

  /// Names the subject with this number.
  public init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  /// Orders by number, which is the order in which the subjects came into being.
  public static func < (left: Self, right: Self) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension Identifier: CustomStringConvertible {
  /// The bare number.
  public var description: String { String(rawValue) }
}
