import Pipeline

/// What a report says, line by line, for a width: made anew for each frame, of a size that does not
/// grow with the number of deals.
struct ReportPage {
  /// The screen's name, in capitals.
  var title: String
  /// What the figures rest on, each in a few words, the most important first.
  var choices: [String] = []
  /// What stays above the lines while they scroll; nothing of it is a stop.
  var pinned: [ReportLine] = []
  /// The lines from the top down.
  var lines: [ReportLine] = []
  /// Whether what is asked about first stands at a line's right end: the present, of periods.
  var beginsAtLastStop = false

  /// Adds lines.
  mutating func add(_ more: [ReportLine]) {
    lines += more
  }

  /// Adds a blank line.
  mutating func addBlank() {
    lines.append(ReportLine())
  }

  /// Adds a heading over a rule that runs to the right edge.
  mutating func addHeading(_ text: String, width: Int) {
    lines.append(
      ReportLine([
        ReportCell(column: 0, width: width, .rule),
        ReportCell(column: 0, width: width, .text(text + " "), .accent, .bold),
      ])
    )
  }

  /// Adds a sentence, broken into as many lines as it needs; the cursor may find something on the
  /// first of them.
  mutating func addSentence(
    _ text: String,
    _ role: Role = .text,
    width: Int,
    target: ReportTarget? = nil
  ) {
    for (place, line) in ReportText.wrapped(text, columns: width).enumerated() {
      lines.append(
        ReportLine(
          [ReportCell(column: 0, width: width, .text(line), role)],
          target: place == 0 ? target : nil
        )
      )
    }
  }
}

/// Something of a report that the cursor can stand on.
enum ReportTarget: Hashable, Sendable {
  /// A deal, a whole line of a list.
  case deal(Identifier<Deal>)
  /// A number, which can be asked why.
  case question(ReportQuestion)
  /// A cell of the forecast's grid, which lists its deals and can be asked why.
  case forecast(ForecastPlace, in: Currency)
  /// A planned step of a deal, by its number.
  case step(Identifier<Deal>, Int32)
}

extension ReportTarget {
  /// The deal that it is or belongs to; `nil` of a number.
  var deal: Identifier<Deal>? {
    switch self {
    case .deal(let id), .step(let id, _): id
    case .question, .forecast: nil
    }
  }

  /// Whether it is a number, which can be asked why.
  var isNumber: Bool {
    switch self {
    case .question, .forecast: true
    case .deal, .step: false
    }
  }
}

/// One line of a report.
struct ReportLine {
  /// Its cells, in the order they are drawn.
  var cells: [ReportCell]
  /// What the cursor finds on the whole line; `nil`: on its cells.
  var target: ReportTarget?

  /// Makes a line; without cells, a blank one.
  init(_ cells: [ReportCell] = [], target: ReportTarget? = nil) {
    self.cells = cells
    self.target = target
  }

  /// Whether it is a heading over a rule.
  var isHeading: Bool {
    guard case .rule? = cells.first?.content else { return false }
    return true
  }

  /// Where the cursor can stand, from the left.
  var stops: [ReportTarget] {
    target.map { [$0] } ?? cells.compactMap(\.target)
  }

  /// The right ends of the stops, by which the cursor keeps its column from line to line.
  var stopEnds: [Int] {
    target == nil ? cells.filter { $0.target != nil }.map { $0.column + $0.width } : [0]
  }
}

/// A part of a report's line.
struct ReportCell {
  /// What it shows.
  enum Content {
    /// Text from the left.
    case text(String)
    /// Text that ends at the right.
    case right(String)
    /// A bar whose filled part is a share of the width, from 0 to 1.
    case bar(Double)
    /// One sign over its whole width.
    case fill(Unicode.Scalar)
    /// A light line.
    case rule
  }

  /// The first column, from 0 at the report's left.
  var column: Int
  /// How many columns it may take.
  var width: Int
  /// What it shows.
  var content: Content
  /// What it is.
  var role: Role
  /// Emphasis beyond that of the role.
  var emphasis: Style.Emphasis
  /// What the cursor finds here.
  var target: ReportTarget?

  /// Makes a cell.
  init(
    column: Int,
    width: Int,
    _ content: Content,
    _ role: Role = .text,
    _ emphasis: Style.Emphasis = [],
    target: ReportTarget? = nil
  ) {
    self.column = column
    self.width = width
    self.content = content
    self.role = role
    self.emphasis = emphasis
    self.target = target
  }

  /// Draws it on a row whose first column lies at `left`.
  func draw(on canvas: inout Canvas, row: Int, left: Int, surface: Surface = .base) {
    let style = Style(role, on: surface, emphasis)
    switch content {
    case .text(let text):
      canvas.write(text, row: row, column: left + column, limit: width, style)
    case .right(let text):
      canvas.writeRight(text, row: row, endingAt: left + column + width, limit: width, style)
    case .bar(let share):
      let eighths = Int((min(1, max(0, share)) * Double(width * 8)).rounded())
      // What is there shows, however small its share.
      let shown = share > 0 ? max(1, eighths) : 0
      let parts: [Unicode.Scalar] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
      for cell in 0..<width where shown > cell * 8 {
        let part = shown - cell * 8
        canvas.put(part >= 8 ? "█" : parts[part - 1], row: row, column: left + column + cell, style)
      }
    case .fill(let sign):
      for cell in 0..<width { canvas.put(sign, row: row, column: left + column + cell, style) }
    case .rule:
      for cell in 0..<width {
        canvas.put("─", row: row, column: left + column + cell, Style(.rule, on: surface))
      }
    }
  }
}
