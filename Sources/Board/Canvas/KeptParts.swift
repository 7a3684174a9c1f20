import Pipeline

/// Parts of a screen as they were drawn the last time, with what they showed.
///
/// Composing a part (wording, measuring, cutting text) costs more than all else of a key press, and a
/// key changes few parts. A part that shows the same content in the same size is copied from here,
/// wherever it stands now. Its content is a value, from which alone it is drawn: what is not in the
/// content cannot be on the screen, so that no part can show an old figure. Parts may lie in parts.
///
/// What looks one way with the focus and another way without it is two parts: the focus goes back and
/// forth, and leaves what it leaves as it was before.
struct KeptParts: Sendable {
  /// What a part is, in a frame.
  enum Name: Hashable, Sendable {
    case card(Identifier<Deal>, CardContent.Look)
    case cards(ColumnPlace, hasFocus: Bool)
    case header(ColumnPlace, hasFocus: Bool)
    case rail(ColumnPlace)
    case sidebar(ColumnPlace)
    case sidebarWords(ColumnPlace)
    case title
    case footer
  }

  /// What was drawn, with what it shows.
  ///
  /// A class, so that looking at a part copies a reference.
  private final class Part<Content: Equatable & Sendable>: Sendable {
    let content: Content
    let rows: Int
    let columns: Int
    let cells: [Cell]

    init(_ cells: [Cell], showing content: Content, in rect: Rect) {
      self.content = content
      rows = rect.rows
      columns = rect.columns
      self.cells = cells
    }
  }

  /// How many frames a part is kept that none of them shows: a card within a column that is copied
  /// whole is wanted again with the next key in that column.
  private static let patience = 256

  private var parts: [Name: (part: any AnyObject & Sendable, lastUsed: Int)] = [:]
  private var sidebarBlocks: SidebarBlocks?
  private var frame = 0

  /// Begins a frame, and forgets now and then what was not shown for long.
  mutating func beginFrame() {
    frame += 1
    guard frame.isMultiple(of: Self.patience) else { return }
    let oldest = frame - Self.patience
    parts = parts.filter { $0.value.lastUsed >= oldest }
  }

  /// What the sidebar says in words for which there is room, and how many blocks have none.
  mutating func sidebar(
    saying content: SidebarContent,
    at place: ColumnPlace,
    rows: Int
  ) -> (blocks: [SidebarBlock], left: Int) {
    if sidebarBlocks?.say(content) == nil { sidebarBlocks = SidebarBlocks(content) }
    return sidebarBlocks?.fitting(at: place, rows: rows) ?? ([], 0)
  }

  /// The cells of a part, row by row, where it showed this content in this size.
  fileprivate mutating func cells<Content: Equatable & Sendable>(
    of name: Name,
    showing content: Content,
    in rect: Rect
  ) -> [Cell]? {
    guard let place = parts.index(forKey: name) else { return nil }
    guard let part = parts.values[place].part as? Part<Content>, part.rows == rect.rows,
      part.columns == rect.columns, part.content == content
    else { return nil }
    parts.values[place].lastUsed = frame
    return part.cells
  }

  fileprivate mutating func keep(
    _ cells: [Cell],
    of name: Name,
    showing content: some Equatable & Sendable,
    in rect: Rect
  ) {
    parts[name] = (Part(cells, showing: content, in: rect), frame)
  }
}

extension Canvas {
  /// Draws a part of the screen that may be the same as the last time.
  ///
  /// `compose` draws within the rectangle, which is blank, and by the content alone.
  mutating func draw(
    _ name: KeptParts.Name,
    showing content: some Equatable & Sendable,
    in rect: Rect,
    _ compose: (inout Canvas) -> Void
  ) {
    guard rect.row >= 0, rect.column >= 0, rect.endRow <= rows, rect.endColumn <= columns,
      rect.rows > 0, rect.columns > 0
    else { return compose(&self) }
    if let cells = kept.cells(of: name, showing: content, in: rect) {
      put(cells, in: rect)
    } else {
      compose(&self)
      kept.keep(cells(in: rect), of: name, showing: content, in: rect)
    }
  }
}
