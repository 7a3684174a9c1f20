/// Turns the bytes that a terminal sends into events.
///
/// It is a pure state machine, so that input can be split at any byte, come late, or be broken. What is
/// broken is swallowed whole: half of a sequence must never act as the keys it is spelled with.
///
/// Sources: ECMA-48, 5.4 (the grammar); XTerm Control Sequences (what they mean); terminfo (the rest).
struct KeyParser {
  enum State: Equatable {
    case ground
    /// After escape, which is the key or the beginning of something.
    case escape
    /// `ESC [`, parameters, a final byte.
    case controlSequence
    /// `ESC O`, a final byte.
    case singleShift
    /// `ESC [ [`, a letter: function keys of the Linux console.
    case consoleFunction
    /// Three bytes of a mouse report in the first protocol.
    case oldMouse
    /// Only the terminal's description knows how it goes on.
    case described
    /// `ESC ]`, `ESC P`, `ESC _`: an answer, if what follows looks like one.
    case stringIntroduced
    case string
    /// Escape within a string, which ends it if a backslash follows.
    case stringEscape
    case paste
  }

  let table: KeyTable
  var state = State.ground
  /// The bytes of an unfinished sequence, from escape on.
  var pending: [UInt8] = []
  /// A second escape stood before the sequence, as some terminals tell alt.
  var hasMeta = false
  var decoder = UTF8Decoder()
  var paste = PasteCollector()
  /// Whether the terminal has told its status since this was last set to false.
  var hasStatus = false

  /// A sequence longer than this is none; an answer this long is not looked at.
  static let longestSequence = 64
  static let longestString = 1024

  init(table: KeyTable = KeyTable()) {
    self.table = table
  }

  /// How long input may pause before `inputPaused` has to be called; nil where nothing is unfinished.
  ///
  /// Escape alone is short, since it is pressed often; `ESC [` is long, since late rests of it would act as keys.
  var patienceInMilliseconds: Int? {
    switch state {
    case .ground: decoder.isInside ? 1000 : nil
    case .paste: paste.isEmpty ? nil : 1000
    case .escape: 25
    case .singleShift, .described, .stringIntroduced: 250
    case .controlSequence, .consoleFunction, .oldMouse, .string, .stringEscape: 1000
    }
  }

  mutating func feed(_ bytes: some Sequence<UInt8>, into events: inout [TerminalEvent]) {
    for byte in bytes { step(byte, &events) }
  }

  /// Gives up on what is unfinished, because nothing followed it for a while.
  mutating func inputPaused(into events: inout [TerminalEvent]) {
    switch state {
    case .ground:
      break
    case .escape:
      if hasMeta { emit(Key(.escape), &events) }
      emit(Key(.escape), &events)
    case .singleShift:
      if pending.count == 2 { emit(Key(.character("O"), .alt), &events) }
    case .stringIntroduced:
      emitIntroducer(&events)
    case .described:
      finish(&events)
    case .paste:
      // A slow line: what comes up to the end of what was pasted is pasted, however late, and no keys.
      // Where no end comes, escape is one.
      guard paste.isEscapeAlone else {
        events.append(.paste(paste.take()))
        return
      }
    case .controlSequence, .consoleFunction, .oldMouse, .string, .stringEscape:
      break
    }
    reset()
  }

  mutating func step(_ byte: UInt8, _ events: inout [TerminalEvent]) {
    switch state {
    case .ground: stepGround(byte, &events)
    case .escape: stepEscape(byte, &events)
    case .controlSequence: stepControlSequence(byte, &events)
    case .singleShift: stepSingleShift(byte, &events)
    case .consoleFunction: stepConsoleFunction(byte, &events)
    case .oldMouse: stepOldMouse(byte, &events)
    case .described: stepDescribed(byte, &events)
    case .stringIntroduced: stepStringIntroduced(byte, &events)
    case .string: stepString(byte, &events)
    case .stringEscape: stepStringEscape(byte, &events)
    case .paste:
      guard let text = paste.push(byte) else { return }
      events.append(.paste(text))
      reset()
    }
  }

  /// Drops the unfinished sequence and looks at the byte as if it stood alone.
  mutating func restart(_ byte: UInt8, _ events: inout [TerminalEvent]) {
    reset()
    stepGround(byte, &events)
  }

  mutating func reset() {
    state = .ground
    pending.removeAll(keepingCapacity: true)
    hasMeta = false
    decoder.reset()
    paste = PasteCollector()
  }

  func emit(_ key: Key, _ events: inout [TerminalEvent]) {
    events.append(.key(key))
  }
}

// MARK: - Characters

extension KeyParser {
  private mutating func stepGround(_ byte: UInt8, _ events: inout [TerminalEvent]) {
    if decoder.isInside || byte >= 0x80 {
      return stepCharacter(byte, &events)
    }
    if byte == 0x1b {
      state = .escape
      pending = [byte]
    } else {
      emit(Self.plainKey(byte), &events)
    }
  }

  private mutating func stepCharacter(_ byte: UInt8, _ events: inout [TerminalEvent]) {
    switch decoder.push(byte) {
    case .scalar(let scalar):
      // 0x80 to 0x9f are control characters that no key types.
      if scalar.value >= 0xa0 { emit(Key(.character(scalar), hasMeta ? .alt : []), &events) }
      hasMeta = false
    case .incomplete:
      break
    case .dropped:
      hasMeta = false
    case .broken:
      restart(byte, &events)
    }
  }

  private mutating func stepEscape(_ byte: UInt8, _ events: inout [TerminalEvent]) {
    switch byte {
    case 0x1b:
      if hasMeta { emit(Key(.escape), &events) }
      hasMeta = true
      return
    case UInt8(ascii: "["): state = .controlSequence
    case UInt8(ascii: "O"): state = .singleShift
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"): state = .stringIntroduced
    case 0x80...:
      if hasMeta { emit(Key(.escape), &events) }
      reset()
      hasMeta = true
      return stepCharacter(byte, &events)
    default:
      // Two escapes and a letter are the key twice, the second time as alt.
      if hasMeta { emit(Key(.escape), &events) }
      hasMeta = false
      pending.append(byte)
      return settle(&events)
    }
    pending.append(byte)
  }

  /// The key of a single byte below 0x80, other than escape.
  static func plainKey(_ byte: UInt8) -> Key {
    switch byte {
    case 0x00: Key(.character(" "), .control)
    case 0x08, 0x7f: Key(.backspace)
    case 0x09: Key(.tab)
    case 0x0a, 0x0d: Key(.enter)
    case 0x1b: Key(.escape)
    case 0x01...0x1a: Key(.character(Unicode.Scalar(byte + 0x60)), .control)
    case 0x1c...0x1f: Key(.character(Unicode.Scalar(byte + 0x40)), .control)
    default: Key(.character(Unicode.Scalar(byte)))
    }
  }
}
