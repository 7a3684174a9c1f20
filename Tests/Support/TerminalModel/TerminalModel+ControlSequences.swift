/// `ESC [` sequences. Each function returns whether it knows what it was given.
extension TerminalModel {
  mutating func obey(_ sequence: ControlSequence) -> Bool {
    // Only colours have parameters within parameters.
    let isFlat = sequence.parameters.allSatisfy { $0.count <= 1 }
    guard isFlat || sequence.final == "m" else { return false }
    switch sequence.prefix {
    case "": return move(sequence) || edit(sequence) || set(sequence)
    case "?": return setPrivate(sequence)
    case ">", "=", "<": return askForIdentity(sequence)
    default: return false
    }
  }

  private mutating func move(_ sequence: ControlSequence) -> Bool {
    let count = sequence.count()
    switch sequence.final {
    case "A":
      let top = cursor.row >= scrollRegion.lowerBound ? scrollRegion.lowerBound : 0
      moveCursor(row: max(cursor.row - count, top), column: cursor.column)
    case "B", "e":
      let bottom = cursor.row < scrollRegion.upperBound ? scrollRegion.upperBound : rows
      moveCursor(row: min(cursor.row + count, bottom - 1), column: cursor.column)
    case "C", "a": moveCursor(row: cursor.row, column: cursor.column + count)
    case "D": moveCursor(row: cursor.row, column: cursor.column - count)
    case "E": moveCursor(row: cursor.row + count, column: 0)
    case "F": moveCursor(row: cursor.row - count, column: 0)
    case "G", "`": moveCursor(row: cursor.row, column: count - 1)
    case "d": moveCursor(row: count - 1, column: cursor.column)
    case "H", "f": moveCursor(row: count - 1, column: sequence.count(1) - 1)
    case "I":
      for _ in 0..<count { _ = obey(control: 0x09) }
    case "Z":
      for _ in 0..<count {
        let previous = tabStops.filter { $0 < cursor.column }.max() ?? 0
        moveCursor(row: cursor.row, column: previous)
      }
    default: return false
    }
    return true
  }

  private mutating func edit(_ sequence: ControlSequence) -> Bool {
    let count = sequence.count()
    let blank = style.erased
    switch sequence.final {
    case "J": return eraseScreen(sequence.number())
    case "K": return eraseRow(sequence.number())
    case "X":
      screen.erase(
        row: cursor.row,
        columns: cursor.column..<cursor.column + count,
        style: blank
      )
    case "@": screen.insertCells(count, at: cursor, style: blank)
    case "P": screen.deleteCells(count, at: cursor, style: blank)
    case "L":
      guard scrollRegion.contains(cursor.row) else { return true }
      screen.scrollDown(count, in: cursor.row..<scrollRegion.upperBound, style: blank)
      moveCursor(row: cursor.row, column: 0)
    case "M":
      guard scrollRegion.contains(cursor.row) else { return true }
      screen.scrollUp(count, in: cursor.row..<scrollRegion.upperBound, style: blank)
      moveCursor(row: cursor.row, column: 0)
    case "S": screen.scrollUp(count, in: scrollRegion, style: blank)
    case "T": screen.scrollDown(count, in: scrollRegion, style: blank)
    case "b":
      guard let lastWritten else { return false }
      // Not translated again: the line drawing it came out as is not in the set it came from.
      let sets = characterSets
      characterSets = CharacterSets()
      for _ in 0..<count { _ = write(lastWritten) }
      characterSets = sets
    default: return false
    }
    return true
  }

  private mutating func eraseScreen(_ part: Int) -> Bool {
    let blank = style.erased
    switch part {
    case 0:
      _ = eraseRow(0)
      screen.erase(rows: cursor.row + 1..<rows, style: blank)
    case 1:
      _ = eraseRow(1)
      screen.erase(rows: 0..<cursor.row, style: blank)
    case 2: screen.erase(rows: 0..<rows, style: blank)
    case 3: break  // What has scrolled away, which is not kept here.
    default: return false
    }
    return true
  }

  private mutating func eraseRow(_ part: Int) -> Bool {
    let range: Range<Int>
    switch part {
    case 0: range = cursor.column..<columns
    case 1: range = 0..<cursor.column + 1
    case 2: range = 0..<columns
    default: return false
    }
    screen.erase(row: cursor.row, columns: range, style: style.erased)
    return true
  }

  private mutating func set(_ sequence: ControlSequence) -> Bool {
    switch sequence.final {
    case "m": return setStyle(sequence.parameters)
    case "r":
      let top = sequence.count() - 1
      let bottom = min(sequence.count(1, fallback: rows), rows)
      guard top < bottom - 1 else { return false }
      scrollRegion = top..<bottom
      moveCursor(row: 0, column: 0)
    case "h", "l":
      return sequence.parameters.allSatisfy {
        setMode(($0.first ?? nil) ?? 0, on: sequence.final == "h")
      }
    case "g":
      switch sequence.number() {
      case 0: tabStops.remove(cursor.column)
      case 3: tabStops = []
      default: return false
      }
    case "n":
      switch sequence.number() {
      case 5: pendingReplies += Array("\u{1B}[0n".utf8)
      case 6: pendingReplies += Array("\u{1B}[\(cursor.row + 1);\(cursor.column + 1)R".utf8)
      default: return false
      }
    case "c": answerDeviceAttributes()
    case "t": return manipulateWindow(sequence)
    case "!p": resetSoft()
    case " q": cursorShape = sequence.number()
    default: return false
    }
    return true
  }

  private mutating func manipulateWindow(_ sequence: ControlSequence) -> Bool {
    switch sequence.number() {
    case 18: pendingReplies += Array("\u{1B}[8;\(rows);\(columns)t".utf8)
    case 22: titleStack.append(title)
    case 23: title = titleStack.popLast() ?? title
    default: return false
    }
    return true
  }

  /// Queries that only newer terminals answer; silence is a terminal's right.
  private mutating func askForIdentity(_ sequence: ControlSequence) -> Bool {
    switch sequence.prefix + sequence.final {
    case ">c": pendingReplies += Array("\u{1B}[>1;10;0c".utf8)
    case ">q": break
    default: return false
    }
    return true
  }
}
