import CNcurses

/// What the terminal's description says that curses does not do by itself.
struct TerminalCapabilities {
  let name: String
  /// The number of colours, 0 for none.
  let colorCount: Int
  /// Whether colours are told as red, green and blue instead of places in a palette.
  let hasDirectColor: Bool
  let hasDim: Bool
  /// Whether the terminal understands xterm's modes for mouse and paste, or at least ignores them.
  let hasPrivateModes: Bool
  /// Whether it takes operating system commands: others would print them.
  let hasCommands: Bool
  /// Whether it has another screen to draw on, behind which the shell's own stays.
  let hasOtherScreen: Bool
  /// Whether its fonts have bars, dots and triangles: the Linux console's hold 512 characters.
  let hasSigns: Bool
  let keys: KeyTable
  /// Sets text and colours as they are without a style.
  let styleReset: [UInt8]
  /// Undoes all that curses and the screen told the terminal.
  let resetBytes: [UInt8]

  /// Reads the description of a terminal.
  ///
  /// Asked before `newterm`, which for some unknown terminals ends the process.
  init(name: String, output: Int32, rows: Int) throws(TerminalError) {
    // A screen that is open has its description there, which asking again would share.
    let present = set_curterm(nil)
    defer {
      del_curterm(curses_current_terminal())
      set_curterm(present)
    }
    var status: Int32 = 0
    guard setupterm(name, output, &status) == OK else { throw .unknownTerminal(name: name) }
    guard let move = Self.string("cup") else { throw .lacking(capability: "cup", name: name) }

    self.name = name
    colorCount = max(0, Int(tigetnum("colors")))
    let hasRGB = tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || Self.string("RGB") != nil
    hasDirectColor = hasRGB && colorCount >= 1 << 24
    hasDim = Self.string("dim") != nil
    let isLikeXterm = tigetflag("XT") > 0 || Self.string("BE") != nil
    hasPrivateModes = isLikeXterm || Self.string("kmous") != nil
    hasCommands =
      isLikeXterm || ["tmux", "screen", "rxvt"].contains { name.hasPrefix($0) }
    hasSigns = name != "linux" && !name.hasPrefix("linux-")
    keys = KeyTable { Self.string($0) }
    styleReset = Self.withoutPadding(Self.string("sgr0") ?? [])

    var reset = hasPrivateModes ? PrivateMode.all.flatMap { Array($0.off.utf8) } : []
    for capability in ["sgr0", "op", "rmkx", "cnorm", "rmcup"] {
      reset += Self.string(capability) ?? []
    }
    hasOtherScreen = Self.string("rmcup") != nil
    if !hasOtherScreen {
      // Without another screen to leave, the shell's prompt goes below what was drawn.
      reset += Self.bytes(
        curses_cursor_address(move.map { CChar(bitPattern: $0) } + [0], Int32(rows - 1), 0)
      )
      reset += Array("\r\n".utf8)
    }
    resetBytes = Self.withoutPadding(reset)
  }

  var colorDepth: ColorDepth {
    if hasDirectColor { return .trueColor }
    switch colorCount {
    case 256...: return .palette256
    case 16...: return .palette16
    case 8...: return .palette8
    default: return .none
    }
  }

  private static func string(_ capability: String) -> [UInt8]? {
    guard let value = tigetstr(capability), Int(bitPattern: value) != -1 else { return nil }
    return bytes(value)
  }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
    guard var next = text else { return [] }
    var bytes: [UInt8] = []
    while next.pointee != 0 {
      bytes.append(UInt8(bitPattern: next.pointee))
      next += 1
    }
    return bytes
  }

  /// Leaves out terminfo's notes on how long a terminal needs: `$<5>`.
  static func withoutPadding(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
        let end = rest.firstIndex(of: UInt8(ascii: ">"))
      {
        rest = rest[(end + 1)...]
      } else {
        kept.append(byte)
      }
    }
    return kept
  }
}

/// A way in which the terminal reports more than keys.
///
/// Source: XTerm Control Sequences, "Mouse Tracking" and "Bracketed Paste Mode".
enum PrivateMode {
  /// Pasted text is marked as such.
  case paste
  /// Buttons, the wheel, and motion while a button is down, in numbers of any size.
  case mouse

  static let all: [PrivateMode] = [.mouse, .paste]

  var on: String {
    switch self {
    case .paste: "\u{1b}[?2004h"
    case .mouse: "\u{1b}[?1002h\u{1b}[?1006h"
    }
  }

  var off: String {
    switch self {
    case .paste: "\u{1b}[?2004l"
    case .mouse: "\u{1b}[?1006l\u{1b}[?1002l"
    }
  }
}
