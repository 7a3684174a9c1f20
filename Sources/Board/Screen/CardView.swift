import Pipeline

/// The drawing of one deal.
struct CardView {
  /// From so many cells on a card has room for a dot between value and owner.
  private static let wide = 24

  private let content: CardContent
  private var deal: Deal { content.deal }
  private var look: CardContent.Look { content.look }

  init(_ content: CardContent) {
    self.content = content
  }

  private var surface: Surface {
    switch look {
    case .plain: .base
    case .focused: .selection
    case .carried: .grab
    }
  }

  /// Draws the card, or copies it where it shows the same as the last time.
  func draw(on canvas: inout Canvas, in rect: Rect) {
    canvas.draw(.card(deal.id, look), showing: content, in: rect) {
      compose(on: &$0, in: rect)
    }
  }

  private func compose(on canvas: inout Canvas, in rect: Rect) {
    if look != .plain { canvas.fill(rect, Style(.text, on: surface)) }
    let step = StepMark(deal, today: content.today, saysNone: content.saysNoStep)
    drawBar(on: &canvas, in: rect, step)
    switch content.density {
    case .line: drawLine(on: &canvas, in: rect, step)
    case .compact:
      drawTitle(on: &canvas, in: rect, endingAt: drawSign(of: step, on: &canvas, in: rect))
      drawFigures(on: &canvas, row: rect.row + 1, in: rect)
    case .comfortable:
      drawTitle(on: &canvas, in: rect, endingAt: rect.endColumn)
      drawFigures(on: &canvas, row: rect.row + 1, in: rect)
      drawStep(step, on: &canvas, in: rect)
    }
  }

  /// When the next step is due and what is to be done, as far as a few letters of that fit.
  private func drawStep(_ step: StepMark, on canvas: inout Canvas, in rect: Rect) {
    let room = rect.columns - 2
    let isWhole = canvas.width(of: step.text) <= room
    let isTelling = canvas.width(of: step.shortText) + 6 <= room
    canvas.write(
      isWhole || isTelling ? step.text : step.shortText,
      row: rect.row + 2,
      column: rect.column + 2,
      limit: room,
      Style(step.role, on: surface)
    )
  }

  private func drawBar(on canvas: inout Canvas, in rect: Rect, _ step: StepMark) {
    let (bar, role): (Unicode.Scalar, Role) =
      switch look {
      case .plain where content.isMarked: ("▎", .carried)
      case .plain: ("▎", deal.status.isWon ? .won : step.barRole)
      case .focused: ("▌", .cursor)
      case .carried: ("█", .carried)
      }
    for row in rect.row..<rect.endRow {
      canvas.put(bar, row: row, column: rect.column + 1, Style(role, on: surface))
    }
  }

  /// Draws the sign of the next step at the right, and returns where what stands left of it ends.
  private func drawSign(of step: StepMark, on canvas: inout Canvas, in rect: Rect) -> Int {
    guard let sign = step.sign else { return rect.endColumn }
    canvas.put(sign, row: rect.row, column: rect.endColumn - 1, Style(step.role, on: surface))
    return rect.endColumn - 2
  }

  private func drawTitle(on canvas: inout Canvas, in rect: Rect, endingAt end: Int) {
    var column = rect.column + 2
    if look == .carried {
      column += canvas.write("◆ ", row: rect.row, column: column, Style(.carried, on: surface))
    }
    if content.isMarked {
      let style = Style(.carried, on: surface, .bold)
      column += canvas.write("* ", row: rect.row, column: column, style)
    }
    if content.isUnsaved {
      column += canvas.write("· ", row: rect.row, column: column, Style(.warn, on: surface))
    }
    canvas.write(
      deal.title,
      row: rect.row,
      column: column,
      limit: end - column,
      Style(.text, on: surface, look == .plain ? [] : .bold)
    )
  }

  /// Value, owner and age.
  ///
  /// Where not all of them fit the blank before the days goes first, then many days are told in
  /// weeks, then they go, and the owner last: the dots say by themselves whether the deal is old, and
  /// the status line says all.
  private func drawFigures(on canvas: inout Canvas, row: Int, in rect: Rect) {
    let left = rect.column + 2
    let end = rect.endColumn
    var used = canvas.write(
      valueText,
      row: row,
      column: left,
      limit: end - left,
      Style(.strong, on: surface, .bold)
    )
    let owner = content.initials.map { (rect.columns >= Self.wide ? " · " : " ") + $0 }
    let ownerWidth = owner.map { canvas.width(of: $0) } ?? 0
    let age = deal.status.isOpen ? content.age : nil
    let room = end - left - used
    if let age, !age.dots.isEmpty {
      let left = room - ownerWidth - age.dots.count
      let shown =
        [" " + age.text, age.text, age.shortText].first { $0.utf8.count <= left } ?? ""
      guard age.dots.count + shown.utf8.count <= room else { return }
      var column = end - age.dots.count - shown.utf8.count
      column += canvas.write(age.dots, row: row, column: column, Style(age.role, on: surface))
      canvas.write(shown, row: row, column: column, Style(.dim, on: surface))
      used += age.dots.count + shown.utf8.count
    }
    guard let owner, ownerWidth <= end - left - used else { return }
    canvas.write(
      owner,
      row: row,
      column: left + canvas.width(of: valueText),
      Style(.dim, on: surface)
    )
  }

  private func drawLine(on canvas: inout Canvas, in rect: Rect, _ step: StepMark) {
    var end = drawSign(of: step, on: &canvas, in: rect)
    end -= canvas.writeRight(
      valueText,
      row: rect.row,
      endingAt: end,
      Style(.strong, on: surface, .bold)
    )
    drawTitle(on: &canvas, in: rect, endingAt: end - 1)
  }

  private var valueText: String {
    deal.value.map { MoneyText.short(Int128($0.minorUnits), $0.currency) } ?? "–"
  }
}
