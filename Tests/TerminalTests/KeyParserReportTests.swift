import Testing

@testable import Terminal

@Suite struct MouseReportTests {
  struct Report: CustomTestStringConvertible {
    var text: String
    var event: MouseEvent
    var testDescription: String { String(text.dropFirst()) }
  }

  static let reports: [Report] = [
    // Column and row are told from 1.
    Report(text: "\u{1b}[<0;5;3M", event: MouseEvent(.press(.left), row: 2, column: 4)),
    Report(text: "\u{1b}[<0;5;3m", event: MouseEvent(.release(.left), row: 2, column: 4)),
    Report(text: "\u{1b}[<1;1;1M", event: MouseEvent(.press(.middle), row: 0, column: 0)),
    Report(text: "\u{1b}[<2;1;1m", event: MouseEvent(.release(.right), row: 0, column: 0)),
    Report(text: "\u{1b}[<32;300;200M", event: MouseEvent(.drag(.left), row: 199, column: 299)),
    Report(text: "\u{1b}[<64;1;2M", event: MouseEvent(.wheelUp, row: 1, column: 0)),
    Report(text: "\u{1b}[<65;1;2M", event: MouseEvent(.wheelDown, row: 1, column: 0)),
    Report(text: "\u{1b}[<66;1;2M", event: MouseEvent(.wheelLeft, row: 1, column: 0)),
    Report(text: "\u{1b}[<67;1;2M", event: MouseEvent(.wheelRight, row: 1, column: 0)),
    // Shift 4, alt 8, control 16.
    Report(
      text: "\u{1b}[<20;1;1M",
      event: MouseEvent(.press(.left), row: 0, column: 0, modifiers: [.shift, .control])
    ),
    Report(
      text: "\u{1b}[<8;1;1M",
      event: MouseEvent(.press(.left), row: 0, column: 0, modifiers: .alt)
    ),
    // The first protocol: 32 is added to each number, and a release does not tell the button.
    Report(text: "\u{1b}[M %#", event: MouseEvent(.press(.left), row: 2, column: 4)),
    Report(text: "\u{1b}[M#!!", event: MouseEvent(.release(.left), row: 0, column: 0)),
  ]

  @Test(arguments: reports)
  func `a report becomes its event, wherever it is split`(_ report: Report) {
    let bytes = Array(report.text.utf8)

    #expect(events(parsing: [bytes]) == [.mouse(report.event)])
    #expect(events(parsing: bytes.map { [$0] }) == [.mouse(report.event)])
  }

  @Test(arguments: [
    "\u{1b}[<35;5;3M", "\u{1b}[<0;0;1M", "\u{1b}[<0;1;0M", "\u{1b}[<0;99999;1M", "\u{1b}[<128;1;1M",
    "\u{1b}[<0;1M", "\u{1b}[<0;1;1;1M", "\u{1b}[<64;1;1m", "\u{1b}[<M", "\u{1b}[M\u{1}!!",
  ])
  func `motion alone, unknown buttons and impossible cells are swallowed`(_ text: String) {
    #expect(keys(parsing: Array((text + "j").utf8)) == ["j"])
  }
}

@Suite struct PasteTests {
  private static let begin = "\u{1b}[200~"
  private static let end = "\u{1b}[201~"

  @Test(arguments: ["Dwx", "", "two\nlines", "日本 é", "\t[201~ no end", "q:!\u{7e}"])
  func `pasted text is one event, wherever it is split`(_ text: String) {
    let bytes = Array((Self.begin + text + Self.end).utf8)

    #expect(events(parsing: [bytes]) == [.paste(text)])
    for place in bytes.indices {
      #expect(events(parsing: [Array(bytes[..<place]), Array(bytes[place...])]) == [.paste(text)])
    }
  }

