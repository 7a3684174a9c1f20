import CNcurses
import Glibc

/// How many columns a character takes on the terminal.
public enum CharacterWidth {
  /// The width of a scalar in columns, as the active locale has it: 0 for a mark that combines with the character
  /// before it, 1, 2, or -1 for what cannot be shown: control characters, and what the locale lacks.
  ///
  /// Source: `wcwidth`, POSIX.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x7f && scalar.value >= 0x20 ? 1 : Int(wcwidth(wchar_t(scalar.value)))
  }
}
