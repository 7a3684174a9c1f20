/// The byte sequences of keys that a terminal's description names.
struct KeyTable {
  private var keys: [[UInt8]: Key] = [:]
  private var beginnings: Set<[UInt8]> = []

  /// Enters a sequence.
  ///
  /// One that does not begin with escape, or is escape alone, is left out:
  /// such a key could not be told from a control character that is typed.
  mutating func insert(_ sequence: [UInt8], _ key: Key) {
    guard sequence.count > 1, sequence[0] == 0x1b else { return }
    keys[sequence] = key
    for length in 1..<sequence.count { beginnings.insert(Array(sequence[..<length])) }
  }

  func key(for sequence: [UInt8]) -> Key? {
    keys[sequence]
  }

  /// Whether a longer sequence begins with this one.
  func continues(_ sequence: [UInt8]) -> Bool {
    beginnings.contains(sequence)
  }
}

extension KeyTable {
  /// The keys of terminfo by capability, where the name does not follow a pattern.
  private static let names: [(capability: String, key: Key)] = [
    ("kcuu1", Key(.up)), ("kcud1", Key(.down)), ("kcub1", Key(.left)), ("kcuf1", Key(.right)),
    ("khome", Key(.home)), ("kend", Key(.end)), ("kpp", Key(.pageUp)), ("knp", Key(.pageDown)),
    ("kich1", Key(.insert)), ("kdch1", Key(.delete)), ("kent", Key(.enter)),
    ("kcbt", Key(.backTab)),
    ("kri", Key(.up, .shift)), ("kind", Key(.down, .shift)),
  ]

  /// Keys that terminfo names with a number after them for the modifiers: kLFT5 is ctrl-left.
  private static let modified: [(capability: String, code: Key.Code)] = [
    ("kUP", .up), ("kDN", .down), ("kLFT", .left), ("kRIT", .right), ("kHOM", .home),
    ("kEND", .end),
    ("kPRV", .pageUp), ("kNXT", .pageDown), ("kIC", .insert), ("kDC", .delete),
  ]

  /// Reads the keys of a terminal.
  ///
  /// - Parameter sequence: The value of a string capability; nil where the terminal lacks it.
  init(sequence: (String) -> [UInt8]?) {
    for (capability, key) in Self.names {
      if let bytes = sequence(capability) { insert(bytes, key) }
    }
    for number in 1...12 {
      if let bytes = sequence("kf\(number)") { insert(bytes, Key(.function(number))) }
    }
    for (capability, code) in Self.modified {
      if let bytes = sequence(capability) { insert(bytes, Key(code, .shift)) }
      for number in UInt8(3)...8 {
        guard let bytes = sequence("\(capability)\(number)") else { continue }
        insert(bytes, Key(code, Key.Modifiers(rawValue: number - 1)))
      }
    }
  }
}
