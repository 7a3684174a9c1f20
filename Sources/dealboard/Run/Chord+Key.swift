import Board
import Terminal

extension Chord {
  /// The board's name for a key that the terminal reported.
  init(_ key: Terminal.Key) {
    var modifiers: Modifiers = []
    if key.modifiers.contains(.shift) { modifiers.insert(.shift) }
    if key.modifiers.contains(.alt) { modifiers.insert(.alt) }
    if key.modifiers.contains(.control) { modifiers.insert(.control) }
    switch key.code {
    case .character(let scalar): self.init(.character(scalar), modifiers)
    case .up: self.init(.up, modifiers)
    case .down: self.init(.down, modifiers)
    case .left: self.init(.left, modifiers)
    case .right: self.init(.right, modifiers)
    case .home: self.init(.home, modifiers)
    case .end: self.init(.end, modifiers)
    case .pageUp: self.init(.pageUp, modifiers)
    case .pageDown: self.init(.pageDown, modifiers)
    case .insert: self.init(.insert, modifiers)
    case .delete: self.init(.delete, modifiers)
    case .backspace: self.init(.backspace, modifiers)
    case .enter: self.init(.enter, modifiers)
    case .tab: self.init(.tab, modifiers)
    case .backTab: self.init(.tab, modifiers.union(.shift))
    case .escape: self.init(.escape, modifiers)
    case .function(let number): self.init(.function(number), modifiers)
    }
  }
}
