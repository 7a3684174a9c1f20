public import Pipeline

/// A list to choose from by moving and by typing a part of what is wanted.
public struct PickList<Value: Sendable>: Sendable {
  /// One line of the list.
  public struct Item: Sendable {
    /// What is chosen by it.
    public var value: Value
    /// What it says, which typing searches.
    public var title: String
    /// Other words that it is found by.
    public var keywords: [String]
    /// What stands at its right: a key, a count.
    public var detail: String
    /// Why it cannot be chosen now; `nil` where it can.
    public var unavailable: String?

    /// Makes a line.
    public init(
      _ value: Value,
      title: String,
      keywords: [String] = [],
      detail: String = "",
      unavailable: String? = nil
    ) {
      self.value = value
      self.title = title
      self.keywords = keywords
      self.detail = detail
      self.unavailable = unavailable
    }
  }

  /// What was typed to narrow the list.
  public var query: TextField {
    didSet {
      guard query != oldValue else { return }
      narrow()
    }
  }

  /// Every line, in the order that was handed in.
  public let items: [Item]
  /// The lines that fit what was typed, best first.
  public private(set) var shown: [Int]
  /// The place of the chosen line among `shown`; 0 where there is none.
  public private(set) var selected = 0

  /// A list of lines in the order they are shown while nothing is typed.
  public init(_ items: [Item], selected: Int = 0) {
    self.items = items
    self.query = TextField()
    self.shown = Array(items.indices)
    self.selected = max(0, min(selected, items.count - 1))
  }

  /// The line that enter would take; `nil` where nothing fits.
  public var current: Item? {
    shown.indices.contains(selected) ? items[shown[selected]] : nil
  }

  /// Moves by so many lines; stops at the ends.
  public mutating func move(by count: Int) {
    selected = max(0, min(shown.count - 1, selected + count))
  }

  private mutating func narrow() {
    let wanted = Searched(query.text)
    let ranked = items.indices.compactMap { index in
      rank(of: items[index], wanted).map { (index, $0) }
    }
    shown = ranked.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
    selected = 0
  }
}

extension PickList {
  /// How well a line fits, smaller is better: by its title, else by another word for it, which must
  /// begin as typed; `@x` looks for the key x.
  private func rank(of item: Item, _ wanted: Searched) -> Int? {
    if query.text.hasPrefix("@"), query.text.count > 1 {
      let key = query.text.dropFirst()
      let keys = item.detail.split(separator: " ")
      if keys.contains(key) { return 0 }
      return keys.contains { $0.hasPrefix(key) } ? 1 : nil
    }
    let byTitle = wanted.rank(in: item.title)
    let isNamed = item.keywords.contains { wanted.rank(in: $0) == 0 }
    guard isNamed, !query.isEmpty else { return byTitle }
    return min(byTitle ?? 1, 1)
  }

  /// Draws the lines, scrolled so that the chosen one is in sight.
  ///
  /// - Parameters:
  ///   - canvas: What is drawn on.
  ///   - rect: Where.
  ///   - empty: What is said where nothing fits.
  public func draw(on canvas: inout Canvas, in rect: Rect, empty: String = phrase("Nothing fits."))
  {
    guard rect.rows > 0 else { return }
    if shown.isEmpty {
      canvas.write(
        empty,
        row: rect.row,
        column: rect.column + 1,
        limit: rect.columns - 1,
        Style(.dim, on: .overlay)
      )
      return
    }
    let first = max(0, min(selected - rect.rows / 2, shown.count - rect.rows))
    for line in 0..<min(rect.rows, shown.count - first) {
      let item = items[shown[first + line]]
      let isSelected = first + line == selected
      let surface: Surface = isSelected ? .selection : .overlay
      let row = rect.line(line)
      canvas.fill(row, Style(.text, on: surface))
      canvas.put(
        isSelected ? "▌" : " ",
        row: row.row,
        column: row.column,
        Style(.cursor, on: surface)
      )
      let detail = item.unavailable ?? item.detail
      // What cannot be chosen is read for its name first, and its reason as far as it fits.
      let room = max(0, row.columns - 4 - canvas.width(of: item.title))
      let taken = canvas.writeRight(
        detail,
        row: row.row,
        endingAt: row.endColumn - 1,
        limit: item.unavailable == nil ? max(row.columns / 2, room) : room,
        Style(item.unavailable == nil ? .key : .dim, on: surface)
      )
      canvas.write(
        item.title,
        row: row.row,
        column: row.column + 1,
        limit: row.columns - taken - (taken > 0 ? 3 : 2),
        Style(item.unavailable == nil ? .text : .dim, on: surface, isSelected ? .bold : [])
      )
    }
  }
}
