import Testing

@testable import Terminal

@Suite struct KeyParserTests {
  struct Typed: CustomTestStringConvertible {
    var bytes: [UInt8]
    var keys: [String]
    var testDescription: String { "\(keys)" }

    init(_ text: String, _ keys: String...) {
      bytes = Array(text.utf8)
      self.keys = keys
    }
  }

  static let typed: [Typed] = [
    // Characters and control characters.
    Typed("a", "a"), Typed("A", "A"), Typed(" ", "space"), Typed("$", "$"),
    Typed("\r", "enter"), Typed("\n", "enter"), Typed("\t", "tab"),
    Typed("\u{7f}", "backspace"), Typed("\u{8}", "backspace"),
    Typed("\u{1}", "ctrl-a"), Typed("\u{12}", "ctrl-r"), Typed("\u{1a}", "ctrl-z"),
    Typed("\u{0}", "ctrl-space"), Typed("\u{1c}", "ctrl-\\"), Typed("\u{1f}", "ctrl-_"),
    // Characters of two, three and four bytes; a mark comes as a character of its own.
    Typed("é", "é"), Typed("日本", "日", "本"), Typed("😀", "😀"),
    Typed("e\u{301}", "e", "\u{301}"),
    // Alt.
    Typed("\u{1b}x", "alt-x"), Typed("\u{1b}X", "alt-X"), Typed("\u{1b}é", "alt-é"),
    Typed("\u{1b}\r", "alt-enter"), Typed("\u{1b}\u{7f}", "alt-backspace"),
    Typed("\u{1b}\u{1}", "ctrl-alt-a"),
    // Both forms of the arrows.
    Typed("\u{1b}[A\u{1b}[B\u{1b}[C\u{1b}[D", "up", "down", "right", "left"),
    Typed("\u{1b}OA\u{1b}OB\u{1b}OC\u{1b}OD", "up", "down", "right", "left"),
    Typed("\u{1b}[H", "home"), Typed("\u{1b}OH", "home"), Typed("\u{1b}[1~", "home"),
    Typed("\u{1b}[7~", "home"), Typed("\u{1b}[F", "end"), Typed("\u{1b}[4~", "end"),
    Typed("\u{1b}[2~", "insert"), Typed("\u{1b}[3~", "delete"),
    Typed("\u{1b}[5~", "page-up"), Typed("\u{1b}[6~", "page-down"),
    Typed("\u{1b}[Z", "back-tab"),
    // Function keys of xterm, of the VT220, of the Linux console.
    Typed("\u{1b}OP\u{1b}OS", "f1", "f4"), Typed("\u{1b}[15~", "f5"), Typed("\u{1b}[17~", "f6"),
    Typed("\u{1b}[21~", "f10"), Typed("\u{1b}[23~\u{1b}[24~", "f11", "f12"),
    Typed("\u{1b}[11~", "f1"), Typed("\u{1b}[[A\u{1b}[[E", "f1", "f5"),
    // Modifiers: one more than shift 1, alt 2, control 4.
    Typed("\u{1b}[1;2C", "shift-right"), Typed("\u{1b}[1;2D", "shift-left"),
    Typed("\u{1b}[1;3A", "alt-up"), Typed("\u{1b}[1;5D", "ctrl-left"),
    Typed("\u{1b}[1;8H", "ctrl-alt-shift-home"), Typed("\u{1b}[3;5~", "ctrl-delete"),
    Typed("\u{1b}[1;2P", "shift-f1"), Typed("\u{1b}[15;2~", "shift-f5"),
    Typed("\u{1b}O5C", "ctrl-right"), Typed("\u{1b}O1;2Q", "shift-f2"),
    // Num lock (128) does not count.
    Typed("\u{1b}[1;130C", "shift-right"),
    // rxvt.
    Typed("\u{1b}[d\u{1b}[c", "shift-left", "shift-right"), Typed("\u{1b}Oa", "ctrl-up"),
    Typed("\u{1b}[5^", "ctrl-page-up"), Typed("\u{1b}[8@", "ctrl-shift-end"),
    Typed("\u{1b}\u{1b}[A", "alt-up"), Typed("\u{1b}\u{1b}OB", "alt-down"),
    // The numeric keypad.
    Typed("\u{1b}OM", "enter"), Typed("\u{1b}Op\u{1b}Oy\u{1b}Ok", "0", "9", "+"),
    // Characters told by number.
    Typed("\u{1b}[105;5u", "ctrl-i"), Typed("\u{1b}[97;2u", "A"),
    Typed("\u{1b}[13;2u", "shift-enter"),
    Typed("\u{1b}[27;5;105~", "ctrl-i"), Typed("\u{1b}[9;2u", "back-tab"),
    Typed("\u{1b}[127;5u", "ctrl-backspace"),
    // A whole sentence.
    Typed("jjL\u{1b}[A:q\r", "j", "j", "L", "up", ":", "q", "enter"),
  ]

  @Test(arguments: typed)
  func `bytes become the keys that send them`(_ typed: Typed) {
    #expect(keys(parsing: typed.bytes) == typed.keys)
  }

  @Test(arguments: typed)
  func `input that is split at any byte gives the same keys`(_ typed: Typed) {
    for place in typed.bytes.indices {
      let pieces = [typed.bytes[..<place], typed.bytes[place...]]

      #expect(keys(parsing: pieces.map(Array.init)) == typed.keys, "split at \(place)")
    }
    #expect(keys(parsing: typed.bytes.map { [$0] }) == typed.keys)
  }

  @Test func `escape alone is the key once nothing follows`() {
    var parser = KeyParser()
    var events: [TerminalEvent] = []

    parser.feed([0x1b], into: &events)

    #expect(events.isEmpty)
    #expect(parser.patienceInMilliseconds == 25)
    parser.inputPaused(into: &events)
    #expect(events == [.key(Key(.escape))])
    #expect(parser.patienceInMilliseconds == nil)
  }

  @Test func `escape twice is the key twice`() {
    #expect(keys(parsing: Array("\u{1b}\u{1b}".utf8)) == ["escape", "escape"])
  }

  @Test func `escape twice and a letter are escape and alt`() {
    #expect(keys(parsing: Array("\u{1b}\u{1b}j".utf8)) == ["escape", "alt-j"])
  }

  @Test(arguments: ["O", "P", "]", "_"])
  func `a letter that could begin an answer is alt once nothing follows`(_ letter: String) {
    #expect(keys(parsing: Array("\u{1b}\(letter)".utf8)) == ["alt-\(letter)"])
  }

  @Test func `nothing is unfinished between keys`() {
    var parser = KeyParser()
    var events: [TerminalEvent] = []

    for typed in Self.typed where typed.bytes != [0x1b] {
      parser.feed(typed.bytes, into: &events)
      #expect(parser.patienceInMilliseconds == nil, "after \(typed.keys)")
    }
  }
}
