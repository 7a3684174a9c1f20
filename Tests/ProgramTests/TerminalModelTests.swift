import TerminalModel
import Testing

/// A terminal that has been fed; `\e` in comments stands for escape.
func terminal(rows: Int = 4, columns: Int = 10, _ text: String) -> TerminalModel {
  var model = TerminalModel(rows: rows, columns: columns)
  model.feed(text)
  return model
}

@Suite struct `A terminal, text and cursor` {
  @Test func `text starts at the top left and the cursor follows it`() {
    let model = terminal("Acme")

    #expect(model.row(0) == "Acme")
    #expect(model.cursor == TerminalPosition(row: 0, column: 4))
  }

  @Test func `after the last column the cursor stays until the next character wraps`() {
    var model = terminal("0123456789")
    #expect(model.cursor == TerminalPosition(row: 0, column: 9))

    model.feed("x")

    #expect(model.text == "0123456789\nx")
    #expect(model.cursor == TerminalPosition(row: 1, column: 1))
  }

  @Test func `a carriage return after the last column does not wrap`() {
    #expect(terminal("0123456789\rx").text == "x123456789")
  }

  @Test func `with wrapping off the last column is written over`() {
    #expect(terminal("\u{1B}[?7l0123456789xyz").text == "012345678z")
  }

  @Test func `a wide character takes two cells`() {
    let model = terminal("商x")

    #expect(model.cell(row: 0, column: 0).text == "商")
    #expect(model.cell(row: 0, column: 0).widthInCells == 2)
    #expect(model.cell(row: 0, column: 1).widthInCells == 0)
    #expect(model.cell(row: 0, column: 2).text == "x")
  }

  @Test func `a wide character that does not fit goes to the next row`() {
    #expect(terminal("012345678商").text == "012345678\n商")
  }

  @Test(arguments: [
    // The cursor goes to column 1 (from 1) and writes over the first half; to 2, over the second.
    ("商x\u{1B}[1Gy", "y x"),
    ("商x\u{1B}[2Gy", " yx"),
    ("a商\u{1B}[1G品", "品 "),
    ("商x\u{1B}[2G\u{1B}[K", ""),
    ("商x\u{1B}[2G\u{1B}[P", " x"),
  ])
  func `half a wide character becomes a blank`(written: String, row: String) {
    #expect(terminal(written).row(0) == row.trimmingTrailingBlanks)
  }

  @Test func `a combining mark joins the character before it`() {
    let model = terminal("e\u{301}商\u{308}x")

    #expect(model.cell(row: 0, column: 0).text == "e\u{301}")
    #expect(model.cell(row: 0, column: 1).text == "商\u{308}")
    #expect(model.cell(row: 0, column: 3).text == "x")
  }

  @Test func `a combining mark joins the character in the last column`() {
    #expect(terminal("012345678e\u{301}").cell(row: 0, column: 9).text == "e\u{301}")
  }

  @Test func `a character cut into chunks is one character`() {
    var model = TerminalModel()

    for byte in "→".utf8 { model.feed([byte]) }

    #expect(model.row(0) == "→")
  }

  @Test(arguments: [
    ("\u{1B}[3;5H", 2, 4), ("\u{1B}[H", 0, 0), ("\u{1B}[99;99H", 3, 9), ("\u{1B}[3d", 2, 1),
    ("\u{1B}[5G", 1, 4), ("\u{1B}[5`", 1, 4), ("\u{1B}[A", 0, 1), ("\u{1B}[2B", 3, 1),
    ("\u{1B}[3C", 1, 4), ("\u{1B}[D", 1, 0), ("\u{8}", 1, 0), ("\r", 1, 0), ("\n", 2, 1),
    ("\t", 1, 8), ("\t\t", 1, 9), ("\t\u{1B}[Z", 1, 0), ("\u{1B}E", 2, 0), ("\u{1B}M", 0, 1),
    ("\u{1B}7\u{1B}[H\u{1B}8", 1, 1),
  ])
  func `the cursor moves`(sequence: String, row: Int, column: Int) {
    // From the second row, second column.
    let model = terminal("\u{1B}[2;2H" + sequence)

    #expect(model.cursor == TerminalPosition(row: row, column: column))
    #expect(model.unknownSequences == [])
  }

  @Test func `DECSC keeps the style and the character set too`() {
    let model = terminal("\u{1B}7\u{1B}[1m\u{1B}(0\u{1B}8q")

    #expect(model.row(0) == "q")
    #expect(!model.cell(row: 0, column: 0).style.isBold)
  }

  @Test func `a smaller screen loses its rows at the top when the cursor is at the bottom`() {
    var model = terminal("one\r\ntwo\r\nthree\r\nfour")

    model.resize(rows: 2, columns: 4)

    #expect(model.text == "thre\nfour")
    #expect(model.cursor == TerminalPosition(row: 1, column: 3))
  }

  @Test func `a larger screen is blank where it is new`() {
    var model = terminal(rows: 1, columns: 2, "ab")

    model.resize(rows: 2, columns: 4)
    model.feed("\u{1B}[2;4Hx")

    #expect(model.text == "ab\n   x")
  }

  @Test func `text is found by its place in cells`() {
    let model = terminal("\r\n商e\u{301} Acme")

    #expect(model.position(of: "Acme") == TerminalPosition(row: 1, column: 4))
    #expect(model.position(of: "Bolt") == nil)
  }
}

extension String {
  /// Rows are read without the blanks at their end.
  var trimmingTrailingBlanks: String {
    String(prefix((lastIndex { $0 != " " }).map { distance(from: startIndex, to: $0) + 1 } ?? 0))
  }
}
