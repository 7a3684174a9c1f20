// Sequences: their grammar, step by step. What they mean is in KeySequence.

extension KeyParser {
  mutating func stepControlSequence(_ byte: UInt8, _ events: inout [TerminalEvent]) {
    switch byte {
    case UInt8(ascii: "[") where pending.count == 2:
      pending.append(byte)
      state = .consoleFunction
    case 0x20...0x3f:
      guard pending.count <= Self.longestSequence else { return }
      pending.append(byte)
      if table.key(for: pending) != nil { settle(&events) }
    case 0x40...0x7e:
      pending.append(byte)
      settle(&events)
    default:
      restart(byte, &events)
    }
  }

  mutating func stepSingleShift(_ byte: UInt8, _ events: inout [TerminalEvent]) {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: ";"):
      guard pending.count <= Self.longestSequence else { return }
      pending.append(byte)
    case 0x40...0x7e:
      pending.append(byte)
      settle(&events)
    default:
      // `ESC O` and something else: alt-O was typed, unless a number shows that it was a sequence.
      if pending.count == 2 { emit(Key(.character("O"), .alt), &events) }
      restart(byte, &events)
    }
  }

  mutating func stepConsoleFunction(_ byte: UInt8, _ events: inout [TerminalEvent]) {
    guard (0x20...0x7e).contains(byte) else { return restart(byte, &events) }
    pending.append(byte)
    settle(&events)
  }

  mutating func stepOldMouse(_ byte: UInt8, _ events: inout [TerminalEvent]) {
    pending.append(byte)
    guard pending.count == 6 else { return }
    // Each number has 32 added to it.
    let numbers = pending[3...].map { Int($0) - 32 }
    if numbers[0] >= 0,
      let mouse = MouseEvent(
        bits: numbers[0],
        column: numbers[1],
        row: numbers[2],
        isRelease: false
      )
    {
      events.append(.mouse(mouse))
    }
    reset()
  }

  mutating func stepDescribed(_ byte: UInt8, _ events: inout [TerminalEvent]) {
    let longer = pending + [byte]
    if table.key(for: longer) != nil || table.continues(longer) {
      pending = longer
      settle(&events)
    } else {
      finish(&events)
      step(byte, &events)
    }
  }

  /// Ends a complete sequence, unless the terminal has a longer one that begins with it.
  mutating func settle(_ events: inout [TerminalEvent]) {
    if table.continues(pending) {
      state = .described
    } else {
      finish(&events)
    }
  }

  /// Emits what the pending bytes mean and begins anew.
  mutating func finish(_ events: inout [TerminalEvent]) {
    let meaning: KeySequence.Meaning =
      table.key(for: pending).map { .key($0) } ?? KeySequence.meaning(of: pending)
    switch meaning {
    case .key(var key):
      if hasMeta { key.modifiers.insert(.alt) }
      reset()
      emit(key, &events)
    case .mouse(let mouse):
      reset()
      events.append(.mouse(mouse))
    case .oldMouse:
      state = .oldMouse
    case .paste:
      reset()
      state = .paste
    case .status:
      reset()
      hasStatus = true
    case .nothing:
      reset()
    }
  }
}

// MARK: - Strings

extension KeyParser {
  mutating func stepStringIntroduced(_ byte: UInt8, _ events: inout [TerminalEvent]) {
    let isAnswer =
      switch pending.last {
      case UInt8(ascii: "]"): (0x30...0x39).contains(byte)
      case UInt8(ascii: "P"): (0x30...0x39).contains(byte) || ">!$+|".utf8.contains(byte)
      default: byte == UInt8(ascii: "G")
      }
    if isAnswer {
      pending.append(byte)
      state = .string
    } else {
      emitIntroducer(&events)
      restart(byte, &events)
    }
  }

  mutating func stepString(_ byte: UInt8, _ events: inout [TerminalEvent]) {
    switch byte {
    case 0x07:
      finishString(&events)
    case 0x1b:
      state = .stringEscape
    case 0x20..., 0x09:
      if pending.count < Self.longestString { pending.append(byte) }
    default:
      // No answer has other control characters in it: it was cut off, and this is a key.
      restart(byte, &events)
    }
  }

  mutating func stepStringEscape(_ byte: UInt8, _ events: inout [TerminalEvent]) {
    if byte == UInt8(ascii: "\\") {
      finishString(&events)
    } else {
      reset()
      feed([0x1b, byte], into: &events)
    }
  }

  /// What was taken for the beginning of an answer was alt and a character.
  func emitIntroducer(_ events: inout [TerminalEvent]) {
    guard let byte = pending.last else { return }
    if hasMeta { emit(Key(.escape), &events) }
    emit(Key(.character(Unicode.Scalar(byte)), .alt), &events)
  }

  private mutating func finishString(_ events: inout [TerminalEvent]) {
    if let color = BackgroundColorAnswer.color(in: pending) {
      events.append(.backgroundColor(color))
    }
    reset()
  }
}
