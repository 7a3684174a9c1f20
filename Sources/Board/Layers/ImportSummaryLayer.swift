import Pipeline

/// Says over the board what the first import brought and what it left out.
struct ImportSummaryLayer: Layer {
  let summary: ImportSummary

  var place: Place { .entry }

  mutating func type(
    _ chord: Chord,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    chord == Chord(.enter) || chord == Chord(.escape) ? .closed([]) : .handled([])
  }

  func hints(_ board: BoardState) -> [Hint] {
    [Hint(keys: "ent", label: phrase("to the board"))]
  }

  // MARK: Drawing

  private struct Line {
    var label: String
    var text: String
    var role = Role.text
  }

  private var lines: [Line] {
    var lines = summary.pipelines.map { pipeline in
      Line(
        label: phrase("Pipeline"),
        text: "\(pipeline.name): \(pipeline.stages.joined(separator: ", "))"
      )
    }
    if !summary.owners.isEmpty {
      let shown = summary.owners.prefix(6).joined(separator: ", ")
      let rest = summary.owners.count > 6 ? ", …" : ""
      lines.append(
        Line(
          label: phrase("Owners"),
          text: "\(FigureText.grouped(summary.owners.count)): \(shown)\(rest)"
        )
      )
    }
    let currencies = summary.currencies.sorted { $0.key < $1.key }
      .map { "\($0.key) \(FigureText.grouped($0.value))" }
    if !currencies.isEmpty {
      lines.append(Line(label: phrase("Currencies"), text: currencies.joined(separator: ", ")))
    }
    for part in summary.leftOut {
      lines.append(
        Line(
          label: phrase("Left out"),
          text: "\(FigureText.count(part.rows, "row")): \(part.reason)",
          role: .warn
        )
      )
    }
    if !summary.leftOut.isEmpty {
      lines.append(
        Line(
          label: "",
          text: phrase("dealboard import \(summary.file) --dry-run names each row and why"),
          role: .dim
        )
      )
    }
    lines.append(Line(label: phrase("File"), text: summary.workspace, role: .dim))
    return lines
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    let width = min(screen.columns - 2, 76)
    let labels = lines.map { canvas.width(of: $0.label) }.max() ?? 0
    let indent = labels + 2
    let wrapped = lines.map { line in
      (line, canvas.wrapped(line.text, columns: max(8, width - 4 - indent)))
    }
    let rows = wrapped.map { max(1, $0.1.count) }.reduce(0, +)
    let rect = screen.centered(rows: min(rows + 6, screen.rows), columns: width)
    let inside = canvas.frame(rect, title: phrase("Imported"))
    canvas.write(
      phrase("\(FigureText.count(summary.deals, "deal")) from \(summary.file)"),
      row: inside.row,
      column: inside.column,
      limit: inside.columns,
      Style(.strong, on: .overlay, .bold)
    )
    var row = inside.row + 2
    for (line, texts) in wrapped where row < inside.endRow - 2 {
      canvas.write(
        line.label,
        row: row,
        column: inside.column,
        limit: labels,
        Style(.dim, on: .overlay)
      )
      for text in texts where row < inside.endRow - 2 {
        canvas.write(
          text,
          row: row,
          column: inside.column + indent,
          limit: inside.columns - indent,
          Style(line.role, on: .overlay)
        )
        row += 1
      }
    }
    canvas.write(
      [
        ("ent", Style(.key, on: .overlay)), (phrase(" to the board"), Style(.text, on: .overlay)),
      ],
      row: inside.endRow - 1,
      column: inside.column,
      limit: inside.columns
    )
  }
}
