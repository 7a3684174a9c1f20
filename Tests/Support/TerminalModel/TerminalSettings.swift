internal import CPseudoTerminal
import Foundation

/// The modes that the kernel keeps for a terminal, as `stty -a` shows them.
public struct TerminalSettings: Hashable, Sendable, CustomStringConvertible {
  /// `c_iflag`, `c_oflag`, `c_cflag`, `c_lflag`.
  public let input: UInt32, output: UInt32, control: UInt32, local: UInt32
  /// `c_cc`: which keys erase, interrupt, suspend.
  public let characters: [UInt8]

  /// Reads them from a terminal.
  init(of descriptor: Int32) throws(SystemFailure) {
    var modes = termios()
    guard tcgetattr(descriptor, &modes) == 0 else { throw SystemFailure("tcgetattr") }
    self.init(modes)
  }

  init(_ modes: termios) {
    input = modes.c_iflag
    output = modes.c_oflag
    control = modes.c_cflag
    local = modes.c_lflag
    characters = withUnsafeBytes(of: modes.c_cc) { Array($0) }
  }

  /// Whether the terminal hands over whole lines and lets one edit them.
  public var isCanonical: Bool { local & UInt32(ICANON) != 0 }
  /// Whether the terminal shows what is typed.
  public var echoes: Bool { local & UInt32(ECHO) != 0 }
  /// Whether ctrl-c and ctrl-z are signals.
  public var makesSignals: Bool { local & UInt32(ISIG) != 0 }

  /// The flags, in octal as the headers have them.
  public var description: String {
    let flags = [input, output, control, local].map { "0" + String($0, radix: 8) }
    return "input \(flags[0]), output \(flags[1]), control \(flags[2]), local \(flags[3])"
  }
}
