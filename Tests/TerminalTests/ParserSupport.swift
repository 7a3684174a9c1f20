@testable import Terminal

/// The events of input in pieces, and what is left once it pauses.
func events(parsing pieces: [[UInt8]], _ table: KeyTable = KeyTable()) -> [TerminalEvent] {
  var parser = KeyParser(table: table)
  var events: [TerminalEvent] = []
  for piece in pieces { parser.feed(piece, into: &events) }
  parser.inputPaused(into: &events)
  return events
}

/// The same as keys' names; anything but a key shows as itself.
func keys(parsing pieces: [[UInt8]], _ table: KeyTable = KeyTable()) -> [String] {
  events(parsing: pieces, table).map { event in
    if case .key(let key) = event { key.description } else { "\(event)" }
  }
}

func keys(parsing bytes: [UInt8], _ table: KeyTable = KeyTable()) -> [String] {
  keys(parsing: [bytes], table)
}

/// Numbers that are the same on every run.
///
/// Source: SplitMix64, S. Vigna.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
