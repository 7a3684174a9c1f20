import Pipeline

/// The keys that are valid now, the most used first; whole pairs are cut from the right, but for the
/// way out, and the last one is always the help.
struct Footer {
  private let content: FooterContent

  init(_ content: FooterContent) {
    self.content = content
  }

  /// Draws the line, or copies it where it says the same as the last time.
  func draw(on canvas: inout Canvas, row: Int) {
    let line = Rect(row: row, column: 0, rows: 1, columns: canvas.columns)
    canvas.draw(.footer, showing: content, in: line) { compose(on: &$0, in: line) }
  }

  private func compose(on canvas: inout Canvas, in line: Rect) {
    canvas.fill(line, .plain)
    if let typed = content.typed {
      // What may follow stands in a window above.
      let used = canvas.write("\(typed) …", row: line.row, column: 1, Style(.accent, .bold))
      let cancel = Hint(keys: "esc", label: phrase("cancel"))
      return draw(cancel, on: &canvas, row: line.row, column: used + 3)
    }
    let help = content.help.reduce(0) { $0 + 2 + width($1, canvas) }
    var column = 1
    var isCut = false
    for (place, hint) in content.hints.enumerated() where !isCut || hint.isKept {
      let needed = width(hint, canvas)
      let kept = content.hints[(place + 1)...].reduce(0) { sum, later in
        sum + (later.isKept ? 2 + width(later, canvas) : 0)
      }
      guard column + needed + kept + help <= canvas.columns else {
        isCut = true
        continue
      }
      draw(hint, on: &canvas, row: line.row, column: column)
      column += needed + 2
    }
    for hint in content.help { draw(hint, on: &canvas, row: line.row, column: column) }
  }

  private func width(_ hint: Hint, _ canvas: Canvas) -> Int {
    canvas.width(of: hint.keys) + 1 + canvas.width(of: hint.label)
  }

  private func draw(_ hint: Hint, on canvas: inout Canvas, row: Int, column: Int) {
    let used = canvas.write(hint.keys, row: row, column: column, Style(.key, .bold))
    canvas.write(hint.label, row: row, column: column + used + 1, Style(.dim))
  }
}
