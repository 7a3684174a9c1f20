import Pipeline

/// How many deals need a decision for which reason, where they are many: one decision can be made
/// about all of a reason.
struct ReviewReasonsView {
  private let layer: ReviewLayer
  private let board: BoardState

  init(_ layer: ReviewLayer, _ board: BoardState) {
    self.layer = layer
    self.board = board
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let total = layer.reasons.reduce(0) { $0 + $1.deals.count }
    let intro =
      total == 0
      ? phrase("Every deal is decided. space goes to the minutes.")
      : phrase(
        "\(FigureText.grouped(total)) \(total == 1 ? phrase("deal needs") : phrase("deals need")) a decision,"
      )
        + phrase(" each counted under its worst reason.")
        + phrase(
          " Decide about all of a reason at once, as one undo step, or go through them one by one."
        )
    var row = rect.row
    for line in ReportText.wrapped(intro, columns: rect.columns) where row < rect.endRow {
      canvas.write(line, row: row, column: rect.column, limit: rect.columns, Style(.text))
      row += 1
    }
    row += 1
    let most = layer.reasons.map(\.deals.count).max() ?? 1
    for (index, reason) in layer.reasons.enumerated() where row < rect.endRow {
      let isHere = index == layer.reasonPlace
      let surface: Surface = isHere ? .selection : .base
      if isHere {
        canvas.fill(
          Rect(row: row, column: rect.column - 1, rows: 1, columns: rect.columns + 2),
          Style(.text, on: surface)
        )
        canvas.put("▌", row: row, column: rect.column - 1, Style(.cursor, on: surface))
      }
      canvas.writeRight(
        FigureText.grouped(reason.deals.count),
        row: row,
        endingAt: rect.column + 7,
        Style(.strong, on: surface, .bold)
      )
      let used = canvas.write(
        reason.kind.heading,
        row: row,
        column: rect.column + 9,
        limit: rect.columns - 9,
        Style(reason.kind.role, on: surface)
      )
      let first = rect.column + 9 + max(44, used + 2)
      if first + 10 < rect.endColumn {
        canvas.gauge(
          Double(reason.deals.count) / Double(most),
          in: Rect(row: row, column: first, rows: 1, columns: rect.endColumn - first),
          filled: Style(.chart, on: surface),
          rest: Style(.rule, on: surface)
        )
      }
      row += 1
    }
  }
}

extension ReviewReason.Kind {
  /// How bad the reason is.
  var role: Role {
    switch self {
    case .overdue, .stale, .closePassed: .bad
    case .stuck, .noNextStep, .noValue, .atOdds: .warn
    }
  }

  /// The sign before it, which says the same without colour.
  var sign: String {
    switch self {
    case .overdue: "!"
    case .stale, .stuck, .closePassed: "●"
    case .noNextStep, .noValue, .atOdds: "?"
    }
  }
}
