/// What a wait for the terminal brought.
public enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse did something.
  case mouse(MouseEvent)
  /// Text was pasted: line ends are `\n`, other control characters but tabs are left out.
  case paste(String)
  /// The screen was resized to this size, in cells, which may be the one it had before.
  ///
  /// All has to be drawn again.
  case resized(rows: Int, columns: Int)
  /// The program was stopped and goes on.
  ///
  /// All has to be drawn again, and time has passed.
  case resumed
  /// The terminal's answer to `askForBackgroundColor`.
  case backgroundColor(RGBColor)
  /// The bell was rung; it has been drained.
  case woken
  /// The terminal takes output again, as the wait was asked to tell.
  case outputReady
  /// A signal asks the program to end, which has three seconds to do so.
  case endWanted
  /// The terminal is gone, and no key will ever come.
  case endOfInput
}
