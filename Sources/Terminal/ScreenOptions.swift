/// What a screen is opened on, and which of the terminal's abilities it uses.
public struct ScreenOptions: Sendable {
  /// The terminal's name in terminfo: the environment's TERM, empty where that is unset.
  public var terminalName: String
  /// Where keys come from.
  public var input: Int32
  /// Where the screen is drawn.
  public var output: Int32
  /// Whether colours are used at all; false where NO_COLOR is set.
  public var usesColor: Bool
  /// Whether the mouse is reported; the terminal then keeps its own selection to shift.
  public var usesMouse: Bool
  /// Whether the first SIGTERM or SIGHUP is reported as `.endWanted` instead of ending the process, so
  /// that something can be closed first; the program then calls `Screen.endAsAsked`.
  public var asksBeforeEnd: Bool

  /// Creates options; by default for standard input and output, with colour and mouse.
  public init(
    terminalName: String,
    input: Int32 = 0,
    output: Int32 = 1,
    usesColor: Bool = true,
    usesMouse: Bool = true,
    asksBeforeEnd: Bool = false
  ) {
    self.terminalName = terminalName
    self.input = input
    self.output = output
    self.usesColor = usesColor
    self.usesMouse = usesMouse
    self.asksBeforeEnd = asksBeforeEnd
  }
}
