/// A text without regard to case and diacritics: what searching compares.
///
/// `Ølstéd` is `olsted`. Latin letters lose their marks; others only their case.
public struct FoldedText: Hashable, Sendable {
  /// The folded text in UTF-8.
  let bytes: [UInt8]

  /// Folds a text.
  public init(_ text: some StringProtocol) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        bytes.append(Self.lowered(UInt8(truncatingIfNeeded: scalar.value)))
      } else if scalar.value < Self.knownScalars {
        Self.known[Int(scalar.value)].append(to: &bytes)
      } else {
        bytes.append(contentsOf: Self.folded(scalar).utf8)
      }
    }
    self.bytes = bytes
  }

  /// The folded text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether this text occurs in another.
  ///
  /// Plain ASCII, which most titles are, is compared in place.
  public func occurs(in text: String) -> Bool {
    guard let first = bytes.first else { return true }
    // No letter takes more bytes once it is folded.
    guard bytes.count <= text.utf8.count else { return false }
    let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
    let capital = isLetter ? first & ~0x20 : first
    let letters = text.utf8.span
    for start in letters.indices {
      let letter = letters[start]
      // What was found in plain letters is found, whatever follows.
      guard letter < 0x80 else {
        return occurs(in: letters, from: max(start - bytes.count + 1, 0)) ?? occurs(folded: text)
      }
      if letter == first || letter == capital, occurs(at: start, of: letters) { return true }
    }
    return false
  }

  /// Whether this text occurs in another that may be missing.
  func occurs(in text: String?) -> Bool {
    guard let text else { return false }
    return occurs(in: text)
  }

  private func occurs(at start: Int, of letters: Span<UInt8>) -> Bool {
    guard bytes.count <= letters.count - start else { return false }
    for place in bytes.indices where Self.lowered(letters[start + place]) != bytes[place] {
      return false
    }
    return true
  }

  /// Whether this text occurs in letters behind a place, folding each as it is met; `nil` where one
  /// takes more knowledge than is at hand.
  private func occurs(in letters: Span<UInt8>, from start: Int) -> Bool? {
    var place = start
    while place < letters.count {
      guard let letter = Self.letter(at: place, of: letters) else { return nil }
      for offset in 0..<letter.folded.count where letter.folded[offset] == bytes[0] {
        guard let isHere = stands(at: place, offset, of: letters) else { return nil }
        if isHere { return true }
      }
      place += letter.width
    }
    return false
  }

  /// Whether this text stands at a place, from a byte on of what the letter there is folded to.
  private func stands(at start: Int, _ firstOffset: Int, of letters: Span<UInt8>) -> Bool? {
    var (place, offset, found) = (start, firstOffset, 0)
    while place < letters.count {
      guard let letter = Self.letter(at: place, of: letters) else { return nil }
      while offset < letter.folded.count {
        guard letter.folded[offset] == bytes[found] else { return false }
        (offset, found) = (offset + 1, found + 1)
        if found == bytes.count { return true }
      }
      (place, offset) = (place + letter.width, 0)
    }
    return false
  }

  /// What the letter at a place is folded to, and how many bytes it takes; `nil` where that must be
  /// looked up.
  private static func letter(
    at place: Int,
    of letters: Span<UInt8>
  ) -> (folded: ShortBytes, width: Int)? {
    let letter = letters[place]
    if letter < 0x80 { return (ShortBytes(lowered(letter)), 1) }
    if letter < 0xE0, place + 1 < letters.count {
      let scalar = Int(letter & 0x1F) << 6 | Int(letters[place + 1] & 0x3F)
      return scalar < knownScalars ? (known[scalar], 2) : nil
    }
    if letter < 0xF0, place + 2 < letters.count {
      let (second, third) = (letters[place + 1], letters[place + 2])
      let scalar = UInt32(letter & 0xF) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
      return isOfCaselessScript(scalar) ? (ShortBytes(letter, second, third), 3) : nil
    }
    return nil
  }

  private func occurs(folded text: String) -> Bool {
    let folded = FoldedText(text).bytes
    guard bytes.count <= folded.count else { return false }
    return (0...(folded.count - bytes.count)).contains { folded[$0...].starts(with: bytes) }
  }

  /// Whether this text begins another, or one of its words.
  public func beginsWord(of text: String) -> Bool {
    let folded = FoldedText(text).bytes
    guard bytes.count <= folded.count else { return false }
    for start in 0...(folded.count - bytes.count) {
      let isAtWord = start == 0 || !Self.isLetterOrDigit(folded[start - 1])
      if isAtWord, folded[start...].starts(with: bytes) { return true }
    }
    return false
  }

  /// Whether this text begins another.
  public func begins(_ text: String) -> Bool {
    FoldedText(text).bytes.starts(with: bytes)
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// The scalars below this, which are most of those in names, are folded once.
  private static let knownScalars: UInt32 = 0x600

  private static let known = (0..<knownScalars).map { value in
    ShortBytes(Unicode.Scalar(value).map(folded).map { Array($0.utf8) } ?? [])
  }

  /// What a scalar is folded to, without memory of its own.
  private struct ShortBytes {
    private var letters: InlineArray<4, UInt8> = [0, 0, 0, 0]
    let count: Int

    /// Takes the first four bytes; no scalar that is known folds to more.
    init(_ bytes: [UInt8]) {
      count = min(bytes.count, 4)
      for place in 0..<count { letters[place] = bytes[place] }
    }

    init(_ letter: UInt8) {
      count = 1
      letters[0] = letter
    }

    init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
      count = 3
      letters = [first, second, third, 0]
    }

    subscript(place: Int) -> UInt8 { letters[place] }

    func append(to bytes: inout [UInt8]) {
      for place in 0..<count { bytes.append(letters[place]) }
    }
  }

  private static func folded(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\u{300}"..."\u{36F}": return ""
    case "ß", "ẞ": return "ss"
    case "æ", "Æ": return "ae"
    case "œ", "Œ": return "oe"
    case "ı", "İ": return "i"
    default: break
    }
    if isOfCaselessScript(scalar.value) { return String(scalar) }
    return latinLetter(scalar) ?? scalar.properties.lowercaseMapping
  }

  /// Where Unicode has its Latin letters: all of its blocks whose names say Latin or phonetic.
  private static let latinBlocks: [Range<UInt32>] = [
    0x00..<0x2B0, 0x1D00..<0x1DC0, 0x1E00..<0x1F00, 0x2090..<0x20A0, 0x2C60..<0x2C80,
    0xA720..<0xA800,
    0xAB30..<0xAB70, 0x1_DF00..<0x1_E000,
  ]

  /// The letter that a marked Latin one is, small: Unicode's own name of it says so.
  private static func latinLetter(_ scalar: Unicode.Scalar) -> String? {
    // Letters of other scripts have no such name, and each takes long to look up.
    guard latinBlocks.contains(where: { $0.contains(scalar.value) }),
      let name = scalar.properties.name, name.utf8.starts(with: "LATIN ".utf8)
    else { return nil }
    let words = name.utf8.split(separator: UInt8(ascii: " "))
    let letter = words.drop { !$0.elementsEqual("LETTER".utf8) }.dropFirst().first
    guard let letter, let only = letter.first, letter.count == 1 else { return nil }
    return String(UnicodeScalar(lowered(only)))
  }

  /// Whether a scalar is of Han, Kana or Hangul, which have no case, and names that take long to look
  /// up.
  private static func isOfCaselessScript(_ scalar: UInt32) -> Bool {
    (0x2E80...0xA4CF).contains(scalar) || (0xAC00...0xD7FF).contains(scalar)
  }
}
