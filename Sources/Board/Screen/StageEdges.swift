import Pipeline

/// The stages out of sight, as they stand at the edges of the row above the headers: by name and
/// count.
struct StageEdges {
  static let before = "‹ "
  static let between = " · "
  static let after = " ›"

  /// The names out of sight to the left, from left to right.
  let left: [String]
  /// The names out of sight to the right.
  let right: [String]
  /// How many cells those at the left have.
  let leftLimit: Int
  /// How many cells those at the right have.
  let rightLimit: Int
  /// The cell before which those at the right end.
  let end: Int
  private let layout: BoardLayout

  init(_ layout: BoardLayout, _ board: BoardState) {
    self.layout = layout
    let stages = board.pipeline.stages
    func names(_ range: Range<Int>) -> [String] {
      range.map { "\(stages[$0].name) \(board.shown.column(stages[$0].id).count)" }
    }
    left = names(layout.hiddenLeft)
    right = names(layout.hiddenRight)
    leftLimit = layout.header.columns / 2
    rightLimit = layout.header.columns - 2 - (left.isEmpty ? 0 : leftLimit)
    end = layout.header.columns - 1
  }

  /// The stage whose name stands at a cell of the row; `nil` where none does.
  func stage(atColumn cell: Int) -> Int? {
    let width = ReportText.width
    if cell < 1 + leftLimit {
      if let place = place(at: cell - 1 - width(Self.before), in: left) {
        return layout.hiddenLeft.lowerBound + place
      }
    }
    let whole = width(right.joined(separator: Self.between) + Self.after)
    // What does not fit is cut at its end.
    let first = end - min(whole, rightLimit)
    return place(at: cell - first, in: right).map { layout.hiddenRight.lowerBound + $0 }
  }

  private func place(at cell: Int, in names: [String]) -> Int? {
    var column = 0
    for (place, name) in names.enumerated() {
      let width = ReportText.width(name)
      if (column..<column + width).contains(cell) { return place }
      column += width + ReportText.width(Self.between)
    }
    return nil
  }
}
