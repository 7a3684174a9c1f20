import Testing

@testable import Terminal

@Suite struct SequenceMergerTests {
  /// Merges for xterm, whose reset names the plain character set too.
  private func merged(
    _ frame: String,
    resettingBy reset: String = "\u{1b}(B\u{1b}[m"
  ) throws -> String {
    var merger = try #require(SequenceMerger(resettingBy: Array(reset.utf8)))
    merger.merge(Array(frame.utf8)[...])
    return String(decoding: merger.merged, as: UTF8.self)
  }

  @Test func `styles that follow each other become one`() throws {
    let frame = "\u{1b}[1m\u{1b}[38;5;111m\u{1b}[48;5;237mLead"

    #expect(try merged(frame) == "\u{1b}[1;38;5;111;48;5;237mLead")
  }

  @Test func `styles with text or a move between them stay apart`() throws {
    let frame = "\u{1b}[1ma\u{1b}[31mb\u{1b}[32m\u{1b}[4;7H\u{1b}[33mc"

    #expect(try merged(frame) == frame)
  }

  @Test func `a reset is kept, and what it takes back is left out`() throws {
    #expect(try merged("\u{1b}[1mA\u{1b}[mB") == "\u{1b}[1mA\u{1b}[mB")
    #expect(try merged("\u{1b}[1m\u{1b}[31m\u{1b}[mB") == "\u{1b}[mB")
    #expect(try merged("\u{1b}[1m\u{1b}[0;7mB") == "\u{1b}[0;7mB")
  }

  @Test func `a style after a reset joins it`() throws {
    #expect(try merged("\u{1b}[m\u{1b}[1mB") == "\u{1b}[0;1mB")
    #expect(try merged("\u{1b}[0m\u{1b}[31;1mB") == "\u{1b}[0;31;1mB")
  }

  @Test func `a reset at the end of a frame is kept`() throws {
    #expect(try merged("\u{1b}[1mA\u{1b}(B\u{1b}[m") == "\u{1b}[1mA\u{1b}(B\u{1b}[m")
  }

  @Test func `the plain character set is named once a frame`() throws {
    let frame = "\u{1b}[1mA\u{1b}(B\u{1b}[m B\u{1b}(B\u{1b}[m\u{1b}[31mC"

    #expect(try merged(frame) == "\u{1b}[1mA\u{1b}(B\u{1b}[m B\u{1b}[0;31mC")
  }

  @Test func `the plain character set is named again after another one`() throws {
    let lines = "\u{1b}(B\u{1b}[ma\u{1b}(0q\u{1b}(B\u{1b}[mb"
    let shifted = "\u{0f}\u{1b}[ma\u{0e}q\u{1b}[m\u{0f}b"

    #expect(try merged(lines) == lines)
    #expect(
      try merged(shifted, resettingBy: "\u{1b}[m\u{0f}") == "\u{0f}\u{1b}[ma\u{0e}q\u{0f}\u{1b}[mb"
    )
  }

  @Test func `a new frame names the plain character set anew`() throws {
    var merger = try #require(SequenceMerger(resettingBy: Array("\u{1b}(B\u{1b}[m".utf8)))

    merger.merge(Array("\u{1b}(Ba".utf8)[...])
    merger.merge(Array("\u{1b}(Bb".utf8)[...])

    #expect(merger.merged == Array("\u{1b}(Bb".utf8))
  }

  @Test(arguments: ["\u{1b}", "\u{1b}[", "\u{1b}[38;5", "\u{1b}(", "\u{1b}[1;", "é\u{1b}[31"])
  func `a sequence that is cut off is passed on as it is`(_ end: String) throws {
    #expect(try merged("a" + end) == "a" + end)
    #expect(try merged("\u{1b}[1m" + end) == "\u{1b}[1m" + end)
  }

  @Test func `what only looks like a style is passed on`() throws {
    // A private mode, xterm's own keyboard mode, a scroll region, a repeated character.
    let frame = "\u{1b}[1m\u{1b}[?25l\u{1b}[>4;1m\u{1b}[2;5r\u{1b}[7ba"

    #expect(try merged(frame) == frame)
  }

  @Test func `no sequence gets more parameters than a terminal takes`() throws {
    // Three times five are fifteen; a fourth would make twenty.
    let color = "38;2;1;2;3"
    let sequence = "\u{1b}[\(color)m"

    let sent = try merged(sequence + sequence + sequence + sequence + "x")

    #expect(sent == "\u{1b}[\(color);\(color);\(color)m\u{1b}[\(color)mx")
    #expect(
      try merged("\u{1b}[m" + sequence + sequence + sequence + "x")
        == "\u{1b}[0;\(color);\(color);\(color)mx"
    )
  }

  @Test func `a sequence that is longer by itself is passed on`() throws {
    let long = "\u{1b}[" + Array(repeating: "1", count: 20).joined(separator: ";") + "m"

    #expect(try merged("\u{1b}[1m" + long + "x") == "\u{1b}[1m" + long + "x")
  }

  @Test func `text of all widths is untouched`() throws {
    let text = "Acme – 日本 e\u{301} 👩‍💻 ▎●●○\r\n\u{8}x"

    #expect(try merged(text) == text)
    #expect(try merged("\u{1b}[1m\u{1b}[31m" + text) == "\u{1b}[1;31m" + text)
  }

  @Test func `nothing comes of nothing`() throws {
    #expect(try merged("") == "")
  }

  @Test(arguments: ["", "\u{1b}[m\u{1b}[24m", "\u{1b}[0;10m", "\u{1b}G0", "\u{1b}[27m"])
  func `a terminal with a reset of its own gets none`(_ reset: String) {
    #expect(SequenceMerger(resettingBy: Array(reset.utf8)) == nil)
  }

  @Test(arguments: [
    "\u{1b}[m", "\u{1b}[0m", "\u{1b}(B\u{1b}[m", "\u{1b}[m\u{1b}(B", "\u{1b}[m\u{0f}",
    "\u{1b}[0m\u{0f}",
  ])
  func `the resets of ECMA-48 are understood`(_ reset: String) {
    #expect(SequenceMerger(resettingBy: Array(reset.utf8)) != nil)
  }
}
