/// A text for a person's eyes, written in English, which knows what to look for in other languages.
///
/// `"\(count) of \(total)"` has the key `%1 of %2` and two values; a translation may turn them round.
public struct Phrase: ExpressibleByStringInterpolation, Sendable {
  /// The English text with `%1`, `%2` … where values stand.
  let key: String
  private let english: String
  private let values: [String]

  /// A text without values.
  public init(stringLiteral text: String) {
    self.init(text)
  }

  /// A text without values that no literal writes, such as a name of a closed set.
  public init(_ text: String) {
    key = text
    english = text
    values = []
  }

  /// A text with values.
  public init(stringInterpolation parts: Parts) {
    key = parts.key
    english = parts.english
    values = parts.values
  }

  /// A phrase in the making.
  public struct Parts: StringInterpolationProtocol {
    // English is nearly always what is asked for, at each frame: it is never looked up.
    private let isEnglish = Language.current == .english
    fileprivate var english = ""
    fileprivate var key = ""
    fileprivate var values: [String] = []

    /// A phrase of about so many letters.
    public init(literalCapacity: Int, interpolationCount: Int) {
      english.reserveCapacity(literalCapacity + 8 * interpolationCount)
    }

    /// Adds words.
    public mutating func appendLiteral(_ words: String) {
      english += words
      if !isEnglish { key += words }
    }

    /// Adds a value, which stands in every language as it stands here.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      let text = value.description
      english += text
      guard !isEnglish else { return }
      values.append(text)
      key += "%\(values.count)"
    }

    /// Adds a date in figures, as the language writes it.
    public mutating func appendInterpolation(_ day: Day) {
      appendInterpolation(day.text(in: .current))
    }
  }

  /// The text in a language; in English where that lacks it.
  ///
  /// Spaces around the text stay, and are no part of the key.
  func text(in language: Language) -> String {
    guard let texts = language.texts else { return english }
    let start = key.prefix { $0 == " " }
    let words = key.dropFirst(start.count)
    let end = words.reversed().prefix { $0 == " " }
    guard let text = texts[String(words.dropLast(end.count))] else { return english }
    return start + filled(text) + String(repeating: " ", count: end.count)
  }

  /// A translation with the values in their places.
  private func filled(_ text: String) -> String {
    guard !values.isEmpty else { return text }
    var filled = ""
    var rest = text[...]
    while let sign = rest.firstIndex(of: "%") {
      filled += rest[..<sign]
      let digits = rest[rest.index(after: sign)...].prefix { $0.isASCII && $0.isNumber }
      if let place = Int(digits), values.indices.contains(place - 1) {
        filled += values[place - 1]
        rest = rest[digits.endIndex...]
      } else {
        filled += "%"
        rest = rest[rest.index(after: sign)...]
      }
    }
    return filled + rest
  }
}

/// A text in the language of what runs now.
public func phrase(_ phrase: Phrase) -> String { phrase.text(in: .current) }

/// A name of a closed set, such as an activity's kind, in the language of what runs now.
public func phrase(named name: some RawRepresentable<String>) -> String {
  phrase(Phrase(name.rawValue))
}
