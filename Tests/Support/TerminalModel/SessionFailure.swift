/// What a session waited for in vain, with the screen as it was then.
public struct SessionFailure: Error, CustomStringConvertible {
  /// Why the session failed.
  public var reason: String
  /// The screen as text.
  public var screen: String
  /// Where the cursor was.
  public var cursor: TerminalPosition
  /// The last bytes that the program wrote, readable.
  public var lastBytes: String

  /// The reason and, framed, the screen.
  public var description: String {
    let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
    let framed = lines.map { "  │\($0)" }.joined(separator: "\n")
    return """
      \(reason)
      Screen, cursor at row \(cursor.row), column \(cursor.column):
      \(framed)
      Last bytes: \(lastBytes)
      """
  }
}
