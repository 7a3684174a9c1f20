import Glibc
import Testing

@testable import Terminal

extension TerminalInUse {
  @Suite(.serialized) struct Drawing {
    private let terminal: PseudoTerminal
    private let screen: Screen

    init() throws {
      terminal = try PseudoTerminal(rows: 5, columns: 20)
      screen = try TerminalInUse.screen(on: terminal)
      screen.present()
      _ = terminal.output()
    }

    private func draw(_ row: Int, _ column: Int, _ cells: [TerminalCell]) -> String {
      screen.draw(row: row, column: column, cells: cells.span)
      screen.present()
      return terminal.output()
    }

    @Test func `nothing is sent where nothing changed`() {
      _ = draw(1, 2, cells("Acme renewal"))

      screen.erase()

      #expect(draw(1, 2, cells("Acme renewal")) == "")
    }

    @Test func `only a cell that changed is sent`() {
      _ = draw(1, 2, cells("Acme renewal"))

      let sent = draw(1, 2, cells("Acme reneWal"))

      // How curses moves there is its choice; no way takes more than 7 bytes.
      #expect(sent.hasSuffix("W"))
      #expect(sent.utf8.count <= 8)
    }

    @Test func `all is sent again when asked for`() {
      _ = draw(1, 2, cells("Acme"))

      screen.redrawAll()
      screen.present()

      #expect(terminal.output().contains("Acme"))
    }

    @Test func `a row that is erased is blank`() {
      _ = draw(0, 0, cells("Acme"))

      screen.eraseRow(0)
      screen.present()

      #expect(terminal.output().contains("\u{1b}[K") || !terminal.output().contains("Acme"))
      #expect(draw(0, 0, cells("    ")) == "")
    }

    @Test func `wide characters take two columns`() {
      let sent = draw(0, 0, cells("日本x"))

      #expect(sent.contains("日本x"))
      // x stands in the fifth column: putting it there again changes nothing.
      #expect(draw(0, 4, cells("x")) == "")
    }

    @Test func `the second half of a wide character may be told as a cell of no width`() {
      let half = TerminalCell(scalars: (0, 0, 0), width: 0)

      let sent = draw(0, 0, [cells("日")[0], half] + cells("x"))

      #expect(sent.contains("日x"))
    }

    @Test func `a wide character that does not fit is left out whole`() {
      let sent = draw(0, 18, cells("a日"))

      #expect(sent.contains("a"))
      #expect(!sent.contains("日"))
    }

    @Test func `marks stay on their character`() {
      let cell = TerminalCell(scalars: (0x65, 0x301, 0x323))

      #expect(draw(0, 0, [cell] + cells("x")).unicodeScalars.contains("\u{323}"))
      #expect(draw(0, 1, cells("x")) == "")
    }

    @Test func `what is no mark is not sent as one`() {
      let cell = TerminalCell(scalars: (0x65, 0x1b, 0x41))

      #expect(draw(0, 0, [cell]).hasSuffix("e"))
    }

    @Test(arguments: [0x1b, 0x07, 0x9b, 0xd800, 0x11_0000, 0, .max] as [UInt32])
    func `what cannot be shown is a question mark`(_ scalar: UInt32) {
      let sent = draw(0, 0, [TerminalCell(scalars: (scalar, 0, 0))] + cells("x"))

      #expect(sent.hasSuffix("?x"))
    }

    @Test func `a character whose width is told wrongly does not shift the row`() {
      let narrow = TerminalCell(scalars: (0x65e5, 0, 0), width: 1)
      let wide = TerminalCell(scalars: (0x61, 0, 0), width: 2)

      #expect(draw(0, 0, [narrow, wide] + cells("x")).hasSuffix("???x"))
    }

    @Test(arguments: [(-1, 0), (5, 0), (0, -1), (0, 20), (.max, .max), (.min, .min)])
    func `drawing outside of the screen does nothing`(_ row: Int, _ column: Int) {
      #expect(draw(row, column, cells("x")) == "")
      screen.eraseRow(row)
    }

    @Test func `a style is sent before its text`() {
      let style = screen.register(
        TerminalStyle(foreground: .rgb(RGBColor(hex: 0x89b4fa)), isBold: true)
      )

      let sent = draw(0, 0, cells("Lead", style))

      #expect(sent.contains("1;38;5;111mLead"))
    }

    @Test func `a style has one index, until styles are reset`() {
      let bold = TerminalStyle(isBold: true)
      let index = screen.register(bold)

      #expect(screen.register(bold) == index)
      #expect(screen.register(TerminalStyle()) == .standard)
      screen.resetStyles()
      #expect(screen.register(TerminalStyle(isReverse: true)) == index)
    }

    @Test func `more pairs of colours than 255 keep their colours`() {
      var last = StyleIndex.standard
      for index in UInt8(16)...255 {
        last = screen.register(TerminalStyle(foreground: .palette(index)))
        last = screen.register(
          TerminalStyle(foreground: .palette(index), background: .palette(255 - index))
        )
      }

      let sent = draw(0, 0, cells("x", last))

      // 480 pairs; the last is 255 on 0.
      #expect(sent.contains("38;5;255;40mx"))
    }

    @Test func `an index from before a reset is drawn plain`() {
      let bold = screen.register(TerminalStyle(isBold: true))

      screen.resetStyles()

      #expect(draw(0, 0, cells("x", bold)).hasSuffix("x"))
    }

    @Test func `the cursor is shown where text is typed`() {
      screen.placeCursor((row: 4, column: 15))
      let shown = draw(0, 0, cells("x"))

      // It is moved before it is shown.
      #expect(shown.contains("\u{1b}[5;16H"))
      #expect(shown.hasSuffix("\u{1b}[?25h"))
      screen.placeCursor(nil)
      screen.present()
      #expect(terminal.output().contains("\u{1b}[?25l"))
    }

    @Test func `the clipboard is given the text as base64`() {
      #expect(screen.copyToClipboard("foobar"))
      #expect(terminal.output() == "\u{1b}]52;c;Zm9vYmFy\u{1b}\\")
      #expect(!screen.copyToClipboard(String(repeating: "a", count: 80_000)))
    }

    private func cells(_ text: String, _ style: StyleIndex = .standard) -> [TerminalCell] {
      TerminalInUse.cells(text, style)
    }
  }
}
