/// Where names and values stand in a TOML text, which TOMLKit does not tell.
///
/// It also keeps from TOMLKit what that does not survive: texts with a wrong sign where a name should
/// be stop the process by an assertion (toml++ 3.3, `parse_key`), and texts that nest without end
/// overflow its stack. To test before this goes: `SpoiltFileTests` with TOMLKit alone.
struct TOMLOutline {
  /// One step on the way from the root to a value.
  enum Step: Hashable {
    /// The value of a name in a table.
    case key(String)
    /// The value at a place of a list, from 0.
    case index(Int)
  }

  /// A value in the text.
  struct Entry: Hashable {
    /// Where its name begins, or the value itself in a list.
    var key: SourcePlace
    /// Where it begins; its name in the header, for a table that has one.
    var value: SourcePlace
    /// Its characters, as places among the text's Unicode scalars; empty for a table with a header.
    var range: Range<Int>
  }

  /// How many steps may lead to a value: settings take three.
  static let deepest = 16

  /// The values by the way to them.
  private(set) var entries: [[Step]: Entry] = [:]
  /// Where the first table header stands among the scalars; `nil` where there is none.
  private(set) var firstHeader: Int?

  private var cursor: TOMLCursor
  private var tableCounts: [[Step]: Int] = [:]

  /// Reads a text.
  ///
  /// Throws where its shape is not TOML's. What values may be is TOMLKit's to judge.
  init(_ text: String) throws(TOMLFault) {
    cursor = TOMLCursor(text)
    var table: [Step] = []
    while let next = cursor.skipToContent() {
      if next == "[" {
        firstHeader = firstHeader ?? cursor.position
        table = try readHeader()
      } else {
        try readPair(in: table)
      }
      try cursor.endLine()
    }
  }

  private func checkDepth(_ path: [Step]) throws(TOMLFault) {
    if path.count > Self.deepest { throw cursor.fault(.tooDeep) }
  }

  /// Notes a table that has no text of its own.
  private mutating func add(_ path: [Step], at place: SourcePlace) {
    if entries[path] == nil { entries[path] = Entry(key: place, value: place, range: 0..<0) }
  }

  // MARK: Tables

  private mutating func readHeader() throws(TOMLFault) -> [Step] {
    cursor.advance()
    let isList = cursor.take("[")
    let parts = try readKey(within: [])
    guard cursor.take("]"), !isList || cursor.take("]") else { throw cursor.fault(.openHeader) }
    var path: [Step] = []
    for (depth, part) in parts.enumerated() {
      path.append(.key(part.name))
      add(path, at: part.place)
      if isList, depth == parts.count - 1 { tableCounts[path, default: 0] += 1 }
      if let count = tableCounts[path] {
        path.append(.index(count - 1))
        add(path, at: part.place)
      }
    }
    try checkDepth(path)
    return path
  }

  private mutating func readPair(in table: [Step]) throws(TOMLFault) {
    let parts = try readKey(within: table)
    guard cursor.take("=") else { throw cursor.fault(.noEqualsSign) }
    cursor.skipBlanks()
    var path = table
    var key = cursor.place
    for (depth, part) in parts.enumerated() {
      path.append(.key(part.name))
      key = part.place
      if depth < parts.count - 1 { add(path, at: part.place) }
    }
    try readValue(path, key: key)
  }

  /// The parts of a dotted name, and the blanks after it; never empty.
  private mutating func readKey(
    within path: [Step]
  ) throws(TOMLFault) -> [(name: String, place: SourcePlace)] {
    var parts: [(name: String, place: SourcePlace)] = []
    repeat {
      cursor.skipBlanks()
      let place = cursor.place
      parts.append((try cursor.readName(), place))
      if path.count + parts.count > Self.deepest { throw cursor.fault(.tooDeep) }
      cursor.skipBlanks()
    } while cursor.take(".")
    return parts
  }

  // MARK: Values

  private mutating func readValue(_ path: [Step], key: SourcePlace?) throws(TOMLFault) {
    try checkDepth(path)
    let start = cursor.place
    let begin = cursor.position
    switch cursor.current {
    case "\"", "'": _ = try cursor.readText()
    case "[": try readList(path)
    case "{": try readInlineTable(path)
    default: try cursor.skipBareValue()
    }
    entries[path] = Entry(key: key ?? start, value: start, range: begin..<cursor.position)
  }

  private mutating func readList(_ path: [Step]) throws(TOMLFault) {
    let opening = cursor.fault(.openList)
    cursor.advance()
    var count = 0
    while let next = cursor.skipToContent() {
      if cursor.take("]") { return }
      if next == "," { throw cursor.fault(.noValue) }
      try readValue(path + [.index(count)], key: nil)
      count += 1
      guard let after = cursor.skipToContent() else { throw opening }
      guard after == "]" || cursor.take(",") else { throw cursor.fault(.noComma) }
    }
    throw opening
  }

  private mutating func readInlineTable(_ path: [Step]) throws(TOMLFault) {
    cursor.advance()
    cursor.skipBlanks()
    if cursor.take("}") { return }
    repeat {
      cursor.skipBlanks()
      try readPair(in: path)
      cursor.skipBlanks()
      if cursor.take("}") { return }
    } while cursor.take(",")
    throw cursor.fault(.noComma)
  }
}
