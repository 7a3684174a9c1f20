import Pipeline

/// The cards of a column, with marks for what is out of sight.
struct ColumnView {
  private let context: BoardContext
  private let layout: BoardLayout
  private let column: BoardLayout.Column

  private var board: BoardState { context.board }

  init(_ context: BoardContext, _ layout: BoardLayout, _ column: BoardLayout.Column) {
    self.context = context
    self.layout = layout
    self.column = column
  }

  /// Draws the cards, or copies the column where it shows the same as the last time.
  func draw(on canvas: inout Canvas) {
    let rect = layout.cards(of: column)
    let content = ColumnContent(context, layout, column.place)
    let name = KeptParts.Name.cards(column.place, hasFocus: content.focused != nil)
    canvas.draw(name, showing: content, in: rect) {
      compose(on: &$0, in: rect)
    }
  }

  private func compose(on canvas: inout Canvas, in rect: Rect) {
    let shown = board.column(column.place)
    let density = layout.density
    let window = CardWindow(
      count: shown.count,
      top: board.tops[column.place] ?? 0,
      rows: rect.rows,
      density: density
    )
    var row = rect.row
    if window.above > 0 {
      more(window.above, row: row, in: rect, on: &canvas)
      row += 1
    }
    for place in window.first..<(window.first + window.shown) {
      guard let id = shown[place], let deal = board.shownDeal(id) else { continue }
      let card = Rect(
        row: row,
        column: rect.column,
        rows: density.cardRows,
        columns: rect.columns
      )
      // A carried card is drawn as it is: carrying makes no old deal young.
      let isCarried = board.isCarried(id)
      let shownDeal = isCarried ? board.actual[id] ?? deal : deal
      let isHere = column.place == board.shownColumnPlace
      let look: CardContent.Look =
        isCarried
        ? .carried : isHere && board.carry == nil && place == board.focus.row ? .focused : .plain
      CardView(context.content(of: shownDeal, look, density)).draw(on: &canvas, in: card)
      row += density.cardRows + density.gap
    }
    if window.below > 0 {
      more(window.below, row: min(row, rect.endRow - 1), in: rect, on: &canvas)
    }
    if column.place == .won, window.shown == 0 {
      let count = (context.dropped ?? context.figures).dealsWonThisMonth
      if count > 0 { more(count, row: rect.row, in: rect, on: &canvas) }
    }
  }

  private func more(_ count: Int, row: Int, in rect: Rect, on canvas: inout Canvas) {
    canvas.write(
      phrase("+\(FigureText.grouped(count)) more"),
      row: row,
      column: rect.column + 1,
      limit: rect.columns - 1,
      Style(.dim)
    )
  }
}
