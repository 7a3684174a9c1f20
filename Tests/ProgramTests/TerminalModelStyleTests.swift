import TerminalModel
import Testing

@Suite struct `A terminal, styles and modes` {
  private func style(_ parameters: String) -> TerminalStyle {
    let model = terminal("\u{1B}[\(parameters)mx")
    #expect(model.unknownSequences == [])
    return model.cell(row: 0, column: 0).style
  }

  @Test(arguments: [
    ("31", TerminalColor.palette(1)), ("37", .palette(7)), ("90", .palette(8)),
    ("97", .palette(15)), ("38;5;243", .palette(243)), ("38:5:243", .palette(243)),
    ("38;2;249;226;175", .rgb(249, 226, 175)), ("38:2:249:226:175", .rgb(249, 226, 175)),
    ("38:2::249:226:175", .rgb(249, 226, 175)), ("31;39", .standard), ("31;0", .standard),
    ("31;", .standard), ("38;5;1;1", .palette(1)),
  ])
  func `the foreground is the one that was set`(parameters: String, color: TerminalColor) {
    #expect(style(parameters).foreground == color)
  }

  @Test(arguments: [
    ("44", TerminalColor.palette(4)), ("107", .palette(15)), ("48;5;237", .palette(237)),
    ("48;2;1;2;3", .rgb(1, 2, 3)), ("44;49", .standard),
  ])
  func `the background is the one that was set`(parameters: String, color: TerminalColor) {
    #expect(style(parameters).background == color)
  }

  @Test func `attributes go on and off one by one`() {
    let all = style("1;2;3;4;5;7;8;9")
    #expect(
      all.isBold && all.isDim && all.isItalic && all.isUnderlined && all.isBlinking
        && all.isReverse && all.isInvisible && all.isStruckThrough
    )

    #expect(style("1;2;3;4;5;7;8;9;22;23;24;25;27;28;29") == TerminalStyle())
    #expect(style("4:3").isUnderlined)
    #expect(!style("4;4:0").isUnderlined)
  }

  @Test func `a text's style is that of its first character`() {
    let model = terminal("a \u{1B}[1mAcme")

    #expect(model.style(of: "Acme")?.isBold == true)
    #expect(model.style(of: "Bolt") == nil)
  }

  @Test(arguments: [
    ("\u{1B}[?2004h", "\u{1B}[?2004l", "bracketed paste is on"),
    ("\u{1B}[?1002h", "\u{1B}[?1002l", "the mouse is on: drags"),
    ("\u{1B}[?1006;1000h", "\u{1B}[?1000;1006l", "the mouse's SGR form is on"),
    ("\u{1B}[?1h", "\u{1B}[?1l", "cursor keys are in application mode"),
    ("\u{1B}=", "\u{1B}>", "the keypad is in application mode"),
    ("\u{1B}[?7l", "\u{1B}[?7h", "lines do not wrap"),
    ("\u{1B}[4h", "\u{1B}[4l", "insert mode is on"),
    ("\u{1B}[?1004h", "\u{1B}[?1004l", "focus events are on"),
    ("\u{1B}[?2026h", "\u{1B}[?2026l", "a synchronized frame is open"),
    ("\u{1B}[?25l", "\u{1B}[34h\u{1B}[?25h", "the cursor is hidden"),
    ("\u{1B}[?1049h", "\u{1B}[?1049l", "the alternate screen is still on"),
    ("\u{1B}[22;0;0t", "\u{1B}[23;0;0t", "a saved title was not restored"),
    ("\u{1B}]4;1;rgb:00/00/00\u{7}", "\u{1B}]104\u{7}", "the palette is changed"),
    ("\u{1B}]P1ff0000", "\u{1B}]R", "the palette is changed"),
    ("\u{1B}[5 q", "\u{1B}[2 q", "the cursor has shape 5"),
    ("\u{1B}(0", "\u{1B}(B", "text comes out as line drawing"),
    ("\u{1B}[2;3r", "\u{1B}[r", "only rows 1..<3 scroll"),
    ("\u{1B}[7l\u{1B}[4h\u{1B}[?25l", "\u{1B}[!p", "the cursor is hidden"),
  ])
  func `what is left on is named until it is off`(on: String, off: String, name: String) {
    var model = terminal(on)
    #expect(model.leftovers.contains(name))

    model.feed(off)

    #expect(model.leftovers == [])
  }

  @Test func `a title is read, saved and restored`() {
    var model = terminal("\u{1B}]0;shell\u{7}\u{1B}[22;0;0t\u{1B}]2;board\u{1B}\\")
    #expect(model.title == "board")

    model.feed("\u{1B}[23;0;0t")

    #expect(model.title == "shell")
  }

  @Test func `the clipboard holds what was copied`() {
    // "Acme" in Base64.
    #expect(terminal("\u{1B}]52;c;QWNtZQ==\u{7}").clipboard == "QWNtZQ==")
  }

  @Test(arguments: [
    ("\u{1B}[6n", "\u{1B}[1;3R"), ("\u{1B}[5n", "\u{1B}[0n"), ("\u{1B}[c", "\u{1B}[?62;22c"),
    ("\u{1B}[?2004$p", "\u{1B}[?2004;2$y"), ("\u{1B}[18t", "\u{1B}[8;4;10t"),
    ("\u{1B}]11;?\u{7}", "\u{1B}]11;rgb:1e1e/0000/ffff\u{1B}\\"), ("\u{1B}[>q", ""),
  ])
  func `a query is answered`(query: String, answer: String) {
    var model = TerminalModel(rows: 4, columns: 10)
    model.backgroundAnswer = (red: 0x1E, green: 0, blue: 0xFF)

    model.feed("ab" + query)

    #expect(String(decoding: model.takeReplies(), as: UTF8.self) == answer)
    #expect(model.takeReplies() == [])
  }

  @Test func `a terminal without an answer is silent about its background`() {
    var model = terminal("\u{1B}]11;?\u{7}")

    #expect(model.takeReplies() == [])
    #expect(model.unknownSequences == [])
  }

  @Test(arguments: [
    ("\u{1B}[5z", "\\e[5z"), ("\u{1B}[?9999h", "\\e[?9999h"), ("\u{1B}[38;5;999m", "\\e[38;5;999m"),
    ("\u{1B}[38;5m", "\\e[38;5m"), ("\u{1B}]8;;x\u{7}", "\\e]8;;x\\x07"),
    ("\u{1B}Pq\u{1B}\\", "\\ePq\\e\\"), ("\u{1}", "\\x01"), ("\u{85}", "\\x85"),
    ("\u{301}", "\u{301}"), ("\u{1B}[1\u{1B}", "\\e[1\\e"), ("\u{1B}[b", "\\e[b"),
  ])
  func `what no terminal of the set knows is kept`(sequence: String, name: String) {
    #expect(terminal(sequence).unknownSequences == [name])
  }

  @Test func `bytes that are not UTF-8 are kept`() {
    var model = TerminalModel()

    model.feed([0xFF, 0x41, 0xC3, 0x41])

    #expect(model.unknownSequences.count == 2)
    #expect(model.row(0) == "A")
  }
}
