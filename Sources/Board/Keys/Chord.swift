/// One key press: a key and what was held down with it.
public struct Chord: Hashable, Sendable {
  /// A key, without modifiers.
  public enum Key: Hashable, Sendable {
    /// A character as typed, so `A` for shift-a.
    case character(Unicode.Scalar)
    /// Cursor up.
    case up
    /// Cursor down.
    case down
    /// Cursor left.
    case left
    /// Cursor right.
    case right
    /// Home.
    case home
    /// End.
    case end
    /// Page up.
    case pageUp
    /// Page down.
    case pageDown
    /// Insert.
    case insert
    /// Delete, forwards.
    case delete
    /// Backspace; ctrl-h is the same key to a terminal.
    case backspace
    /// Enter.
    case enter
    /// Tab.
    case tab
    /// Escape.
    case escape
    /// A function key, from 1.
    case function(Int)
  }

  /// What is held down with a key.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    /// The set as bits.
    public let rawValue: UInt8

    /// Makes a set from its bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Shift; told apart only for keys that type nothing.
    public static let shift = Modifiers(rawValue: 1)
    /// Alt, also called meta or option.
    public static let alt = Modifiers(rawValue: 2)
    /// Control.
    public static let control = Modifiers(rawValue: 4)
  }

  /// The key.
  public var key: Key
  /// What is held down with it.
  public var modifiers: Modifiers

  /// Makes a chord.
  public init(_ key: Key, _ modifiers: Modifiers = []) {
    self.key = key
    self.modifiers = modifiers
  }

  /// A character typed without control or alt.
  public static func typed(_ character: Unicode.Scalar) -> Chord {
    Chord(.character(character))
  }

  /// The character that it types into a field; `nil` for everything else.
  public var typedCharacter: Unicode.Scalar? {
    guard case .character(let scalar) = key, modifiers.isDisjoint(with: [.control, .alt]) else {
      return nil
    }
    return scalar
  }
}

extension Chord: CustomStringConvertible, LosslessStringConvertible {
  private static let names: [(name: String, key: Key)] = [
    ("space", .character(" ")), ("up", .up), ("down", .down), ("left", .left), ("right", .right),
    ("home", .home), ("end", .end), ("pgup", .pageUp), ("pgdn", .pageDown), ("insert", .insert),
    ("delete", .delete), ("backspace", .backspace), ("enter", .enter), ("tab", .tab),
    ("esc", .escape), ("minus", .character("-")),
  ]

  private static let otherNames: [String: Key] = [
    "page-up": .pageUp, "page-down": .pageDown, "escape": .escape, "return": .enter, "del": .delete,
    "ins": .insert, "spc": .character(" "), "ent": .enter,
  ]

  /// The chord as a config names it: `a`, `A`, `ctrl-p`, `shift-left`, `space`, `pgdn`, `f1`.
  public var description: String {
    var text = ""
    if modifiers.contains(.control) { text += "ctrl-" }
    if modifiers.contains(.alt) { text += "alt-" }
    if modifiers.contains(.shift) { text += "shift-" }
    return text + keyName
  }

  private var keyName: String {
    if case .function(let number) = key { return "f\(number)" }
    if case .character("-") = key, modifiers.isEmpty { return "-" }
    if let name = Self.names.first(where: { $0.key == key })?.name { return name }
    if case .character(let scalar) = key { return String(Character(scalar)) }
    return "?"
  }

  /// Reads what `description` writes, names in capitals or not; `nil` for anything else.
  ///
  /// `shift-a` is `A`; `ctrl-A` is `ctrl-a`, which terminals do not tell apart.
  public init?(_ description: String) {
    var rest = Substring(description)
    var modifiers: Modifiers = []
    let prefixes: [(String, Modifiers)] = [
      ("ctrl-", .control), ("c-", .control), ("alt-", .alt), ("shift-", .shift),
    ]
    while let (prefix, modifier) = prefixes.first(where: {
      rest.count > $0.0.count && rest.lowercased().hasPrefix($0.0)
    }) {
      rest = rest.dropFirst(prefix.count)
      modifiers.insert(modifier)
    }
    guard let key = Self.key(named: rest) else { return nil }
    self.init(key, modifiers)
    guard case .character(let scalar) = key, scalar.properties.isAlphabetic else { return }
    if modifiers.contains(.control), let lower = Self.single(scalar.properties.lowercaseMapping) {
      self.key = .character(lower)
    } else if modifiers.contains(.shift),
      let upper = Self.single(scalar.properties.uppercaseMapping)
    {
      self.key = .character(upper)
    }
    self.modifiers.remove(.shift)
  }

  private static func key(named name: Substring) -> Key? {
    if let scalar = single(String(name)) {
      return scalar.value > 0x20 && scalar.value != 0x7F ? .character(scalar) : nil
    }
    let lower = name.lowercased()
    if let key = names.first(where: { $0.name == lower })?.key ?? otherNames[lower] { return key }
    guard lower.first == "f", let number = Int(lower.dropFirst()), (1...24).contains(number) else {
      return nil
    }
    return .function(number)
  }

  private static func single(_ text: String) -> Unicode.Scalar? {
    text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
  }
}
