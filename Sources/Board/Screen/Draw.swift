import Pipeline

/// Draws the whole screen as the state says.
///
/// The canvas takes the state's size; what stood on it before is gone.
public func draw(_ board: BoardState, on canvas: inout Canvas) {
  GlyphSet.$current.withValue(canvas.glyphs) { drawAll(board, on: &canvas) }
}

private func drawAll(_ board: BoardState, on canvas: inout Canvas) {
  canvas.resize(rows: board.rows, columns: board.columns)
  canvas.kept.beginFrame()
  guard BoardLayout.arrangement(rows: board.rows, columns: board.columns) != .tooSmall else {
    return drawTooSmall(board, on: &canvas)
  }
  let screen = BoardLayout.screen(rows: board.rows, columns: board.columns)
  let layers = board.layers
  for layer in layers.layers[layers.firstVisible...] where layer.coversBoard || !layer.takesText {
    layer.draw(board, on: &canvas, in: screen)
  }
  TitleLine(TitleContent(board)).draw(on: &canvas)
  Footer(FooterContent(board)).draw(on: &canvas, row: board.rows - 2)
  StatusLine(board).draw(on: &canvas, row: board.rows - 1)
  // Fields come last: a line to type into lies over the footer.
  for layer in layers.layers[layers.firstVisible...] where !layer.coversBoard && layer.takesText {
    layer.draw(board, on: &canvas, in: screen)
  }
  GoHint(board).draw(on: &canvas, over: screen)
}

/// Says how large the screen has to be, in one line in the middle; leaving still works.
private func drawTooSmall(_ board: BoardState, on canvas: inout Canvas) {
  let need = "\(BoardLayout.leastColumns)x\(BoardLayout.leastRows)"
  let now = phrase("(now \(board.columns)x\(board.rows))")
  let texts = [
    phrase("dealboard needs \(need) \(now)  q quit"), phrase("needs \(need) \(now)  q quit"),
    "\(need) \(now)  q",
    "\(need)  q",
  ]
  let text = texts.first { canvas.width(of: $0) <= canvas.columns } ?? "q"
  let width = min(canvas.width(of: text), canvas.columns)
  canvas.write(
    text,
    row: canvas.rows / 2,
    column: (canvas.columns - width) / 2,
    limit: canvas.columns,
    .plain
  )
  // What was asked or refused has to be seen to be answered.
  guard let message = board.message, canvas.rows > 1 else { return }
  canvas.write(
    message.text,
    row: canvas.rows - 1,
    column: 0,
    limit: canvas.columns,
    Style(message.role)
  )
}
