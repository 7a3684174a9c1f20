import Pipeline

/// The screen of a program that has no file yet: three ways in, and where the file will be.
struct FirstRunLayer: Layer {
  /// Where the file will be.
  let path: String

  var place: Place { .entry }
  var coversBoard: Bool { true }
  var offersHelp: Bool { false }

  mutating func type(
    _ chord: Chord,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch chord {
    case .typed("d"): return .closed([.startWithSample])
    case .typed("i"):
      board.layers.push(LineLayer(.importPath))
      return .handled([])
    case .typed("s"), Chord(.enter): return .closed([.startEmpty])
    case .typed("q"), Chord(.escape): return .handled([.quit])
    default: return .ignored
    }
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    let ways: [(key: String, title: String, detail: String)] = [
      ("d", "Look around with sample data", "a team's pipeline, made up, in a file of its own"),
      ("i", "Import a file", "Pipedrive, HubSpot, history or plain CSV, or JSON"),
      ("s", "Start with five stages", board.pipeline.stages.map(\.name).joined(separator: ", ")),
    ]
    let rect = screen.centered(rows: 13, columns: min(66, screen.columns - 2))
    var row = rect.row
    canvas.write("Welcome to dealboard", row: row, column: rect.column, Style(.accent, .bold))
    row += 2
    let gap = rect.rows >= 13 ? 1 : 0
    for way in ways {
      canvas.write(way.key, row: row, column: rect.column + 1, Style(.key, .bold))
      canvas.write(
        way.title,
        row: row,
        column: rect.column + 4,
        limit: rect.columns - 4,
        Style(.strong)
      )
      canvas.write(
        way.detail,
        row: row + 1,
        column: rect.column + 4,
        limit: rect.columns - 4,
        Style(.dim)
      )
      row += 2 + gap
    }
    canvas.write(
      "The file will be \(path)",
      row: row,
      column: rect.column,
      limit: rect.columns,
      Style(.dim)
    )
  }

  func hints(_ board: BoardState) -> [Hint] {
    [
      Hint(keys: "d", label: "sample data"), Hint(keys: "i", label: "import"),
      Hint(keys: "s", label: "start"), Hint(keys: "q", label: "quit"),
    ]
  }
}
