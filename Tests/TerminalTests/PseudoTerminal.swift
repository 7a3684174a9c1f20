import Glibc
import Testing

/// A terminal of which the test holds the other end.
///
/// Curses and the guard know one terminal per process, so its users stand in `.serialized` suites
/// under one parent.
final class PseudoTerminal {
  /// What the program under test has as its terminal.
  let program: Int32
  let name: String
  private let keyboard: Int32
  private var isHungUp = false

  init(rows: UInt16 = 24, columns: UInt16 = 80) throws {
    keyboard = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var lock: Int32 = 0
    var number: UInt32 = 0
    try #require(keyboard >= 0)
    try #require(ioctl(keyboard, Request.unlock, &lock) == 0)
    try #require(ioctl(keyboard, Request.number, &number) == 0)
    name = "/dev/pts/\(number)"
    program = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    try #require(program >= 0)
    _ = fcntl(keyboard, F_SETFL, O_NONBLOCK)
    resize(rows: rows, columns: columns)
  }

  deinit {
    close(program)
    hangUp()
  }

  func resize(rows: UInt16, columns: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(keyboard, UInt(TIOCSWINSZ), &size)
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(keyboard, bytes, bytes.count)
  }

  /// Closes the other end, as a terminal's window does.
  func hangUp() {
    guard !isHungUp else { return }
    isHungUp = true
    close(keyboard)
  }

  /// What has been written to the terminal since the last call.
  func output() -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(keyboard, &buffer, buffer.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  /// The modes that a shell would notice: for input, output, the line and the rest.
  var modes: [UInt32] {
    // The kernel's own structure: four words, then the control characters.
    var words = [UInt32](repeating: 0, count: 16)
    _ = ioctl(program, Request.modes, &words)
    return Array(words.prefix(4))
  }
}

/// Requests of asm-generic/ioctls.h, whose macros Swift does not import.
private enum Request {
  static let modes: UInt = 0x5401
  static let number: UInt = 0x8004_5430
  static let unlock: UInt = 0x4004_5431
}
