extension Canvas {
  /// Writes text from a place on, in at most `limit` cells, and returns how many it took.
  ///
  /// Text that is longer ends with `…`. Text is made fit for a terminal on the way
  /// (`DisplayClusters`).
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol,
    row: Int,
    column: Int,
    limit: Int = .max,
    _ style: Style
  ) -> Int {
    let room = min(limit, columns - column)
    guard room > 0, row >= 0, row < rows, column >= 0 else { return 0 }
    let text = String(text)
    if let used = writeASCII(text, row: row, column: column, room: room, style) { return used }
    if let spelled = glyphs.spelled(text) {
      return write(spelled, row: row, column: column, limit: limit, style)
    }
    var used = 0
    // Where the text could be cut so that an ellipsis still fits.
    var cut = 0
    for cluster in DisplayClusters(text, width: width) {
      guard used + cluster.width <= room else {
        erase(row: row, from: column + cut, to: column + used, style)
        set(Cell(glyphs.scalar(for: "…"), style: style), row: row, column: column + cut)
        return cut + 1
      }
      let sign = glyphs.scalar(for: cluster.base)
      set(
        Cell(
          sign,
          firstMark: cluster.firstMark,
          secondMark: cluster.secondMark,
          width: UInt8(truncatingIfNeeded: cluster.width),
          style: style
        ),
        row: row,
        column: column + used
      )
      used += cluster.width
      if used < room { cut = used }
    }
    return used
  }

  /// Writes text so that it ends before a column, in at most `limit` cells, and returns how many it
  /// took.
  @discardableResult
  public mutating func writeRight(
    _ text: some StringProtocol,
    row: Int,
    endingAt end: Int,
    limit: Int = .max,
    _ style: Style
  ) -> Int {
    let taken = min(width(of: text), min(limit, end))
    guard taken > 0 else { return 0 }
    return write(text, row: row, column: end - taken, limit: taken, style)
  }

  /// Writes pieces of text in their own styles one after the other, in at most `limit` cells in all,
  /// and returns how many they took.
  @discardableResult
  public mutating func write(
    _ pieces: [(text: String, style: Style)],
    row: Int,
    column: Int,
    limit: Int = .max
  ) -> Int {
    var used = 0
    for piece in pieces where used < limit {
      used += write(piece.text, row: row, column: column + used, limit: limit - used, piece.style)
    }
    return used
  }

  /// Draws one sign.
  public mutating func put(_ sign: Unicode.Scalar, row: Int, column: Int, _ style: Style) {
    set(Cell(glyphs.scalar(for: sign), style: style), row: row, column: column)
  }

  /// How many cells a text takes.
  public func width(of text: some StringProtocol) -> Int {
    let text = String(text)
    if Self.isPlainASCII(text.utf8.span) { return text.utf8.count }
    if let spelled = glyphs.spelled(text) { return width(of: spelled) }
    var cells = 0
    for cluster in DisplayClusters(text, width: width) { cells += cluster.width }
    return cells
  }

  /// A text in at most so many cells; a longer one ends with `…`.
  public func cut(_ text: String, to cells: Int) -> String {
    guard width(of: text) > cells else { return text }
    var shown = ""
    var used = 0
    for character in text {
      let taken = width(of: String(character))
      guard used + taken < cells else { break }
      shown.append(character)
      used += taken
    }
    return shown + "…"
  }

  /// Writes a text of nothing but ASCII's letters and signs, which is most of what is drawn and needs
  /// no look at clusters; `nil` where it is another one, and nothing was written.
  private mutating func writeASCII(
    _ text: String,
    row: Int,
    column: Int,
    room: Int,
    _ style: Style
  ) -> Int? {
    let bytes = text.utf8.span
    guard Self.isPlainASCII(bytes) else { return nil }
    let fits = bytes.count <= room
    let count = fits ? bytes.count : room - 1
    for place in 0..<count {
      set(Cell(Unicode.Scalar(bytes[place]), style: style), row: row, column: column + place)
    }
    guard !fits else { return count }
    set(Cell(glyphs.scalar(for: "…"), style: style), row: row, column: column + count)
    return room
  }

  private static func isPlainASCII(_ bytes: Span<UInt8>) -> Bool {
    for place in bytes.indices where bytes[place] &- 0x20 > 0x5E { return false }
    return true
  }

  private mutating func erase(row: Int, from first: Int, to end: Int, _ style: Style) {
    var column = first
    while column < end {
      set(Cell(style: style), row: row, column: column)
      column += 1
    }
  }
}
