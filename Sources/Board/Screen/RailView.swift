import Pipeline

/// A column as a rail of a few cells: its name downwards, its count and sum.
struct RailView {
  private let content: RailContent

  init(_ content: RailContent) {
    self.content = content
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let letters = Array(content.name.uppercased().prefix(max(0, rect.rows - 4)))
    for (line, letter) in letters.enumerated() {
      canvas.write(
        String(letter),
        row: rect.row + line,
        column: rect.column + 2,
        limit: 2,
        Style(content.role, on: content.isTarget ? .selection : .base, .bold)
      )
    }
    let row = rect.row + letters.count + 1
    guard row < rect.endRow else { return }
    canvas.writeRight(
      content.count,
      row: row,
      endingAt: rect.endColumn,
      limit: rect.columns,
      Style(.text, .bold)
    )
    for (line, text) in sums(on: canvas, in: rect).enumerated() where row + 1 + line < rect.endRow {
      canvas.writeRight(
        text,
        row: row + 1 + line,
        endingAt: rect.endColumn,
        limit: rect.columns,
        Style(.dim)
      )
    }
  }

  private func sums(on canvas: Canvas, in rect: Rect) -> [String] {
    var sums: [String] = []
    guard !content.isCounting else { return sums }
    for (currency, won) in content.sums where won.valued > 0 {
      let lines = lines(won.minorUnits, currency, on: canvas, columns: rect.columns)
      sums.insert(contentsOf: lines, at: currency == content.currency ? 0 : sums.endIndex)
    }
    return sums
  }

  /// A sum with its currency, on a line of its own where both do not fit on one.
  private func lines(
    _ amount: Int128,
    _ currency: Currency,
    on canvas: Canvas,
    columns: Int
  ) -> [String] {
    let sign = MoneyText.symbol(currency).filter { $0 != " " }
    let digits = MoneyText.tight(amount, currency)
    let isShort = canvas.width(of: sign + digits) <= columns
    return isShort ? [sign + digits] : [sign, digits]
  }
}
