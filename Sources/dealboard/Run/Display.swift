import Board
import Glibc
import Terminal

/// The board's canvas on the terminal's screen.
///
/// Keeps what is shown and hands only what differs to the screen, from the first word of a row that
/// does to the last; the screen in turn sends only cells that differ.
struct Display {
  private let screen: Screen
  private var theme: Theme
  /// The theme, brought to the colours that the terminal has.
  private var looks: Theme
  /// The terminal's style of each board style, by `Style.index`; made when first drawn.
  private var styles: [StyleIndex?]
  private var shown: [Cell] = []
  private var shownColumns = 0
  private var line: [TerminalCell] = []

  /// A display on a screen that nothing was drawn on yet.
  init(screen: Screen, theme: Theme) {
    self.screen = screen
    self.theme = theme
    looks = Self.looks(of: theme, on: screen)
    styles = Array(repeating: nil, count: Style.count)
  }

  /// Takes another theme's looks; the next canvas is drawn whole.
  mutating func use(_ theme: Theme) {
    guard theme != self.theme else { return }
    self.theme = theme
    looks = Self.looks(of: theme, on: screen)
    styles = Array(repeating: nil, count: Style.count)
    screen.resetStyles()
    forget()
  }

  private static func looks(of theme: Theme, on screen: Screen) -> Theme {
    switch screen.colorDepth {
    case .trueColor, .palette256, .none: theme
    case .palette16, .palette8: theme.forFewColors
    }
  }

  /// Forgets what is shown, so that the next canvas is drawn whole.
  mutating func forget() {
    shown = []
  }

  /// Shows a canvas of the screen's size.
  mutating func show(_ canvas: Canvas) {
    let isWhole = shown.count != canvas.cells.count || shownColumns != canvas.columns
    if isWhole {
      // A copy of its own: sharing the canvas's cells would have them copied at its next change.
      shown = Array(canvas.cells[...])
      shownColumns = canvas.columns
    }
    for row in 0..<canvas.rows {
      let line = (row * canvas.columns)..<((row + 1) * canvas.columns)
      if isWhole {
        draw(canvas.cells[line], row: row, column: 0)
      } else if let changed = Self.changed(from: shown, to: canvas.cells, line) {
        shown.replaceSubrange(changed, with: canvas.cells[changed])
        draw(canvas.cells[changed], row: row, column: changed.lowerBound - line.lowerBound)
      }
    }
    screen.placeCursor(canvas.cursor)
    screen.present()
  }

  /// The part of a row that differs, up to the words beside it; `nil` where nothing does.
  ///
  /// How a blank is sent depends on those words.
  private static func changed(
    from old: [Cell],
    to new: [Cell],
    _ row: Range<Int>
  ) -> Range<Int>? {
    guard !isSame(old, new, row), var first = row.first(where: { old[$0] != new[$0] }),
      var last = row.last(where: { old[$0] != new[$0] })
    else { return nil }
    while first > row.lowerBound, new[first].isContinuation || new[first].isBlank { first -= 1 }
    while last < row.upperBound - 1, new[last].isBlank || new[last + 1].isContinuation { last += 1 }
    return first..<(last + 1)
  }

  /// Whether a row is the same in both, compared as bytes.
  ///
  /// Unused bytes within a cell could only make equal rows differ, and those are looked at by cells.
  private static func isSame(_ one: [Cell], _ other: [Cell], _ row: Range<Int>) -> Bool {
    let size = MemoryLayout<Cell>.stride
    return one.withUnsafeBytes { one in
      other.withUnsafeBytes { other in
        guard let one = one.baseAddress, let other = other.baseAddress else { return true }
        let start = row.lowerBound * size
        return memcmp(one + start, other + start, row.count * size) == 0
      }
    }
  }

  private mutating func draw(_ cells: ArraySlice<Cell>, row: Int, column: Int) {
    line.removeAll(keepingCapacity: true)
    for cell in cells {
      line.append(
        TerminalCell(
          scalars: (cell.base.value, cell.firstMark, cell.secondMark),
          width: cell.width,
          style: style(of: cell.style)
        )
      )
    }
    screen.draw(row: row, column: column, cells: line.span)
  }

  private mutating func style(of style: Style) -> StyleIndex {
    if let known = styles[style.index] { return known }
    let look = looks.look(of: style)
    let index = screen.register(
      TerminalStyle(
        foreground: TerminalColor(look.foreground),
        background: TerminalColor(look.background),
        isBold: look.attributes.contains(.bold),
        isDim: look.attributes.contains(.dim),
        isReverse: look.attributes.contains(.reverse),
        isUnderlined: look.attributes.contains(.underline)
      )
    )
    styles[style.index] = index
    return index
  }
}

extension TerminalColor {
  /// The terminal's colour for one that a theme names.
  fileprivate init(_ color: ThemeColor) {
    switch color {
    case .terminal: self = .standard
    case .rgb(let red, let green, let blue):
      self = .rgb(RGBColor(red: red, green: green, blue: blue))
    }
  }
}
