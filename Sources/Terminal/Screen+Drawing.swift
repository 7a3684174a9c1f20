import CNcurses
import Glibc

extension Screen {
  /// Makes a style known; the same style has the same index until the styles are reset.
  public func register(_ style: TerminalStyle) -> StyleIndex {
    styles.register(style)
  }

  /// Forgets all styles, as before another theme; what is on the screen has to be drawn again.
  public func resetStyles() {
    styles.reset()
  }

  /// Blanks the whole screen.
  public func erase() {
    werase(window)
  }

  /// Blanks a row, counted from 0; none where the screen has no such row.
  public func eraseRow(_ row: Int) {
    guard (0..<rows).contains(row) else { return }
    wmove(window, Int32(row), 0)
    wclrtoeol(window)
  }

  /// Draws cells from a column on, row and column counted from 0, in one call of curses.
  ///
  /// What does not fit into the row is left out, a wide character at the edge whole. What the locale
  /// cannot show, or shows in another width than the cell says, is drawn as `?`.
  public func draw(row: Int, column: Int, cells: Span<TerminalCell>) {
    guard (0..<rows).contains(row), (0..<columns).contains(column) else { return }
    let room = columns - column
    styles.sentStyles(of: cells, into: &sentStyles)
    line.withUnsafeMutableBufferPointer { line in
      styles.templates.withUnsafeBufferPointer { templates in
        let count = Self.fill(line, with: cells, room: room, sentStyles, templates)
        guard count > 0 else { return }
        mvwadd_wchnstr(window, Int32(row), Int32(column), line.baseAddress, Int32(count))
      }
    }
  }

  /// Shows the terminal's cursor at a cell, for typing text, or hides it; takes effect when presented.
  public func placeCursor(_ place: (row: Int, column: Int)?) {
    cursor = place.flatMap { place in
      (0..<rows).contains(place.row) && (0..<columns).contains(place.column) ? place : nil
    }
  }

  /// Sends what differs from the last time to the terminal, at once.
  public func present() {
    guard !takesTerminalAgain else {
      takesTerminalAgain = false
      return writeChanges()
    }
    let written = frame.collect { writeChanges() }
    guard !written.isEmpty else { return }
    merger?.merge(written)
    var bytes = merger.map { $0.merged[...] } ?? written
    if pacing.write(bytes.count) {
      bytes += Array(LinePacing.question.utf8)
      pacing.ask(at: MonotonicClock.milliseconds)
    }
    bytes.withUnsafeBytes { send($0, milliseconds: -1) }
  }

  /// Has curses write what differs from the last time.
  private func writeChanges() {
    leaveok(window, cursor == nil)
    if let cursor { wmove(window, Int32(cursor.row), Int32(cursor.column)) }
    wnoutrefresh(window)
    // Seen only where it stays: not while it runs over the screen.
    if cursor == nil { curs_set(0) }
    doupdate()
    if cursor != nil { curs_set(1) }
  }

  /// Has the next `present` send every cell, because something else wrote to the terminal.
  public func redrawAll() {
    clearok(curses_current_window(), true)
  }

  /// Turns cells into those of curses, as many as there are columns for; how many that were.
  private static func fill(
    _ line: UnsafeMutableBufferPointer<cchar_t>,
    with cells: Span<TerminalCell>,
    room: Int,
    _ styles: [Int],
    _ templates: UnsafeBufferPointer<cchar_t>
  ) -> Int {
    var used = 0
    var count = 0
    for place in cells.indices {
      let cell = cells[place]
      let width = Int(cell.width)
      guard width > 0 else { continue }
      guard used + width <= room else { break }
      used += width
      var drawn = templates[styles[place]]
      if isDrawable(cell.scalars.0, width) {
        drawn.chars.0 = wchar_t(cell.scalars.0)
        if cell.scalars.1 != 0 { combine(cell.scalars, into: &drawn) }
        line[count] = drawn
        count += 1
      } else {
        drawn.chars.0 = 0x3f
        for _ in 0..<width {
          line[count] = drawn
          count += 1
        }
      }
    }
    return count
  }

  // ASCII needs no table. Curses asks `wcwidth` too and would shift the rest of the row if it answered otherwise.
  private static func isDrawable(_ scalar: UInt32, _ width: Int) -> Bool {
    if (0x20..<0x7f).contains(scalar) { return width == 1 }
    return scalar <= 0x10_ffff && Int(wcwidth(wchar_t(scalar))) == width
  }

  private static func combine(_ scalars: (UInt32, UInt32, UInt32), into drawn: inout cchar_t) {
    guard isMark(scalars.1) else { return }
    drawn.chars.1 = wchar_t(scalars.1)
    if isMark(scalars.2) { drawn.chars.2 = wchar_t(scalars.2) }
  }

  private static func isMark(_ scalar: UInt32) -> Bool {
    scalar != 0 && scalar <= 0x10_ffff && wcwidth(wchar_t(scalar)) == 0
  }
}
