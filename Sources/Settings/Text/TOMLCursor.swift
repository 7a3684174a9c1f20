/// A place in a TOML text, and what can be read from there on.
///
/// Source: TOML 1.0, toml.io.
struct TOMLCursor {
  /// How many scalars were read.
  private(set) var position = 0
  private let scalars: [Unicode.Scalar]
  private var line = 1
  private var lineStart = 0

  /// The beginning of a text.
  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// Where it is.
  var place: SourcePlace { SourcePlace(line: line, column: position - lineStart + 1) }

  /// What stands there; `nil` at the end.
  var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  /// What is wrong at this place.
  func fault(_ reason: TOMLFault.Reason) -> TOMLFault { TOMLFault(reason: reason, place: place) }

  // MARK: Between values

  /// Goes on by one, unless it is at the end.
  mutating func advance() {
    guard let scalar = current else { return }
    position += 1
    if scalar == "\n" {
      line += 1
      lineStart = position
    }
  }

  /// Goes past a scalar if it is the one that stands there.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    advance()
    return true
  }

  /// Goes past blanks and tabs.
  mutating func skipBlanks() {
    while current == " " || current == "\t" { advance() }
  }

  /// Goes past blanks, empty lines and comments, and returns what comes then.
  mutating func skipToContent() -> Unicode.Scalar? {
    while let next = current {
      switch next {
      case " ", "\t", "\r", "\n": advance()
      case "#": while current != nil, current != "\n" { advance() }
      default: return next
      }
    }
    return nil
  }

  /// Throws where anything but a comment stands on the rest of the line.
  mutating func endLine() throws(TOMLFault) {
    skipBlanks()
    guard let next = current else { return }
    guard next == "\n" || next == "\r" || next == "#" else { throw fault(.moreOnLine) }
  }

  // MARK: Names and values

  /// Reads one part of a name, bare or quoted.
  mutating func readName() throws(TOMLFault) -> String {
    if let mark = current, mark == "\"" || mark == "'" {
      guard !isTripled(mark) else { throw fault(.longName) }
      return try readText()
    }
    let start = position
    while let next = current, Self.isBare(next) { advance() }
    guard position > start else { throw fault(.noName) }
    return text(start..<position)
  }

  private static func isBare(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: false
    }
  }

  /// Reads over a value that is no text, list or table.
  mutating func skipBareValue() throws(TOMLFault) {
    let start = position
    while let next = current {
      switch next {
      case ",", "[", "]", "{", "}", "#", "=", "\"", "'", "\n", "\r":
        return try needValue(since: start)
      case " ", "\t":
        // A day and its time may have a blank between them.
        let following = position + 1 < scalars.count ? scalars[position + 1] : " "
        guard position - start == 10, ("0"..."9").contains(following) else {
          return try needValue(since: start)
        }
        advance()
      default: advance()
      }
    }
    try needValue(since: start)
  }

  private func needValue(since start: Int) throws(TOMLFault) {
    if position == start { throw fault(.noValue) }
  }

  // MARK: Text

  private func isTripled(_ mark: Unicode.Scalar) -> Bool {
    position + 2 < scalars.count && scalars[position...(position + 2)].allSatisfy { $0 == mark }
  }

  /// Reads a text of any of the four kinds, and returns what it says.
  mutating func readText() throws(TOMLFault) -> String {
    let start = place
    guard let mark = current else { throw fault(.noValue) }
    let isLong = isTripled(mark)
    for _ in 0..<(isLong ? 3 : 1) { advance() }
    var content = String.UnicodeScalarView()
    while let next = current {
      if next == mark, !isLong || isTripled(mark) {
        for _ in 0..<(isLong ? 3 : 1) { advance() }
        // Up to two more marks belong to a long text's end.
        if isLong { for _ in 0..<2 where current == mark { advance() } }
        return String(content)
      }
      if next == "\n", !isLong { break }
      if next == "\\", mark == "\"" {
        content.append(try readEscape())
      } else {
        content.append(next)
        advance()
      }
    }
    throw TOMLFault(reason: isLong ? .openLongText : .openText, place: start)
  }

  private mutating func readEscape() throws(TOMLFault) -> Unicode.Scalar {
    let backslash = fault(.unknownEscape)
    advance()
    guard let letter = current else { throw backslash }
    advance()
    switch letter {
    case "b": return "\u{8}"
    case "t": return "\t"
    case "n": return "\n"
    case "f": return "\u{C}"
    case "r": return "\r"
    case "u", "U":
      guard let scalar = readHexadecimal(digits: letter == "u" ? 4 : 8) else { throw backslash }
      return scalar
    // A backslash at the end of a line joins it with the next, in long texts only.
    default: return letter
    }
  }

  private mutating func readHexadecimal(digits: Int) -> Unicode.Scalar? {
    guard position + digits <= scalars.count,
      let number = UInt32(text(position..<(position + digits)), radix: 16)
    else { return nil }
    for _ in 0..<digits { advance() }
    return Unicode.Scalar(number)
  }

  private func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }
}
