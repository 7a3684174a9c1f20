/// What a program tells a terminal, one piece at a time.
enum TerminalSequence: Hashable {
  case scalar(Unicode.Scalar)
  case control(UInt8)
  /// What follows ESC: `7`, `(B`.
  case escape(String)
  case csi(ControlSequence)
  /// Between `ESC ]` and its end.
  case osc(String)
  /// Not to be understood by any terminal of the set, or not well-formed.
  case unknown
}

/// `ESC [`, its parameters and its end.
struct ControlSequence: Hashable {
  /// One of `<=>?`, or empty.
  var prefix: String
  /// Parts between semicolons, each split at colons; nil where nothing is written.
  var parameters: [[Int?]]
  /// Bytes between the parameters and the final one, and that one: `m`, `!p`, `$p`.
  var final: String

  /// The number at a place; `fallback` where it is missing or zero, as most sequences mean it.
  func count(_ index: Int = 0, fallback: Int = 1) -> Int {
    let value = number(index)
    return value == 0 ? fallback : value
  }

  /// The number at a place, 0 where it is missing.
  func number(_ index: Int = 0) -> Int {
    parameters.indices.contains(index) ? (parameters[index].first ?? nil) ?? 0 : 0
  }
}

/// Cuts a stream of bytes into sequences, across any chunks it comes in.
struct SequenceParser {
  private enum State {
    case ground
    case utf8(expected: Int)
    case escape
    case csi
    case string
    /// The Linux console's `ESC ] P` and seven digits, which nothing ends.
    case consolePalette
  }

  private static let longestString = 1 << 20

  private var state = State.ground
  /// The bytes of the sequence under way.
  private var bytes: [UInt8] = []

  /// Takes one byte; returns a sequence and its bytes when the byte completes one.
  mutating func push(_ byte: UInt8) -> (sequence: TerminalSequence, bytes: [UInt8])? {
    bytes.append(byte)
    guard let sequence = step(byte) else { return nil }
    defer {
      bytes.removeAll(keepingCapacity: true)
      state = .ground
    }
    return (sequence, bytes)
  }

  private mutating func step(_ byte: UInt8) -> TerminalSequence? {
    switch state {
    case .ground: ground(byte)
    case .utf8(let expected): utf8(byte, expected: expected)
    case .escape: escape(byte)
    case .csi: csi(byte)
    case .string: string(byte)
    case .consolePalette: bytes.count == 10 ? .osc("P") : nil
    }
  }

  private mutating func ground(_ byte: UInt8) -> TerminalSequence? {
    switch byte {
    case 0x1B: state = .escape
    case 0x00...0x1F, 0x7F: return .control(byte)
    case 0x20...0x7E: return .scalar(Unicode.Scalar(byte))
    case 0xC2...0xDF: state = .utf8(expected: 2)
    case 0xE0...0xEF: state = .utf8(expected: 3)
    case 0xF0...0xF4: state = .utf8(expected: 4)
    default: return .unknown
    }
    return nil
  }

  private func utf8(_ byte: UInt8, expected: Int) -> TerminalSequence? {
    guard (0x80...0xBF).contains(byte) else { return .unknown }
    guard bytes.count == expected else { return nil }
    guard let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first else {
      return .unknown
    }
    return .scalar(scalar)
  }

  private mutating func escape(_ byte: UInt8) -> TerminalSequence? {
    if bytes.count == 2 {
      switch byte {
      case UInt8(ascii: "["):
        state = .csi
        return nil
      // OSC, and those whose text must not spill onto the screen: DCS, SOS, PM, APC, screen's title.
      case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
        UInt8(ascii: "_"), UInt8(ascii: "k"):
        state = .string
        return nil
      default: break
      }
    }
    switch byte {
    case 0x20...0x2F: return nil
    case 0x30...0x7E: return .escape(text(from: 1))
    default: return .unknown
    }
  }

  private func csi(_ byte: UInt8) -> TerminalSequence? {
    switch byte {
    case 0x20...0x3F: nil
    case 0x40...0x7E: Self.controlSequence(bytes.dropFirst(2)).map { .csi($0) } ?? .unknown
    default: .unknown
    }
  }

  private mutating func string(_ byte: UInt8) -> TerminalSequence? {
    let isOSC = bytes[1] == UInt8(ascii: "]")
    if isOSC, bytes.count == 3 {
      if byte == UInt8(ascii: "R") { return .osc("R") }
      if byte == UInt8(ascii: "P") { state = .consolePalette }
    }
    if byte == 0x07 { return isOSC ? .osc(text(from: 2, to: 1)) : .unknown }
    if byte == UInt8(ascii: "\\"), bytes[bytes.count - 2] == 0x1B {
      return isOSC ? .osc(text(from: 2, to: 2)) : .unknown
    }
    return bytes.count > Self.longestString ? .unknown : nil
  }

  private func text(from start: Int, to end: Int = 0) -> String {
    String(decoding: bytes.dropFirst(start).dropLast(end), as: UTF8.self)
  }

  private static func controlSequence(_ bytes: ArraySlice<UInt8>) -> ControlSequence? {
    var rest = bytes
    var prefix = ""
    if let first = rest.first, (0x3C...0x3F).contains(first) {
      prefix = String(Unicode.Scalar(first))
      rest.removeFirst()
    }
    let digits = rest.prefix { (0x30...0x3B).contains($0) }
    let final = rest.dropFirst(digits.count)
    guard final.dropLast().allSatisfy({ (0x20...0x2F).contains($0) }) else { return nil }
    // ncurses never writes numbers beyond a screen or a colour; more digits would only overflow.
    var parameters: [[Int?]] = []
    for part in digits.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      var values: [Int?] = []
      for number in part.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false) {
        guard number.count <= 6 else { return nil }
        values.append(Int(String(decoding: number, as: UTF8.self)))
      }
      parameters.append(values)
    }
    return ControlSequence(
      prefix: prefix,
      parameters: parameters,
      final: String(decoding: final, as: UTF8.self)
    )
  }
}
