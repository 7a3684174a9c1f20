/// A key press, as far as terminals tell keys apart.
public struct Key: Hashable, Sendable {
  /// What was pressed, without modifiers.
  public enum Code: Hashable, Sendable {
    /// A character as typed, so `A` for shift-a.
    ///
    /// Marks that combine arrive as characters of their own.
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
    /// Enter; ctrl-m and ctrl-j are the same key.
    case enter
    /// Tab; ctrl-i is the same key.
    case tab
    /// Shift-tab.
    case backTab
    /// Escape.
    case escape
    /// A function key, F1 to F12.
    case function(Int)
  }

  /// Keys held down with it.
  ///
  /// A terminal tells shift apart for keys that type nothing only.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    /// The set as bits, in xterm's order.
    public let rawValue: UInt8

    /// Creates a set from its bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Shift.
    public static let shift = Self(rawValue: 1)
    /// Alt, also called meta or option.
    public static let alt = Self(rawValue: 2)
    /// Control.
    public static let control = Self(rawValue: 4)
  }

  /// What was pressed.
  public var code: Code
  /// What was held down with it.
  public var modifiers: Modifiers

  /// Creates a key press.
  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }
}

extension Key: CustomStringConvertible {
  /// The key as one would write it: `a`, `ctrl-r`, `shift-left`, `alt-enter`, `f1`.
  public var description: String {
    var text = ""
    if modifiers.contains(.control) { text += "ctrl-" }
    if modifiers.contains(.alt) { text += "alt-" }
    if modifiers.contains(.shift) { text += "shift-" }
    return text + name
  }

  private var name: String {
    switch code {
    case .character(" "): "space"
    case .character(let scalar): String(Character(scalar))
    case .up: "up"
    case .down: "down"
    case .left: "left"
    case .right: "right"
    case .home: "home"
    case .end: "end"
    case .pageUp: "page-up"
    case .pageDown: "page-down"
    case .insert: "insert"
    case .delete: "delete"
    case .backspace: "backspace"
    case .enter: "enter"
    case .tab: "tab"
    case .backTab: "back-tab"
    case .escape: "escape"
    case .function(let number): "f\(number)"
    }
  }
}
