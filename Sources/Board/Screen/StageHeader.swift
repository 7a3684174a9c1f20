import Pipeline

/// The head of a stage column: its name and count, its sum and probability, its share of the value.
struct StageHeader {
  static let rows = 3

  private let content: StageHeaderContent
  private var figures: StageHeaderContent.Figures { content.figures }

  init(_ content: StageHeaderContent) {
    self.content = content
  }

  /// Draws three rows from the top left of a rectangle on, beside a blank column at its left.
  func draw(on canvas: inout Canvas, in rect: Rect) {
    let left = rect.column + 1
    let end = rect.endColumn
    let name = (content.isFocused ? "▼ " : "") + figures.title.uppercased()
    let count = content.count
    let taken = canvas.writeRight(count, row: rect.row, endingAt: end, Style(changedRole))
    canvas.write(
      name,
      row: rect.row,
      column: left,
      limit: end - left - taken - 1,
      Style(figures.role, .bold)
    )
    let room = end - left
    let sums = content.sums
    // The wins' "this month" gives way to their sum, the probability does not.
    let chances = figures.chances
    let chance =
      chances.first { !Self.fitting(sums, room - canvas.width(of: $0) - 1, canvas).isCut }
      ?? chances.last ?? ""
    let right = canvas.writeRight(chance, row: rect.row + 1, endingAt: end, Style(.dim))
    let limit = room - right - 1
    canvas.write(
      Self.fitting(sums, limit, canvas).text,
      row: rect.row + 1,
      column: left,
      limit: limit,
      Style(changedRole)
    )
    drawShare(on: &canvas, row: rect.row + 2, left: left, end: end)
  }

  /// As many parts as have room, and after them how many more there are.
  static func fitting(
    _ parts: [String],
    _ room: Int,
    _ canvas: Canvas
  ) -> (text: String, isCut: Bool) {
    for count in stride(from: parts.count, to: 0, by: -1) {
      let left = parts.count - count
      let text = parts.prefix(count).joined(separator: " ") + (left > 0 ? " +\(left)" : "")
      if canvas.width(of: text) <= room { return (text, left > 0) }
    }
    return (parts.first ?? "", !parts.isEmpty)
  }

  /// The role of what dropping the carried deal changes, else of plain text.
  var changedRole: Role {
    guard let now = content.now else { return .text }
    let isSame =
      now.deals == figures.deals
      && now.sums(first: content.currency) == figures.sums(first: content.currency)
    return isSame ? .text : .carried
  }

  /// Draws the stage's share of the open value as a line.
  func drawShare(on canvas: inout Canvas, row: Int, left: Int, end: Int) {
    let width = max(0, end - left)
    let filled = content.filled(of: width)
    for cell in 0..<width {
      let isFilled = cell < filled
      canvas.put(
        isFilled ? "━" : "─",
        row: row,
        column: left + cell,
        Style(isFilled ? figures.role : .rule)
      )
    }
  }
}