  @Test func `keys around pasted text stay keys`() {
    let bytes = Array(("a" + Self.begin + "D" + Self.end + "b").utf8)

    #expect(
      events(parsing: [bytes]) == [
        .key(Key(.character("a"))), .paste("D"), .key(Key(.character("b"))),
      ]
    )
  }

  @Test func `line ends become one kind, and control characters are left out`() {
    let text = "a\r\nb\rc\nd\u{0}\u{7}\u{1b}[31me\u{9b}f\u{7f}"

    #expect(
      events(parsing: [Array((Self.begin + text + Self.end).utf8)]) == [.paste("a\nb\nc\nd[31mef")]
    )
  }

  @Test func `bytes that are no text are replaced`() {
    let bytes = Array(Self.begin.utf8) + [0x61, 0xff, 0x62] + Array(Self.end.utf8)

    #expect(events(parsing: [bytes]) == [.paste("a\u{fffd}b")])
  }

  @Test func `a broken end within pasted text is part of it`() {
    let text = "\u{1b}\u{1b}[201\u{1b}[20D"

    #expect(events(parsing: [Array((Self.begin + text + Self.end).utf8)]) == [.paste("[201[20D")])
  }

  @Test func `what is pasted over a slow line never becomes keys, however long it pauses`() {
    var parser = KeyParser()
    var events: [TerminalEvent] = []

    parser.feed(Array((Self.begin + "Dear team").utf8), into: &events)
    #expect(events.isEmpty)
    #expect(parser.patienceInMilliseconds == 1000)
    parser.inputPaused(into: &events)
    #expect(events == [.paste("Dear team")])
    #expect(parser.patienceInMilliseconds == nil)

    let rest = Array(("LLkw" + Self.end).utf8)
    parser.feed(rest.dropLast(3), into: &events)
    parser.inputPaused(into: &events)
    parser.feed(rest.suffix(3), into: &events)
    parser.feed(Array("j".utf8), into: &events)
    #expect(
      events == [
        .paste("Dear team"), .paste("LLkw"), .paste(""), .key(Key(.character("j"))),
      ]
    )
  }

  @Test func `escape ends pasted text whose end never comes`() {
    var parser = KeyParser()
    var events: [TerminalEvent] = []

    parser.feed(Array((Self.begin + "D").utf8), into: &events)
    parser.inputPaused(into: &events)
    parser.feed([0x1b], into: &events)
    parser.inputPaused(into: &events)
    parser.feed(Array("j".utf8), into: &events)

    #expect(events == [.paste("D"), .key(Key(.character("j")))])
  }

  @Test func `what is pasted beyond the limit is dropped and never becomes keys`() {
    let text = String(repeating: "D", count: PasteCollector.limit + 10_000)

    let events = events(parsing: [Array((Self.begin + text + Self.end + "j").utf8)])

    #expect(events.count == 2)
    #expect(events.first == .paste(String(repeating: "D", count: PasteCollector.limit)))
    #expect(events.last == .key(Key(.character("j"))))
  }
}

@Suite struct BackgroundColorAnswerTests {
  @Test(arguments: [
    ("\u{1b}]11;rgb:1e1e/1e1e/2e2e\u{1b}\\", RGBColor(hex: 0x1e1e2e)),
    ("\u{1b}]11;rgb:ffff/ffff/ffff\u{7}", RGBColor(hex: 0xffffff)),
    ("\u{1b}]11;rgb:ff/80/00\u{7}", RGBColor(hex: 0xff8000)),
    ("\u{1b}]11;rgba:0000/0000/0000/ffff\u{7}", RGBColor(hex: 0x000000)),
    // One digit of f is all of it; three of 800 are 2048 / 4095 of 255.
    ("\u{1b}]11;rgb:f/0/0\u{7}", RGBColor(hex: 0xff0000)),
    ("\u{1b}]11;rgb:800/000/fff\u{7}", RGBColor(hex: 0x8000ff)),
  ])
  func `the answer becomes the colour, wherever it is split`(_ text: String, _ color: RGBColor) {
    let bytes = Array(text.utf8)

    #expect(events(parsing: [bytes]) == [.backgroundColor(color)])
    #expect(events(parsing: bytes.map { [$0] }) == [.backgroundColor(color)])
  }

  @Test(arguments: [
    "\u{1b}]10;rgb:ffff/ffff/ffff\u{7}", "\u{1b}]11;rgb:fffff/0/0\u{7}", "\u{1b}]11;rgb:ff/ff\u{7}",
    "\u{1b}]11;rgb:-1/ff/ff\u{7}", "\u{1b}]11;white\u{7}", "\u{1b}]11;\u{1b}\\",
  ])
  func `another answer is swallowed`(_ text: String) {
    #expect(keys(parsing: Array((text + "j").utf8)) == ["j"])
  }
}
