/// What a complete sequence means.
enum KeySequence {
  enum Meaning: Equatable {
    case key(Key)
    case mouse(MouseEvent)
    /// Three more bytes are a mouse report.
    case oldMouse
    /// Pasted text follows.
    case paste
    /// The terminal says how it is, which it was asked for.
    case status
    case nothing
  }

  /// The meaning of a sequence from escape to its last byte, by the rules that most terminals share.
  static func meaning(of bytes: [UInt8]) -> Meaning {
    guard (2...KeyParser.longestSequence).contains(bytes.count), let final = bytes.last else {
      return .nothing
    }
    switch bytes[1] {
    case UInt8(ascii: "[") where bytes.count > 2:
      return bytes[2] == UInt8(ascii: "[") ? consoleFunction(final) : control(bytes[2...])
    case UInt8(ascii: "O") where bytes.count > 2:
      return singleShift(bytes[2...])
    default:
      var key = KeyParser.plainKey(bytes[1])
      key.modifiers.insert(.alt)
      return bytes.count == 2 ? .key(key) : .nothing
    }
  }

  private static func control(_ body: ArraySlice<UInt8>) -> Meaning {
    guard let final = body.last, let first = body.first else { return .nothing }
    var parameters = body.dropLast()
    if first == UInt8(ascii: "<"), final | 0x20 == UInt8(ascii: "m") {
      parameters.removeFirst()
      return mouse(Parameters(parameters), isRelease: final == UInt8(ascii: "m"))
    }
    // Private markers and intermediate bytes stand in answers, never in keys.
    guard parameters.allSatisfy({ (0x30...0x3b).contains($0) }) else { return .nothing }
    let numbers = Parameters(parameters)

    switch final {
    case UInt8(ascii: "M"): return numbers.isEmpty ? .oldMouse : .nothing
    case UInt8(ascii: "~"): return tilde(numbers)
    case UInt8(ascii: "^"), UInt8(ascii: "@"):
      guard numbers.count == 1, let code = keypad(numbers[0]) else { return .nothing }
      return .key(Key(code, final == UInt8(ascii: "@") ? [.control, .shift] : .control))
    case UInt8(ascii: "u"): return character(numbers[0], numbers.modifiers(at: 1))
    case UInt8(ascii: "n"): return numbers.count == 1 ? .status : .nothing
    case UInt8(ascii: "Z"): return .key(Key(.backTab))
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      guard numbers.isEmpty else { return .nothing }
      return arrow(final & 0xdf, .shift)
    // Another first number makes it an answer: `ESC [ 5 ; 9 R` says where the cursor is.
    default: return numbers[0] > 1 ? .nothing : arrow(final, numbers.modifiers(at: 1))
    }
  }

  private static func tilde(_ numbers: Parameters) -> Meaning {
    switch numbers[0] {
    case 200: return .paste
    case 27: return character(numbers[2], numbers.modifiers(at: 1))
    case let number:
      guard let code = keypad(number), let modifiers = numbers.modifiers(at: 1) else {
        return .nothing
      }
      return .key(Key(code, modifiers))
    }
  }

  private static func keypad(_ number: Int) -> Key.Code? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    default: nil
    }
  }

  private static func arrow(_ final: UInt8, _ modifiers: Key.Modifiers?) -> Meaning {
    let code: Key.Code? =
      switch final {
      case UInt8(ascii: "A"): .up
      case UInt8(ascii: "B"): .down
      case UInt8(ascii: "C"): .right
      case UInt8(ascii: "D"): .left
      case UInt8(ascii: "H"): .home
      case UInt8(ascii: "F"): .end
      case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final - UInt8(ascii: "O")))
      default: nil
      }
    guard let code, let modifiers else { return .nothing }
    return .key(Key(code, modifiers))
  }

  /// `ESC O`: the arrows of keypad mode, with an old form of modifiers, and the numeric keypad.
  private static func singleShift(_ body: ArraySlice<UInt8>) -> Meaning {
    guard let final = body.last else { return .nothing }
    let numbers = Parameters(body.dropLast())
    switch final {
    case UInt8(ascii: "M"):
      return .key(Key(.enter))
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      return arrow(final & 0xdf, .control)
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      return .key(Key(.character(Unicode.Scalar(final - 0x40))))
    default:
      return arrow(final, numbers.modifiers(at: numbers.count - 1))
    }
  }

  private static func consoleFunction(_ final: UInt8) -> Meaning {
    guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(final) else { return .nothing }
    return .key(Key(.function(Int(final - UInt8(ascii: "@")))))
  }

  /// A character told by its number, as terminals do that were asked for more than others report.
  private static func character(_ number: Int, _ modifiers: Key.Modifiers?) -> Meaning {
    guard let modifiers, let scalar = UInt32(exactly: number).flatMap(Unicode.Scalar.init) else {
      return .nothing
    }
    guard number >= 0x20, number != 0x7f else {
      if number == 9, modifiers.contains(.shift) { return .key(Key(.backTab)) }
      let key = KeyParser.plainKey(UInt8(number))
      return .key(Key(key.code, modifiers.union(key.modifiers)))
    }
    guard number < 0x7f || number >= 0xa0 else { return .key(Key(.backspace, modifiers)) }
    var unshifted = modifiers
    unshifted.remove(.shift)
    let typed =
      modifiers.contains(.shift) ? scalar.properties.uppercaseMapping.unicodeScalars.first : nil
    return .key(Key(.character(typed ?? scalar), unshifted))
  }

  private static func mouse(_ numbers: Parameters, isRelease: Bool) -> Meaning {
    guard numbers.count == 3 else { return .nothing }
    return MouseEvent(
      bits: numbers[0],
      column: numbers[1],
      row: numbers[2],
      isRelease: isRelease
    ).map { .mouse($0) } ?? .nothing
  }
}

/// The numbers of a sequence, separated by semicolons; what follows a colon is left out.
private struct Parameters {
  private var numbers: [Int] = []

  init(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    for field in bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      var number = 0
      for byte in field {
        guard (0x30...0x39).contains(byte) else { break }
        // A number beyond all that mean something stays there instead of overflowing.
        number = min(number * 10 + Int(byte - 0x30), 9_999_999)
      }
      numbers.append(number)
    }
  }

  var isEmpty: Bool { numbers.isEmpty }
  var count: Int { numbers.count }

  /// The number at a place; 0 where it was left out.
  subscript(place: Int) -> Int {
    numbers.indices.contains(place) ? numbers[place] : 0
  }

  /// The modifiers that a number tells as 1 more than their bits; none where it was left out.
  ///
  /// Nil for one that no keyboard has and for keys that are not told apart here, as super.
  func modifiers(at place: Int) -> Key.Modifiers? {
    let number = self[place]
    guard number > 1 else { return [] }
    // Caps lock and num lock do not count.
    let bits = (number - 1) & ~(64 | 128)
    guard number <= 256, bits < 8 else { return nil }
    return Key.Modifiers(rawValue: UInt8(bits))
  }
}
