/// One line of text being typed.
///
/// It edits whole characters, so that a letter and its accents, or an emoji of several parts, come
/// and go together.
public struct TextField: Hashable, Sendable {
  private var characters: [Character]
  /// Where the next character goes, from 0 to the number of characters.
  public private(set) var cursor: Int
  /// Whether the whole text is selected, so that what is typed next takes its place.
  public private(set) var isSelected: Bool

  /// A field that holds a text, with the cursor at its end.
  public init(_ text: String = "", isSelected: Bool = false) {
    characters = Array(text)
    cursor = characters.count
    self.isSelected = isSelected && !text.isEmpty
  }

  /// What was typed.
  public var text: String { String(characters) }

  /// Whether nothing was typed.
  public var isEmpty: Bool { characters.isEmpty }

  /// Whether the cursor stands behind the last character.
  public var isCursorAtEnd: Bool { cursor == characters.count }

  /// The most characters a field takes; what is typed or pasted beyond them is left out.
  public static let limit = 4_000

  /// Puts typed or pasted text at the cursor; line breaks and tabs become spaces.
  public mutating func insert(_ text: String) {
    if isSelected { self = TextField() }
    let room = max(0, Self.limit - characters.count)
    let added = text.map { $0.isNewline || $0 == "\t" ? " " : $0 }.prefix(room)
    let before = String(characters[..<cursor]) + String(added)
    let after = String(characters[cursor...])
    // A mark that was typed by itself joins the letter before it, so places are counted anew.
    characters = Array(before + after)
    cursor = min(before.count, characters.count)
  }

  /// Replaces everything; the cursor goes to the end.
  public mutating func replace(with text: String) {
    self = TextField(text)
  }

  /// Takes away the character before the cursor; nothing at the start.
  public mutating func deleteBackward() {
    guard !isSelected else {
      self = TextField()
      return
    }
    guard cursor > 0 else { return }
    cursor -= 1
    characters.remove(at: cursor)
  }

  /// Takes away the character at the cursor; nothing at the end.
  public mutating func deleteForward() {
    guard !isSelected else {
      self = TextField()
      return
    }
    guard cursor < characters.count else { return }
    characters.remove(at: cursor)
  }

  /// Keeps the text when the next character is typed.
  public mutating func deselect() { isSelected = false }

  /// Takes away the word before the cursor and the blanks after it.
  public mutating func deleteWordBackward() {
    let end = cursor
    moveWordBackward()
    characters.removeSubrange(cursor..<end)
  }

  /// Takes away everything before the cursor.
  public mutating func deleteToStart() {
    characters.removeSubrange(..<cursor)
    cursor = 0
  }

  /// Takes away everything from the cursor on.
  public mutating func deleteToEnd() {
    characters.removeSubrange(cursor...)
  }

  /// Goes one character back; stays at the start.
  public mutating func moveBackward() { cursor = max(0, cursor - 1) }
  /// Goes one character on; stays at the end.
  public mutating func moveForward() { cursor = min(characters.count, cursor + 1) }
  /// Goes to the start.
  public mutating func moveToStart() { cursor = 0 }
  /// Goes to the end.
  public mutating func moveToEnd() { cursor = characters.count }

  /// Goes to the start of the word before the cursor.
  public mutating func moveWordBackward() {
    while cursor > 0, characters[cursor - 1].isWhitespace { cursor -= 1 }
    while cursor > 0, !characters[cursor - 1].isWhitespace { cursor -= 1 }
  }

  /// Goes behind the word after the cursor.
  public mutating func moveWordForward() {
    while cursor < characters.count, characters[cursor].isWhitespace { cursor += 1 }
    while cursor < characters.count, !characters[cursor].isWhitespace { cursor += 1 }
  }
}

extension TextField {
  /// Draws the field on one row, scrolled so that the cursor is in sight, and puts the terminal's
  /// cursor there where it has the focus.
  ///
  /// - Parameters:
  ///   - canvas: What is drawn on.
  ///   - rect: Where; only its first row is used.
  ///   - hint: What is shown while nothing is typed.
  ///   - completion: How the text could go on, shown dim behind it.
  ///   - isFocused: Whether keys go here.
  public func draw(
    on canvas: inout Canvas,
    in rect: Rect,
    hint: String = "",
    completion: String = "",
    isFocused: Bool
  ) {
    guard rect.rows > 0, rect.columns > 0 else { return }
    canvas.fill(rect.line(0), Style(.text, on: .field))
    // One cell at the end is kept for the cursor.
    let room = rect.columns - 1
    var first = cursor
    var used = 0
    while first > 0 {
      let width = canvas.width(of: String(characters[first - 1]))
      guard used + width <= room else { break }
      used += width
      first -= 1
    }
    let shown = String(characters[first...])
    if characters.isEmpty {
      canvas.write(
        hint,
        row: rect.row,
        column: rect.column,
        limit: rect.columns,
        Style(.dim, on: .field)
      )
    } else {
      let used = canvas.write(
        shown,
        row: rect.row,
        column: rect.column,
        limit: rect.columns,
        Style(.text, on: .field, isFocused && isSelected ? .reverse : [])
      )
      if isFocused, isCursorAtEnd {
        canvas.write(
          completion,
          row: rect.row,
          column: rect.column + used,
          limit: rect.columns - used,
          Style(.dim, on: .field)
        )
      }
    }
    if isFocused { canvas.cursor = (rect.row, rect.column + used) }
  }
}
