import Pipeline

/// The keys that are valid now, the most used first; whole pairs are cut from the right, and the
/// last one is always the help.
struct Footer {
  let board: BoardState

  init(_ board: BoardState) {
    self.board = board
  }

  func draw(on canvas: inout Canvas, row: Int) {
    canvas.fill(Rect(row: row, column: 0, rows: 1, columns: canvas.columns), .plain)
    let top = board.layers.top
    if !board.typedChords.isEmpty { return drawContinuations(on: &canvas, row: row) }
    let help = top.offersHelp ? board.hints([([.help], phrase("help"))]) : []
    let reserved = help.reduce(0) { $0 + 2 + width($1, canvas) }
    var column = 1
    for hint in shortened(top.hints(board), canvas) {
      let needed = width(hint, canvas)
      guard column + needed + reserved <= canvas.columns else { break }
      draw(hint, on: &canvas, row: row, column: column)
      column += needed + 2
    }
    for hint in help { draw(hint, on: &canvas, row: row, column: column) }
  }

  /// The keys that were typed already; what may follow stands in a window above.
  private func drawContinuations(on canvas: inout Canvas, row: Int) {
    let typed = board.typedChords.map(\.description).joined(separator: " ")
    let used = canvas.write("\(typed) …", row: row, column: 1, Style(.accent, .bold))
    draw(Hint(keys: "esc", label: phrase("cancel")), on: &canvas, row: row, column: used + 3)
  }

  /// On narrow screens the two directions of moving are told apart (`hl stage  jk deal`), because
  /// there is one stage at a time.
  private func shortened(_ hints: [Hint], _ canvas: Canvas) -> [Hint] {
    guard canvas.columns < 60, board.layers.isBoardOnTop else { return hints }
    let moves = board.hints([
      ([.focusLeft, .focusRight], phrase("stage")), ([.focusDown, .focusUp], phrase("deal")),
      ([.sendBack, .sendOn], phrase("move")),
    ])
    let joined = moves.map { hint in
      let keys = hint.keys.split(separator: "/")
      return keys.allSatisfy { $0.count == 1 }
        ? Hint(keys: keys.joined(), label: hint.label) : hint
    }
    return joined + hints.dropFirst(2)
  }

  private func width(_ hint: Hint, _ canvas: Canvas) -> Int {
    canvas.width(of: hint.keys) + 1 + canvas.width(of: hint.label)
  }

  private func draw(_ hint: Hint, on canvas: inout Canvas, row: Int, column: Int) {
    let used = canvas.write(hint.keys, row: row, column: column, Style(.key, .bold))
    canvas.write(hint.label, row: row, column: column + used + 1, Style(.dim))
  }
}
