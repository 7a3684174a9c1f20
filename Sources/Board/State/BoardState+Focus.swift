import Pipeline

extension BoardState {
  /// Focuses the first deal of the first stage that has one.
  mutating func focusFirstDeal() {
    heldPlace = nil
    let first = (0..<stageCount).first { column(.stage($0)).count > 0 } ?? 0
    setFocus(.stage(first), row: 0)
  }

  /// Focuses a row of a column, the nearest there is.
  mutating func setFocus(_ place: ColumnPlace, row: Int) {
    let deal = focus.deal
    remembered[focus.column] = focus
    if heldPlace?.column != place { heldPlace = nil }
    let shown = column(place)
    let row = max(0, min(row, shown.count - 1))
    focus = Focus(column: place, deal: shown[row], row: row)
    if focus.deal != deal, heldPlace?.deal != focus.deal { heldPlace = nil }
    refocusRow()
  }

  /// Focuses a deal where it stands; `false` where it stands in no column.
  @discardableResult
  mutating func setFocus(on id: Identifier<Deal>) -> Bool {
    guard let deal = actual[id], let place = place(of: deal) else { return false }
    if place == .won, !isWonColumnShown { return false }
    guard let row = column(place).row(of: id) else { return false }
    setFocus(place, row: row)
    return true
  }

  /// Goes to a column, to the deal that had the focus there before, else to the same height.
  mutating func setFocus(onColumn place: ColumnPlace) {
    guard place != focus.column else { return }
    if let before = remembered[place], let deal = before.deal, column(place).row(of: deal) != nil {
      heldPlace = nil
      setFocus(place, row: column(place).row(of: deal) ?? before.row)
    } else {
      setFocus(place, row: remembered[place]?.row ?? focus.row - (tops[focus.column] ?? 0))
    }
  }

  /// Finds the focused deal again after something changed: it follows its card, and stays at its
  /// height where the card is gone.
  mutating func followFocus() {
    if let id = focus.deal {
      if column(focus.column).row(of: id) != nil { return refocusRow() }
      if setFocus(on: id) { return }
    }
    heldPlace = nil
    let count = stageCount
    var place = focus.column
    if case .stage(let index) = place, index >= count { place = .stage(max(0, count - 1)) }
    if place == .won, !isWonColumnShown { place = .stage(max(0, count - 1)) }
    let shown = column(place)
    let row = max(0, min(focus.row, shown.count - 1))
    focus = Focus(column: place, deal: shown[row], row: row)
  }

  private mutating func refocusRow() {
    if let id = focus.deal, let row = column(focus.column).row(of: id) { focus.row = row }
  }

  /// The columns that can have the focus, from left to right.
  var focusableColumns: [ColumnPlace] {
    (0..<stageCount).map { .stage($0) } + [.won]
  }

  /// Whether won deals have a column of their own, and not only a rail: where there is room, and
  /// while the focus is in it.
  var isWonColumnShown: Bool {
    BoardLayout(self).columns.contains { $0.place == .won && !$0.isRail }
  }
}
