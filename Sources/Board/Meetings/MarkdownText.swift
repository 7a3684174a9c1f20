import Pipeline

/// A text in Markdown, put together line by line.
///
/// What comes from outside (titles, names, reasons) goes through `plain`, so that it reads as it is
/// and can form nothing: no link, no mention, no heading, no table cell.
struct MarkdownText {
  private(set) var text = ""

  /// Adds a heading with a blank line before and after it.
  mutating func addHeading(_ heading: String, level: Int) {
    if !text.isEmpty { addBlank() }
    text += String(repeating: "#", count: level) + " \(heading)\n\n"
  }

  /// Adds a line.
  mutating func add(_ line: String) {
    text += line + "\n"
  }

  /// Adds a point of a list.
  mutating func addPoint(_ point: String) {
    add("- \(point)")
  }

  /// Adds a blank line, unless there is one at the end already.
  mutating func addBlank() {
    if !text.hasSuffix("\n\n") { text += "\n" }
  }

  /// Adds a table whose first column is words and whose others are numbers.
  mutating func addTable(_ headings: [String], _ rows: [[String]]) {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    add(line(headings))
    add(line(headings.indices.map { $0 == 0 ? ":--" : "--:" }))
    for row in rows { add(line(row)) }
  }

  /// A text from outside, on one line, as it reads: nothing in it is taken for Markdown.
  static func plain(_ text: String) -> String {
    var result = ""
    // Width matters to a screen only: here every character has room.
    let characters = Array(DisplayText.clean(text, width: { _ in 1 }))
    for (index, character) in characters.enumerated() {
      switch character {
      case "\\", "`", "*", "[", "]", "<", ">", "|", "~", "#", "@":
        result += "\\\(character)"
      case "_":
        let isInWord = [index - 1, index + 1].allSatisfy {
          characters.indices.contains($0)
            && (characters[$0].isLetter || characters[$0].isNumber)
        }
        result += isInWord ? "_" : "\\_"
      default: result.append(character)
      }
    }
    return result
  }

  /// A deal's title, to be seen first.
  static func title(_ deal: Deal) -> String { "**\(plain(deal.title))**" }
}
