import ArgumentParser
import Interchange
import Pipeline

/// An amount as it is typed: `48000`, `7500.50`, `48k`, `1.2m`, with a currency before or after it
/// where it is not the deal's: `USD 900`.
struct AmountArgument: ExpressibleByArgument {
  private let text: String

  /// Takes any text; what is wrong with it is said when the currency is known.
  init(argument: String) {
    text = argument.trimmed
  }

  /// The amount, in the currency that it names, else the given one; `nil` for an empty text and for
  /// `none`, which is no value.
  ///
  /// Throws `.usage` for anything else, and for what the currency cannot hold exactly.
  func money(in currency: Currency) throws(CommandFailure) -> Money? {
    if text.isEmpty || text.lowercased() == "none" { return nil }
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    var currency = currency
    if let named = words.first.flatMap({ Currency(code: $0.uppercased()) }) {
      currency = named
      words.removeFirst()
    } else if let named = words.last.flatMap({ Currency(code: $0.uppercased()) }) {
      currency = named
      words.removeLast()
    }
    let digits = words.joined(separator: " ")
    do throws(ValueFault) {
      guard let amount = try DecimalAmount.parse(Self.spelledOut(digits)) else {
        throw .invalidNumber
      }
      return Money(minorUnits: try amount.minorUnits(in: currency), currency: currency)
    } catch {
      throw CommandFailure(.usage, error.sentence(for: text))
    }
  }

  /// `48k` as `48000` and `1.25m` as `1250000`; anything else as it is.
  private static func spelledOut(_ text: String) -> String {
    let places: Int
    switch text.last {
    case "k", "K": places = 3
    case "m", "M": places = 6
    default: return text
    }
    let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { 48...57 ~= $0 } }
    guard isPlain, 1...2 ~= parts.count, let whole = parts.first else { return text }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard fraction.count <= places else { return text }
    return whole + fraction + String(repeating: "0", count: places - fraction.count)
  }
}
