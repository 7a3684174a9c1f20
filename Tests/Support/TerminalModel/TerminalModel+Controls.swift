/// Single control bytes, and ESC with what is not `[` or `]`. Each returns whether it is known.
extension TerminalModel {
  mutating func obey(control: UInt8) -> Bool {
    switch control {
    case 0x00: break  // Padding, for terminals as slow as the VT100.
    case 0x07: bells += 1
    case 0x08: moveCursor(row: cursor.row, column: cursor.column - 1)
    case 0x09:
      let next = tabStops.filter { $0 > cursor.column }.min() ?? columns - 1
      moveCursor(row: cursor.row, column: next)
    case 0x0A, 0x0B, 0x0C: moveDownOrScroll()
    case 0x0D: moveCursor(row: cursor.row, column: 0)
    case 0x0E: characterSets.inUse = 1
    case 0x0F: characterSets.inUse = 0
    default: return false
    }
    return true
  }

  mutating func obey(escape text: String) -> Bool {
    switch text {
    case "7":
      saved = SavedCursor(
        cursor: cursor,
        style: style,
        characterSets: characterSets,
        isWrapPending: isWrapPending
      )
    case "8": restore(saved)
    case "=": modes.applicationKeypad = true
    case ">": modes.applicationKeypad = false
    case "D": moveDownOrScroll()
    case "E":
      moveCursor(row: cursor.row, column: 0)
      moveDownOrScroll()
    case "H": tabStops.insert(cursor.column)
    case "M": moveUpOrScroll()
    case "Z": answerDeviceAttributes()
    case "c": resetHard()
    case "g": bells += 1  // The visual bell of screen and tmux.
    case "(B": characterSets.drawsLines[0] = false
    case "(0": characterSets.drawsLines[0] = true
    case ")B": characterSets.drawsLines[1] = false
    case ")0": characterSets.drawsLines[1] = true
    default: return false
    }
    return true
  }

  mutating func restore(_ saved: SavedCursor) {
    moveCursor(row: saved.cursor.row, column: saved.cursor.column)
    style = saved.style
    characterSets = saved.characterSets
    isWrapPending = saved.isWrapPending && cursor == saved.cursor
  }

  mutating func answerDeviceAttributes() { pendingReplies += Array("\u{1B}[?62;22c".utf8) }

  /// DECSTR: settings go back, the text stays.
  mutating func resetSoft() {
    modes.insert = false
    modes.applicationCursorKeys = false
    modes.applicationKeypad = false
    modes.autoWrap = true
    isCursorVisible = true
    style = TerminalStyle()
    characterSets = CharacterSets()
    scrollRegion = 0..<rows
    saved = SavedCursor()
    isWrapPending = false
  }

  /// RIS: as switched on anew.
  private mutating func resetHard() {
    var fresh = TerminalModel(rows: rows, columns: columns)
    fresh.clipboard = clipboard
    fresh.bells = bells
    fresh.unknownSequences = unknownSequences
    fresh.backgroundAnswer = backgroundAnswer
    fresh.pendingReplies = pendingReplies
    self = fresh
  }
}
