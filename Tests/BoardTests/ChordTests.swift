import Testing

@testable import Board

struct ChordTests {
  @Test(arguments: ["a", "A", "ctrl-p", "shift-left", "space", "pgdn", "f1", "esc"])
  func `a chord reads back what it writes`(name: String) {
    #expect(Chord(name)?.description == name)
  }

  @Test
  func `the standard keys do not clash`() throws {
    #expect(throws: Never.self) { try KeyMap() }
  }
}

struct CanvasTests {
  @Test
  func `a title that is too long ends with an ellipsis`() {
    var canvas = Canvas(rows: 1, columns: 6) { _ in 1 }

    canvas.write("Acme renewal", row: 0, column: 0, .plain)

    #expect(canvas.lines == ["Acme …"])
  }

  @Test
  func `an escape sequence cannot reach a cell`() {
    var canvas = Canvas(rows: 1, columns: 8) { _ in 1 }

    canvas.write("\u{1B}[31mRED", row: 0, column: 0, .plain)

    #expect(!canvas.lines[0].unicodeScalars.contains("\u{1B}"))
  }
}
