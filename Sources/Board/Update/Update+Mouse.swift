import Pipeline

extension BoardState {
  /// Takes the mouse on the board: a click focuses, a drag carries, the wheel scrolls, a click on a
  /// header collapses.
  mutating func point(_ input: MouseInput, _ clock: BoardClock) -> [Effect] {
    let layout = BoardLayout(self)
    guard layout.arrangement != .tooSmall else { return [] }
    switch input.kind {
    case .wheelDown: scroll(by: 1, input, layout)
    case .wheelUp: scroll(by: -1, input, layout)
    case .press: press(layout, input)
    case .drag:
      // Only what was pressed is carried: a drag across anything else moves no deal.
      guard carry == nil, let deal = focusedDeal, deal.id == pressedDeal, deal.status.isOpen,
        readOnlyReason == nil, let place = layout.column(atColumn: input.column)?.place,
        place != focus.column
      else { return [] }
      grab()
      carry(toCell: input.column)
    case .release: pressedDeal = nil
    }
    return []
  }

  /// Scrolls the column under the pointer: the focused one with its focus, another one by itself.
  private mutating func scroll(by step: Int, _ input: MouseInput, _ layout: BoardLayout) {
    guard let column = layout.column(atColumn: input.column), column.place != focus.column else {
      return setFocus(focus.column, row: focus.row + step)
    }
    guard !column.isRail else { return }
    let top = CardWindow(
      count: self.column(column.place).count,
      top: (tops[column.place] ?? 0) + step,
      rows: layout.cards.rows,
      density: layout.density
    ).first
    tops[column.place] = top
  }

  private mutating func press(_ layout: BoardLayout, _ input: MouseInput) {
    pressedDeal = nil
    if input.row == layout.edgeRow {
      if let stage = StageEdges(layout, self).stage(atColumn: input.column) {
        setFocus(onColumn: .stage(stage))
      }
      return
    }
    guard let column = layout.column(atColumn: input.column), input.row >= layout.header.row else {
      return
    }
    if layout.header.contains(row: input.row, column: input.column) || column.isRail {
      guard case .stage(let index) = column.place else {
        if column.isRail { setFocus(onColumn: .won) }
        return
      }
      let stage = pipeline.stages[index].id
      if collapsed.remove(stage) == nil { collapsed.insert(stage) }
      return setFocus(onColumn: column.place)
    }
    guard let row = row(at: input, in: column, layout) else { return }
    setFocus(column.place, row: row)
    pressedDeal = focus.deal
  }

  /// The place in a column of the card under a cell; `nil` where there is none.
  private func row(
    at input: MouseInput,
    in column: BoardLayout.Column,
    _ layout: BoardLayout
  ) -> Int? {
    let shown = self.column(column.place)
    let window = CardWindow(
      count: shown.count,
      top: tops[column.place] ?? 0,
      rows: layout.cards.rows,
      density: layout.density
    )
    let offset = input.row - layout.cards.row - (window.above > 0 ? 1 : 0)
    let each = layout.density.cardRows + layout.density.gap
    guard offset >= 0, offset / each < window.shown else { return nil }
    return window.first + offset / each
  }
}
