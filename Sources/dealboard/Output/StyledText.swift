import Board

/// Text for a person, fit for a terminal, with one style.
struct StyledText: ExpressibleByStringInterpolation, Hashable {
  /// What the text is, by the roles of a theme.
  enum Style: String {
    /// Nothing special.
    case plain = ""
    /// What matters most.
    case strong = "1"
    /// Captions and what matters least.
    case dim = "2"
    /// Good news.
    case good = "32"
    /// What asks for attention.
    case warning = "33"
    /// Bad news.
    case bad = "31"
  }

  /// The text, without a character that a terminal would act on.
  let text: String
  /// Its style.
  let style: Style
  /// How many cells it takes.
  let width: Int

  /// Makes text fit for a terminal.
  init(_ text: String, _ style: Style = .plain) {
    self.text = TerminalText.safe(text)
    self.style = style
    self.width = TerminalText.width(self.text)
  }

  /// Plain text.
  init(stringLiteral value: String) {
    self.init(value)
  }

  /// The text, at most `cells` wide; what is cut ends with an ellipsis.
  func clipped(to cells: Int) -> StyledText {
    width <= cells ? self : StyledText(TerminalText.clipped(text, to: cells), style)
  }

  /// The text in lines of at most so many cells; one, which is empty, of no text.
  func wrapped(to cells: Int) -> [StyledText] {
    let lines = text.wrapped(columns: cells, width: TerminalText.width)
    return lines.isEmpty ? [self] : lines.map { StyledText($0, style) }
  }

  /// The text as it is written.
  func rendered(colored: Bool) -> String {
    colored && style != .plain ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
