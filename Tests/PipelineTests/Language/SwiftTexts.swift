/// The string literals of a Swift source, with `%1` and `%2` where values stand.
struct SwiftTexts {
  /// A literal on one line.
  struct Text: Hashable {
    /// What it says.
    let text: String
    /// Whether it is what `phrase(` or `Phrase(` is called with.
    let isPhrase: Bool
    /// The code before it on its line.
    let before: String
  }

  private(set) var texts: [Text] = []
  private let code: [Character]

  init(_ source: String) {
    code = Array(source)
    readCode(from: 0, untilClosed: false)
  }

  private func has(_ text: String, at place: Int) -> Bool {
    var place = place
    for character in text {
      guard place < code.count, code[place] == character else { return false }
      place += 1
    }
    return true
  }

  /// Reads code up to its end, or to the parenthesis that closes it; returns what follows.
  @discardableResult
  private mutating func readCode(from start: Int, untilClosed: Bool) -> Int {
    var place = start
    var depth = 0
    while place < code.count {
      switch code[place] {
      case "/" where has("//", at: place):
        while place < code.count, code[place] != "\n" { place += 1 }
      case "\"" where has("\"\"\"", at: place):
        place += 3
        while place < code.count, !has("\"\"\"", at: place) { place += 1 }
        place += 3
      case "\"":
        place = readText(from: place)
      case "(":
        depth += 1
        place += 1
      case ")":
        if untilClosed, depth == 0 { return place + 1 }
        depth -= 1
        place += 1
      default:
        place += 1
      }
    }
    return place
  }

  /// Reads a literal; returns what follows.
  private mutating func readText(from start: Int) -> Int {
    var place = start + 1
    var text = ""
    var values = 0
    while place < code.count, code[place] != "\"" {
      if has("\\(", at: place) {
        values += 1
        text += "%\(values)"
        place = readCode(from: place + 2, untilClosed: true)
      } else if code[place] == "\\" {
        // Of what may be escaped, texts have quotation marks alone.
        text.append(code[place + 1])
        place += 2
      } else {
        text.append(code[place])
        place += 1
      }
    }
    let all = String(code[max(0, start - 60)..<start])
    let call = all.reversed().drop { $0.isWhitespace }
    let isPhrase = String(call.prefix(7).reversed()).lowercased() == "phrase("
    let line = all.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    texts.append(Text(text: text, isPhrase: isPhrase, before: String(line)))
    return place + 1
  }
}
