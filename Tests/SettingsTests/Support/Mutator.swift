/// Spoils texts in a way that can be repeated: bytes left out, doubled, swapped, replaced, pieces of
/// the language put in.
struct Mutator {
  private var state: UInt64
  private let pieces: [[UInt8]] = [
    "[", "]", "{", "}", "\"", "'", "\"\"\"", "'''", "=", ".", ",", "#", "\n", "\r\n", "\\", "\\u12",
    "\0", "\u{FEFF}", "\u{202E}", "1e999", "-9223372036854775809", "nan", "1979-05-27", "[[", "]]",
    "a.b.c=", "é", "true",
  ].map { Array($0.utf8) }

  /// A mutator that always does the same from the same seed on.
  init(seed: UInt64) {
    state = seed
  }

  /// A spoilt copy.
  mutating func spoilt(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...below(6) {
      let place = below(bytes.count + 1)
      switch below(6) {
      case 0: bytes.insert(contentsOf: pieces[below(pieces.count)], at: place)
      case 1: bytes.insert(UInt8(below(256)), at: place)
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + below(20)))
      case 3 where place < bytes.count: bytes[place] = UInt8(below(128))
      case 4:
        bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + below(40))], at: place)
      default: bytes = Array(bytes.prefix(place))
      }
    }
    return bytes
  }

  /// The next of the numbers that the seed leads to (SplitMix64, Vigna).
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private mutating func below(_ limit: Int) -> Int {
    Int(next() % UInt64(max(1, limit)))
  }
}
