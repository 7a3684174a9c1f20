/// What the first bytes of a file say about the rest.
struct FileHead {
  /// How the fields are told apart.
  let dialect: CSVDialect
  /// The bytes that were looked at, and the rest behind them; without the byte order mark and without
  /// a line that only names the delimiter.
  let source: PrefixedSource
  /// The physical line that the source begins with: 2 behind a line that names the delimiter.
  let firstLine: Int
  /// Whether the first character is one that begins JSON.
  let isJSON: Bool

  private static let size = 64 << 10

  /// Looks at the beginning of a file.
  ///
  /// Throws `ImportRefusal` for an empty file, one in UTF-16 or UTF-32, one of zeros and a spreadsheet,
  /// and what opening and reading throw.
  init(of file: ImportFile, encoding: TextEncoding) throws {
    var raw = try file.open()
    var head: [UInt8] = []
    while head.count < Self.size {
      let part = try raw.read(upTo: Self.size - head.count)
      if part.isEmpty { break }
      head.append(contentsOf: part)
    }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head.removeFirst(3) }
    if let reason = Self.refusal(head) { throw ImportRefusal(reason) }
    guard head.contains(where: { !$0.isBlank }) else { throw ImportRefusal(.emptyFile) }

    let firstSeen = head.first { !$0.isBlank }
    self.isJSON = firstSeen == UInt8(ascii: "[") || firstSeen == UInt8(ascii: "{")
    let lineEnd = Self.lineEnd(of: head)
    let named = Self.namedDelimiter(&head, lineEnd)
    self.firstLine = named == nil ? 1 : 2
    self.dialect = CSVDialect(
      delimiter: named ?? Self.delimiter(of: head, lineEnd),
      endsLinesWithReturn: lineEnd == CSVDialect.carriageReturn
    )
    let joined = PrefixedSource(prefix: head, rest: raw)
    self.source =
      switch encoding {
      case .utf8: joined
      case .windows1252: PrefixedSource(prefix: [], rest: Windows1252Source(source: joined))
      }
  }

  private static func refusal(_ head: [UInt8]) -> ImportRefusal.Reason? {
    let zeros = head.prefix(4).map { $0 == 0 }
    if zeros == [true, true, true, true] { return .nulByte }
    // A character of four bytes, of which a plain letter fills one; the mark of the order fills two.
    if zeros == [true, true, true, false] || zeros == [false, true, true, true]
      || head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF])
    {
      return .utf32
    }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return .utf16 }
    // Without its mark UTF-16 shows in the zero half of each plain letter.
    if head.count >= 4, head[0] == 0 && head[2] == 0 || head[1] == 0 && head[3] == 0 {
      return .utf16
    }
    let isZip = head.starts(with: [0x50, 0x4B, 0x03, 0x04])
    let isCompoundFile = head.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    return isZip || isCompoundFile ? .spreadsheet : nil
  }

  private static func lineEnd(of head: [UInt8]) -> UInt8 {
    head.contains(CSVDialect.lineFeed) || !head.contains(CSVDialect.carriageReturn)
      ? CSVDialect.lineFeed : CSVDialect.carriageReturn
  }

  /// What a first line says that is nothing but `sep=;`, as Excel reads and writes it; takes that line
  /// away.
  private static func namedDelimiter(_ head: inout [UInt8], _ lineEnd: UInt8) -> UInt8? {
    guard let end = head.prefix(16).firstIndex(of: lineEnd) else { return nil }
    var line = head[..<end]
    if line.last == CSVDialect.carriageReturn { line.removeLast() }
    if line.count > 2, line.first == CSVDialect.quote, line.last == CSVDialect.quote {
      line = line.dropFirst().dropLast()
    }
    guard line.count == 5, let delimiter = line.last,
      String(decoding: line.dropLast(), as: UTF8.self).lowercased() == "sep=",
      CSVDialect.mayDelimit(delimiter)
    else { return nil }
    head.removeSubrange(...end)
    return delimiter
  }

  /// The delimiter is whichever is most frequent in the header line; of equals, the more usual one.
  ///
  /// A tab or a bar must also set apart a name that an import knows: one column may be called by
  /// several words.
  private static func delimiter(of head: [UInt8], _ lineEnd: UInt8) -> UInt8 {
    let header =
      head.split(separator: lineEnd, omittingEmptySubsequences: true)
      .first { $0.contains { !$0.isBlank } } ?? []
    var counts = [Int](repeating: 0, count: CSVDialect.delimiters.count)
    var isQuoted = false
    for byte in header {
      if byte == CSVDialect.quote { isQuoted.toggle() }
      if isQuoted { continue }
      if let place = CSVDialect.delimiters.firstIndex(of: byte) { counts[place] += 1 }
    }
    var best = 0
    for (place, delimiter) in CSVDialect.delimiters.enumerated() where counts[place] > counts[best]
    {
      let isUsual = delimiter == UInt8(ascii: ",") || delimiter == UInt8(ascii: ";")
      if isUsual || setsApartNames(delimiter, in: header) { best = place }
    }
    return CSVDialect.delimiters[best]
  }

  private static func setsApartNames(_ delimiter: UInt8, in header: ArraySlice<UInt8>) -> Bool {
    header.split(separator: delimiter).contains { field in
      let name = String(decoding: field.filter { $0 != CSVDialect.quote }, as: UTF8.self)
      return DealColumns.isKnown(name)
    }
  }
}

/// Bytes that were read ahead, and then the rest of where they came from.
struct PrefixedSource: ByteSource {
  private var prefix: ArraySlice<UInt8>
  private var rest: any ByteSource

  init(prefix: [UInt8], rest: any ByteSource) {
    self.prefix = prefix[...]
    self.rest = rest
  }

  mutating func read(upTo count: Int) throws -> [UInt8] {
    guard !prefix.isEmpty else { return try rest.read(upTo: count) }
    let part = prefix.prefix(max(1, count))
    prefix = prefix.dropFirst(part.count)
    return Array(part)
  }
}
