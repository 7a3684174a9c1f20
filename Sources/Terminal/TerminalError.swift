/// Why the terminal cannot show the board, or cannot any more.
public enum TerminalError: Error, Hashable, Sendable {
  /// One end of the terminal.
  public enum End: Hashable, Sendable {
    /// Where keys come from: standard input.
    case input
    /// Where the screen is drawn: standard output.
    case output
  }

  /// The named end is a file, a pipe or closed.
  case notATerminal(End)
  /// No description of this terminal is installed; the name is TERM's, empty where that is unset.
  case unknownTerminal(name: String)
  /// The terminal lacks what a full screen needs, as terminfo names it: `cup`, to place the cursor.
  case lacking(capability: String, name: String)
  /// The system refused; the code is errno's.
  case system(code: Int32)
}
