import Foundation
import Pipeline
import Testing

/// A value of an expected file, looked up by name and place.
struct JSON {
  let value: Any

  init(_ value: Any) {
    self.value = value
  }

  subscript(name: String) -> JSON {
    JSON((value as? [String: Any])?[name] ?? Missing())
  }

  var items: [JSON] { (value as? [Any] ?? []).map(JSON.init) }

  var keys: [String] { (value as? [String: Any] ?? [:]).keys.sorted() }

  var text: String? { value as? String }

  var int: Int? { (value as? NSNumber)?.intValue }

  var bool: Bool? { (value as? NSNumber)?.boolValue }

  var isNull: Bool { value is NSNull }

  private struct Missing {}

  /// Expects that a number is the one of the file, to six decimals; `nil` is null.
  func expect(
    _ ratio: Ratio?,
    _ comment: Comment? = nil,
    at location: SourceLocation = #_sourceLocation
  ) {
    guard let ratio else {
      #expect(isNull, comment, sourceLocation: location)
      return
    }
    guard let number = value as? NSNumber else {
      Issue.record("\(comment ?? "") is not in the file", sourceLocation: location)
      return
    }
    let millionths = Int128((number.doubleValue * 1_000_000).rounded())
    #expect(ratio.rounded(decimals: 6) == millionths, comment, sourceLocation: location)
  }

  /// Expects a whole number; `nil` is null.
  func expect(
    _ number: Int?,
    _ comment: Comment? = nil,
    at location: SourceLocation = #_sourceLocation
  ) {
    expect(number.map { Ratio($0) }, comment, at: location)
  }

  /// Expects an amount in cents to be the file's amount in whole units.
  func expect(
    cents: Ratio?,
    _ comment: Comment? = nil,
    at location: SourceLocation = #_sourceLocation
  ) {
    expect(cents.flatMap { $0 / Ratio(100) }, comment, at: location)
  }
}
