/// Modes, with and without `?`. Each function returns whether it knows what it was given.
extension TerminalModel {
  mutating func setMode(_ number: Int, on: Bool) -> Bool {
    switch number {
    case 4: modes.insert = on
    case 34: break  // A larger cursor, in screen and tmux.
    default: return false
    }
    return true
  }

  mutating func setPrivate(_ sequence: ControlSequence) -> Bool {
    switch sequence.final {
    case "h", "l":
      let isOn = sequence.final == "h"
      return sequence.parameters.allSatisfy { setPrivateMode(($0.first ?? nil) ?? 0, on: isOn) }
    case "$p":
      answerMode(sequence.number())
      return true
    case "c": return true  // The Linux console's cursor shape.
    case "u": return true  // Asks for a keyboard protocol that this terminal does not have.
    default: return false
    }
  }

  private mutating func setPrivateMode(_ number: Int, on: Bool) -> Bool {
    switch number {
    case 1: modes.applicationCursorKeys = on
    case 5:
      // A flash is the screen reversed for a moment.
      if modes.reverseScreen, !on { bells += 1 }
      modes.reverseScreen = on
    case 7: modes.autoWrap = on
    case 12, 1034: break  // A blinking cursor; eight-bit meta keys.
    case 3, 6: return !on  // 132 columns and origin mode, which only a reset mentions.
    case 25: isCursorVisible = on
    case 47, 1047: showAlternateScreen(on, clears: number == 1047 && !on)
    case 1048: return obey(escape: on ? "7" : "8")
    case 1049: enterOrLeaveAlternateScreen(on)
    case 1000: modes.mouse = on ? .clicks : .off
    case 1002: modes.mouse = on ? .drags : .off
    case 1003: modes.mouse = on ? .motion : .off
    case 1004: modes.focusEvents = on
    case 1006: modes.mouseSGR = on
    case 2004: modes.bracketedPaste = on
    case 2026: modes.synchronizedOutput = on
    default: return false
    }
    return true
  }

  private mutating func showAlternateScreen(_ on: Bool, clears: Bool) {
    guard on != isAlternateScreen else { return }
    if clears { screen.erase(rows: 0..<rows, style: TerminalStyle()) }
    swap(&screen, &hidden)
    isAlternateScreen = on
  }

  /// 1049: the cursor is kept on the way in and restored on the way out, the screen starts empty.
  private mutating func enterOrLeaveAlternateScreen(_ on: Bool) {
    guard on != isAlternateScreen else { return }
    if on {
      savedByAlternateScreen = SavedCursor(
        cursor: cursor,
        style: style,
        characterSets: characterSets,
        isWrapPending: isWrapPending
      )
    }
    showAlternateScreen(on, clears: false)
    if on {
      screen.erase(rows: 0..<rows, style: style.erased)
    } else {
      restore(savedByAlternateScreen)
    }
  }

  /// DECRQM: 1 set, 2 reset, 0 for a mode that this terminal does not have.
  private mutating func answerMode(_ number: Int) {
    let isOn: Bool? =
      switch number {
      case 1: modes.applicationCursorKeys
      case 7: modes.autoWrap
      case 25: isCursorVisible
      case 1004: modes.focusEvents
      case 1006: modes.mouseSGR
      case 1049: isAlternateScreen
      case 2004: modes.bracketedPaste
      case 2026: modes.synchronizedOutput
      default: nil
      }
    let answer = isOn.map { $0 ? 1 : 2 } ?? 0
    pendingReplies += Array("\u{1B}[?\(number);\(answer)$y".utf8)
  }
}
