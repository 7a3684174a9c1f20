/// Shorter ways to the screen, as it was at the last wait.
extension ProgramSession {
  /// The screen as text, rows separated by newlines, without blanks and empty rows at the end.
  public var screenText: String { model.text }

  /// The text of a row, the first being 0.
  public func row(_ row: Int) -> String { model.row(row) }

  /// All that the program has written, as text.
  public var rawText: String { String(decoding: rawBytes, as: UTF8.self) }
}
