/// What a program has switched on in the terminal.
public struct TerminalModes: Hashable, Sendable {
  /// Which mouse events the terminal sends.
  public enum Mouse: Hashable, Sendable {
    /// None.
    case off
    /// Presses and releases (1000).
    case clicks
    /// Also motion while a button is down (1002).
    case drags
    /// Also motion without a button (1003).
    case motion
  }

  /// Pasted text comes in brackets (2004).
  public var bracketedPaste = false
  /// Which mouse events come.
  public var mouse = Mouse.off
  /// Mouse events come in the form without a limit of 223 cells (1006).
  public var mouseSGR = false
  /// The terminal says when it gets and loses the focus (1004).
  public var focusEvents = false
  /// Cursor keys send `ESC O`, not `ESC [` (1).
  public var applicationCursorKeys = false
  /// The keypad sends sequences of its own (DECKPAM).
  public var applicationKeypad = false
  /// Text goes on in the next row after the last column (7).
  public var autoWrap = true
  /// Text pushes what follows to the right (4).
  public var insert = false
  /// The whole screen is reversed (5).
  public var reverseScreen = false
  /// Output is held back until the end of a frame (2026).
  public var synchronizedOutput = false

  /// As a terminal starts.
  public init() {}

  /// What differs from a terminal as it starts, in words; empty if nothing does.
  var leftovers: [String] {
    var found: [String] = []
    if bracketedPaste { found.append("bracketed paste is on") }
    if mouse != .off { found.append("the mouse is on: \(mouse)") }
    if mouseSGR { found.append("the mouse's SGR form is on") }
    if focusEvents { found.append("focus events are on") }
    if applicationCursorKeys { found.append("cursor keys are in application mode") }
    if applicationKeypad { found.append("the keypad is in application mode") }
    if !autoWrap { found.append("lines do not wrap") }
    if insert { found.append("insert mode is on") }
    if reverseScreen { found.append("the screen is reversed") }
    if synchronizedOutput { found.append("a synchronized frame is open") }
    return found
  }
}
