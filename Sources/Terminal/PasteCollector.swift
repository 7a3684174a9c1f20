/// Collects pasted text up to the sequence that ends it.
struct PasteCollector {
  /// Text beyond this many bytes is dropped, not kept for later.
  static let limit = 1 << 20

  private static let terminator = Array("\u{1b}[201~".utf8)

  private var bytes: [UInt8] = []
  private var matched = 0

  /// Takes one byte; the whole text when it was the last.
  mutating func push(_ byte: UInt8) -> String? {
    if byte == Self.terminator[matched] {
      matched += 1
      return matched == Self.terminator.count ? finish() : nil
    }
    for held in Self.terminator[..<matched] { keep(held) }
    matched = 0
    if byte == Self.terminator[0] {
      matched = 1
    } else {
      keep(byte)
    }
    return nil
  }

  /// Whether nothing has come since it was made or text was taken.
  var isEmpty: Bool { bytes.isEmpty && matched == 0 }

  /// Whether escape has come since then and nothing else.
  var isEscapeAlone: Bool { bytes.isEmpty && matched == 1 }

  /// The text so far; what may be the beginning of the end stays.
  mutating func take() -> String {
    defer { bytes = [] }
    return Self.text(bytes)
  }

  private mutating func finish() -> String {
    defer { self = PasteCollector() }
    return Self.text(bytes)
  }

  private mutating func keep(_ byte: UInt8) {
    if bytes.count < Self.limit { bytes.append(byte) }
  }

  // Terminals send a line's end as carriage return. Control characters are no text: in a title
  // they would be sent to terminals again.
  static func text(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    var followsReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0d:
        scalars.append("\n")
      case 0x0a:
        if !followsReturn { scalars.append("\n") }
      case 0x09, 0x20...0x7e, 0xa0...:
        scalars.append(scalar)
      default:
        break
      }
      followsReturn = scalar == "\r"
    }
    return String(scalars)
  }
}
