/// What the first bytes of a file say about the rest.
struct FileHead {
  /// How the fields are told apart.
  let dialect: CSVDialect
  /// The bytes that were looked at, and the rest behind them; without the byte order mark.
  let source: PrefixedSource
  /// Whether the first character is one that begins JSON.
  let isJSON: Bool

  private static let size = 64 << 10

  /// Looks at the beginning of a file.
  ///
  /// Throws `ImportRefusal` for an empty file, one in UTF-16 and a spreadsheet, and what opening and
  /// reading throw.
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
    self.dialect = Self.dialect(of: head)
    let joined = PrefixedSource(prefix: head, rest: raw)
    self.source =
      switch encoding {
      case .utf8: joined
      case .windows1252: PrefixedSource(prefix: [], rest: Windows1252Source(source: joined))
      }
  }

  private static func refusal(_ head: [UInt8]) -> ImportRefusal.Reason? {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return .utf16 }
    // Without its mark UTF-16 shows in the zero half of each plain letter.
    if head.count >= 4, head[0] == 0 && head[2] == 0 || head[1] == 0 && head[3] == 0 {
      return .utf16
    }
    let isZip = head.starts(with: [0x50, 0x4B, 0x03, 0x04])
    let isCompoundFile = head.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    return isZip || isCompoundFile ? .spreadsheet : nil
  }

  /// The delimiter is whichever is more frequent in the header line.
  private static func dialect(of head: [UInt8]) -> CSVDialect {
    var dialect = CSVDialect()
    dialect.endsLinesWithReturn =
      !head.contains(CSVDialect.lineFeed) && head.contains(CSVDialect.carriageReturn)
    let end = dialect.endsLinesWithReturn ? CSVDialect.carriageReturn : CSVDialect.lineFeed
    let header =
      head.split(separator: end, omittingEmptySubsequences: true)
      .first { $0.contains { !$0.isBlank } } ?? []
    var commas = 0
    var semicolons = 0
    var isQuoted = false
    for byte in header {
      if byte == CSVDialect.quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: ",") { commas += 1 }
      if byte == UInt8(ascii: ";") { semicolons += 1 }
    }
    if semicolons > commas { dialect.delimiter = UInt8(ascii: ";") }
    return dialect
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
