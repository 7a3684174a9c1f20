extension TextField {
  /// Takes a key that edits the text; false for any other.
  mutating func take(_ chord: Chord) -> Bool {
    if let scalar = chord.typedCharacter {
      insert(String(Character(scalar)))
      return true
    }
    switch (chord.key, chord.modifiers) {
    case (.backspace, []): deleteBackward()
    case (.delete, []): deleteForward()
    case (.left, []): moveBackward()
    case (.right, []): moveForward()
    case (.left, .control), (.character("b"), .alt): moveWordBackward()
    case (.right, .control), (.character("f"), .alt): moveWordForward()
    case (.home, []), (.character("a"), .control): moveToStart()
    case (.end, []), (.character("e"), .control): moveToEnd()
    case (.character("w"), .control), (.backspace, .alt): deleteWordBackward()
    case (.character("u"), .control): deleteToStart()
    case (.character("k"), .control): deleteToEnd()
    default: return false
    }
    // Whoever moves in a text means to keep it.
    deselect()
    return true
  }

  /// Whether a key would edit a text, or move in it.
  static func edits(_ chord: Chord) -> Bool {
    var field = TextField()
    return field.take(chord)
  }
}
