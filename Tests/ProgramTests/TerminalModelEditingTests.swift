import TerminalModel
import Testing

@Suite struct `A terminal, editing` {
  /// Four rows a, b, c, d of five letters; the cursor is in the second row, third column.
  private let letters = "aaaaa\r\nbbbbb\r\nccccc\r\nddddd\u{1B}[2;3H"

  @Test(arguments: [
    ("\u{1B}[K", "aaaaa\nbb\nccccc\nddddd"),
    ("\u{1B}[1K", "aaaaa\n   bb\nccccc\nddddd"),
    ("\u{1B}[2K", "aaaaa\n\nccccc\nddddd"),
    ("\u{1B}[J", "aaaaa\nbb"),
    ("\u{1B}[1J", "\n   bb\nccccc\nddddd"),
    ("\u{1B}[2J", ""),
    ("\u{1B}[3J", "aaaaa\nbbbbb\nccccc\nddddd"),
    ("\u{1B}[2X", "aaaaa\nbb  b\nccccc\nddddd"),
    ("\u{1B}[99X", "aaaaa\nbb\nccccc\nddddd"),
    ("\u{1B}[2@x", "aaaaa\nbbx bbb\nccccc\nddddd"),
    ("\u{1B}[4hx", "aaaaa\nbbxbbb\nccccc\nddddd"),
    ("\u{1B}[2P", "aaaaa\nbbb\nccccc\nddddd"),
    ("\u{1B}[99P", "aaaaa\nbb\nccccc\nddddd"),
    ("\u{1B}[L", "aaaaa\n\nbbbbb\nccccc"),
    ("\u{1B}[2M", "aaaaa\nddddd"),
    ("\u{1B}[S", "bbbbb\nccccc\nddddd"),
    ("\u{1B}[T", "\naaaaa\nbbbbb\nccccc"),
    ("x\u{1B}[2b", "aaaaa\nbbxxx\nccccc\nddddd"),
    ("\u{1B}[2;3r\u{1B}[S", "aaaaa\nccccc\n\nddddd"),
    ("\u{1B}[2;3r\u{1B}[3H\n", "aaaaa\nccccc\n\nddddd"),
    ("\u{1B}[2;3r\u{1B}[2H\u{1B}M", "aaaaa\n\nbbbbb\nddddd"),
    ("\u{1B}[2;3r\u{1B}[2H\u{1B}[9M", "aaaaa\n\n\nddddd"),
    ("\u{1B}[2;3r\u{1B}[H\u{1B}[L", "aaaaa\nbbbbb\nccccc\nddddd"),
    ("\u{1B}[4H\n", "bbbbb\nccccc\nddddd"),
    ("\u{1B}[H\u{1B}M", "\naaaaa\nbbbbb\nccccc"),
  ])
  func `cells move as the sequence says`(sequence: String, text: String) {
    let model = terminal(rows: 4, columns: 8, letters + sequence)

    #expect(model.text == text)
    #expect(model.unknownSequences == [])
  }

  @Test func `erased cells keep the background and nothing else`() {
    let model = terminal("\u{1B}[1;31;44m\u{1B}[K")

    let style = model.cell(row: 0, column: 3).style
    #expect(style.background == .palette(4))
    #expect(style.foreground == .standard)
    #expect(!style.isBold)
  }

  @Test func `line drawing comes from G0 and from G1 after SO`() {
    #expect(terminal("\u{1B}(0lqk\u{1B}(Bq").row(0) == "┌─┐q")
    #expect(terminal("\u{1B})0\u{E}x\u{F}x").row(0) == "│x")
  }

  @Test func `a repeated line stays a line`() {
    #expect(terminal("\u{1B}(0q\u{1B}[3b").row(0) == "────")
  }

  @Test func `the alternate screen is another one and the cursor comes back`() {
    var model = terminal("shell\u{1B}[?1049h\u{1B}[Hboard")
    #expect(model.isAlternateScreen)
    #expect(model.text == "board")

    model.feed("\u{1B}[?1049l")

    #expect(!model.isAlternateScreen)
    #expect(model.text == "shell")
    #expect(model.cursor == TerminalPosition(row: 0, column: 5))
  }
}
