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
    guard !bytes.isEmpty else { return true }
    var isPlain = true
    let found = Self.search(for: bytes, in: text.utf8, isPlain: &isPlain)
    return isPlain ? found : Self.search(for: bytes, in: FoldedText(text).bytes, isPlain: &isPlain)
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

  private static func search(
    for needle: [UInt8],
    in text: some Collection<UInt8>,
    isPlain: inout Bool
  ) -> Bool {
    var start = text.startIndex
    var isFound = false
    while start != text.endIndex {
      if text[start] >= 0x80 { isPlain = false }
      if !isFound, lowered(text[start]) == needle[0] {
        isFound = text[start...].lazy.map(lowered).starts(with: needle)
      }
      // What was found in plain letters is found, whatever follows.
      if isFound && isPlain { return true }
      start = text.index(after: start)
    }
    return isFound
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
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
    // Unicode's own name of a marked Latin letter says which letter it is.
    guard let name = scalar.properties.name, name.hasPrefix("LATIN "),
      let letter = name.split(separator: " ").drop(while: { $0 != "LETTER" }).dropFirst().first,
      letter.utf8.count == 1
    else { return scalar.properties.lowercaseMapping }
    return letter.lowercased()
  }
}
