internal import CPseudoTerminal

/// A terminal as a value: bytes go in, a grid of cells comes out.
///
/// It knows what ncurses emits for `xterm-256color`, `xterm`, `screen-256color`, `tmux-256color`,
/// `linux` and `vt100`. What it does not know it collects in `unknownSequences`, so that a test
/// fails on it, and never guesses.
public struct TerminalModel: Sendable {
  /// Height in cells.
  public internal(set) var rows: Int
  /// Width in cells.
  public internal(set) var columns: Int
  /// Where the next character goes; stays in the last column after it has been written.
  public internal(set) var cursor = TerminalPosition(row: 0, column: 0)
  /// Whether the cursor is shown (25).
  public internal(set) var isCursorVisible = true
  /// Whether a program has switched to the alternate screen (1049).
  public internal(set) var isAlternateScreen = false
  /// What the program has switched on.
  public internal(set) var modes = TerminalModes()
  /// The style of what is written next.
  public internal(set) var style = TerminalStyle()
  /// The window's title; empty before one is set.
  public internal(set) var title = ""
  /// What the program last put on the clipboard (OSC 52), still in Base64; nil before it has.
  public internal(set) var clipboard: String?
  /// How often the bell has rung or the screen flashed.
  public internal(set) var bells = 0
  /// Bytes no terminal of the set would understand, readable, in the order of their arrival.
  public internal(set) var unknownSequences: [String] = []
  /// What the terminal says to OSC 11: red, green, blue, 0 to 255; nil for one that does not answer.
  public var backgroundAnswer: (red: Int, green: Int, blue: Int)?

  var screen: ScreenBuffer
  /// The one that is not shown.
  var hidden: ScreenBuffer
  var parser = SequenceParser()
  var characterSets = CharacterSets()
  var scrollRegion: Range<Int>
  var tabStops: Set<Int>
  /// The last column is written and the next character goes to the next row (xenl).
  var isWrapPending = false
  var saved = SavedCursor()
  var savedByAlternateScreen = SavedCursor()
  var titleStack: [String] = []
  var cursorShape = 0
  var isPaletteChanged = false
  /// For REP.
  var lastWritten: Unicode.Scalar?
  var pendingReplies: [UInt8] = []

  /// What DECSC keeps.
  struct SavedCursor: Sendable {
    var cursor = TerminalPosition(row: 0, column: 0)
    var style = TerminalStyle()
    var characterSets = CharacterSets()
    var isWrapPending = false
  }

  /// An empty terminal; both sizes at least 1.
  public init(rows: Int = 24, columns: Int = 80) {
    precondition(rows > 0 && columns > 0, "a terminal has at least one cell")
    self.rows = rows
    self.columns = columns
    screen = ScreenBuffer(rows: rows, columns: columns)
    hidden = screen
    scrollRegion = 0..<rows
    tabStops = Self.tabStops(upTo: columns)
  }

  /// Does what a program's output says.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      guard let (sequence, bytes) = parser.push(byte) else { continue }
      let isKnown =
        switch sequence {
        case .scalar(let scalar): write(scalar)
        case .control(let control): obey(control: control)
        case .escape(let text): obey(escape: text)
        case .csi(let control): obey(control)
        case .osc(let text): obey(osc: text)
        case .unknown: false
        }
      if !isKnown { unknownSequences.append(escaped(bytes)) }
    }
  }

  /// Does what a program's output says.
  public mutating func feed(_ text: String) { feed(text.utf8) }

  /// What the terminal answers to queries so far; empty until the next one.
  public mutating func takeReplies() -> [UInt8] {
    defer { pendingReplies = [] }
    return pendingReplies
  }

  /// Changes the size; rows above the cursor go where it would be below the last one.
  public mutating func resize(rows: Int, columns: Int) {
    precondition(rows > 0 && columns > 0, "a terminal has at least one cell")
    let dropped = max(0, cursor.row - (rows - 1))
    screen.resize(rows: rows, columns: columns, dropped: dropped)
    hidden.resize(rows: rows, columns: columns, dropped: 0)
    self.rows = rows
    self.columns = columns
    scrollRegion = 0..<rows
    tabStops = Self.tabStops(upTo: columns)
    isWrapPending = false
    moveCursor(row: cursor.row - dropped, column: cursor.column)
  }

  static func tabStops(upTo columns: Int) -> Set<Int> { Set(stride(from: 8, to: columns, by: 8)) }

  // MARK: Writing

  mutating func write(_ scalar: Unicode.Scalar) -> Bool {
    let scalar = characterSets.translated(scalar)
    let width = Int(width_in_cells(scalar.value))
    switch width {
    case 0: return combine(scalar)
    case 1...columns: break
    default: return false
    }
    let lacksRoom = cursor.column + width > columns
    if modes.autoWrap, isWrapPending || lacksRoom {
      cursor.column = 0
      moveDownOrScroll()
    } else if lacksRoom {
      cursor.column = columns - width
    }
    if modes.insert { screen.insertCells(width, at: cursor, style: style.erased) }
    screen.put(String(scalar), width: width, style: style, at: cursor)
    lastWritten = scalar
    cursor.column += width
    if cursor.column == columns {
      cursor.column -= 1
      isWrapPending = modes.autoWrap
    }
    return true
  }

  private mutating func combine(_ mark: Unicode.Scalar) -> Bool {
    var place = cursor
    if !isWrapPending { place.column -= 1 }
    guard place.column >= 0 else { return false }
    screen.combine(mark, at: place)
    return true
  }

  // MARK: Moving

  /// Moves the cursor, onto the screen at the least.
  mutating func moveCursor(row: Int, column: Int) {
    cursor.row = min(max(row, 0), rows - 1)
    cursor.column = min(max(column, 0), columns - 1)
    isWrapPending = false
  }

  /// One row down; at the region's end the region scrolls instead.
  mutating func moveDownOrScroll() {
    isWrapPending = false
    if cursor.row == scrollRegion.upperBound - 1 {
      screen.scrollUp(1, in: scrollRegion, style: style.erased)
    } else if cursor.row < rows - 1 {
      cursor.row += 1
    }
  }

  /// One row up; at the region's beginning the region scrolls instead.
  mutating func moveUpOrScroll() {
    isWrapPending = false
    if cursor.row == scrollRegion.lowerBound {
      screen.scrollDown(1, in: scrollRegion, style: style.erased)
    } else if cursor.row > 0 {
      cursor.row -= 1
    }
  }
}
