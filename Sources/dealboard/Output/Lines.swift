/// Lines for a person, collected and printed at once.
struct Lines {
  /// What was collected, each line ended by a line feed.
  private(set) var text = ""
  private let colored = Environment.outputIsColored
  private let width = Environment.outputWidth

  /// Adds a line of parts, put together without blanks between them.
  mutating func add(_ parts: StyledText...) {
    for part in parts { text += part.rendered(colored: colored) }
    text += "\n"
  }

  /// Adds an empty line.
  mutating func addBlank() { text += "\n" }

  /// Adds lines that were put together elsewhere, each ended by a line feed.
  mutating func add(text: String) { self.text += text }

  /// Adds a table.
  mutating func add(_ table: TextTable) {
    text += table.text(colored: colored, width: width)
  }
}
