import Testing

@testable import Terminal

@Suite struct KeyParserBrokenInputTests {
  @Test(arguments: [
    "\u{1b}[99;99X", "\u{1b}[1;99C", "\u{1b}[12;34R", "\u{1b}[?62;22c", "\u{1b}[>1;10;0c",
    "\u{1b}[?2026;2$y", "\u{1b}[I", "\u{1b}[O", "\u{1b}[201~", "\u{1b}[999~", "\u{1b}[~",
    "\u{1b}[[x", "\u{1b}[99999999999999999999C", "\u{1b}Oz", "\u{1b}[ q",
    "\u{1b}]4;1;rgb:00/00/00\u{7}", "\u{1b}P>|term 1.0\u{1b}\\", "\u{1b}_Gi=1;OK\u{1b}\\",
  ])
  func `a sequence that means nothing is swallowed whole`(_ text: String) {
    #expect(keys(parsing: Array(text.utf8)) == [])
    #expect(keys(parsing: Array((text + "j").utf8)) == ["j"])
  }

  @Test(arguments: [
    "\u{1b}[", "\u{1b}[1", "\u{1b}[1;", "\u{1b}[1;2", "\u{1b}[<0;1", "\u{1b}[M!", "\u{1b}]11;rgb:1",
  ])
  func `what is cut off gives nothing once input pauses`(_ text: String) {
    #expect(keys(parsing: Array(text.utf8)) == [])
  }

  @Test(arguments: ["\u{1b}[1;", "\u{1b}]11;rgb:1", "\u{1b}O5"])
  func `escape begins anew within what is broken`(_ text: String) {
    #expect(keys(parsing: Array((text + "\u{1b}[B").utf8)) == ["down"])
  }

  @Test func `a key ends an answer that was cut off`() {
    #expect(keys(parsing: Array("\u{1b}]11;rgb:1\rj".utf8)) == ["enter", "j"])
  }

  @Test func `a sequence of any length is swallowed`() {
    let parameters = String(repeating: "1;", count: 5000)

    #expect(keys(parsing: Array("\u{1b}[\(parameters)1Aj".utf8)) == ["j"])
  }

  @Test func `an answer of any length is swallowed`() {
    let rest = String(repeating: "q", count: 50_000)

    #expect(keys(parsing: Array("\u{1b}]52;c;\(rest)\u{7}j".utf8)) == ["j"])
  }

  @Test(
    arguments: [
      // A continuation without its beginning, overlong, a surrogate, beyond Unicode, no UTF-8 at all.
      [0x80], [0xc0, 0xaf], [0xe0, 0x80, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80],
      [0xff],
      // C1 control characters.
      [0xc2, 0x9b], [0xc2, 0x80],
    ] as [[UInt8]]
  )
  func `bytes that are no character are dropped`(_ bytes: [UInt8]) {
    #expect(keys(parsing: bytes + Array("j".utf8)) == ["j"])
  }

  @Test func `half a character gives way to the key after it`() {
    #expect(keys(parsing: [0xe6, 0x97] + Array("j".utf8)) == ["j"])
    #expect(keys(parsing: [0xe6] + Array("\u{1b}[A".utf8)) == ["up"])
    #expect(keys(parsing: [0xe6] + Array("日".utf8)) == ["日"])
  }

  @Test func `half a character is dropped once input pauses`() {
    var parser = KeyParser()
    var events: [TerminalEvent] = []

    parser.feed([0xe6, 0x97], into: &events)
    parser.inputPaused(into: &events)
    parser.feed([0xa5] + Array("j".utf8), into: &events)

    #expect(events == [.key(Key(.character("j")))])
  }

  @Test(arguments: 0..<40)
  func `noise never traps, and is the same in pieces as whole`(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    // Rich in what sequences are made of.
    let alphabet: [UInt8] =
      Array("\u{1b}\u{1b}[]OPM<;0123456789~A$u\u{7}\\\r".utf8) + [0xe6, 0x97, 0xa5, 0xff]
    let noise = (0..<5000).map { _ in
      random.next() % 8 == 0
        ? UInt8(truncatingIfNeeded: random.next())
        : alphabet[Int(random.next() % UInt64(alphabet.count))]
    }
    var pieces: [[UInt8]] = []
    var rest = noise[...]
    while !rest.isEmpty {
      let length = min(rest.count, Int(random.next() % 9) + 1)
      pieces.append(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }

    #expect(events(parsing: pieces) == events(parsing: [noise]))
  }

  @Test func `after noise and a pause keys are keys again`() {
    var random = SplitMix(state: 7)
    for _ in 0..<200 {
      var parser = KeyParser()
      var events: [TerminalEvent] = []
      parser.feed((0..<50).map { _ in UInt8(truncatingIfNeeded: random.next()) }, into: &events)
      parser.inputPaused(into: &events)
      events = []

      parser.feed(Array("j\u{1b}[A".utf8), into: &events)

      #expect(events == [.key(Key(.character("j"))), .key(Key(.up))])
    }
  }
}
