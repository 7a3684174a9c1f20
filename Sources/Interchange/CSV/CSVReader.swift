/// Reads the records of a CSV text one after the other, in memory that does not grow with the file.
///
/// RFC 4180 with what real files do: other delimiters, LF or CRLF, quotes that open a field only
/// at its very start, blank lines that are skipped. A record's fields are ranges of `bytes` and
/// hold until the next record is read.
struct CSVReader {
  /// The longest record in bytes; what is longer is a quote that was opened and never closed.
  static let longestRecord = 4 << 20
  private static let chunk = 256 << 10

  private var source: any ByteSource
  /// What the fields of the present record are ranges of.
  private(set) var bytes: [UInt8] = []
  private var fields: [CSVField] = []
  private var position = 0
  private var isAtEnd = false
  private var nextLine: Int
  private var checker: UTF8Checker?
  private let dialect: CSVDialect

  /// The physical line on which the present record starts; the first line is 1.
  private(set) var line = 0
  /// How many bytes have been taken from the source.
  private(set) var bytesRead = 0

  /// A reader of what stands behind the head of a file.
  ///
  /// `isChecked` also finds out whether all of it is UTF-8.
  init(_ head: FileHead, isChecked: Bool = false) {
    self.source = head.source
    self.dialect = head.dialect
    self.nextLine = head.firstLine
    self.checker = isChecked ? UTF8Checker() : nil
  }

  /// Whether everything read so far is UTF-8; true where it was not asked for.
  var isUTF8: Bool { checker?.isValid ?? true }

  /// How many fields the present record has.
  var count: Int { fields.count }

  /// The place of a field in `bytes`, without its quotes.
  subscript(field: Int) -> Range<Int> { fields[field].start..<fields[field].end }

  /// Goes to the next record; false at the end.
  ///
  /// Throws `ImportRefusal` for a NUL byte, a quote that is never closed and a record beyond all
  /// measure, and what the source throws.
  mutating func next() throws -> Bool {
    while true {
      fields.removeAll(keepingCapacity: true)
      var scan = CSVScan(dialect, from: position, isAtEnd: isAtEnd)
      switch scan.run(bytes, fields: &fields) {
      case .record:
        position = scan.position
        line = nextLine
        nextLine += scan.lines
        if isBlank { continue }
        if scan.hasRawFields { unquote() }
        return true
      case .needsMore:
        guard bytes.count - position < Self.longestRecord else {
          throw ImportRefusal(
            scan.isInQuotes ? .unterminatedQuote : .recordTooLong,
            line: nextLine
          )
        }
        try refill()
      case .nulByte: throw ImportRefusal(.nulByte, line: nextLine + scan.lines)
      case .unterminatedQuote: throw ImportRefusal(.unterminatedQuote, line: nextLine)
      case .endOfFile: return false
      }
    }
  }

  /// Whether the record is a line without anything to see on it.
  private var isBlank: Bool {
    fields.count == 1 && !fields[0].isQuoted
      && bytes.trimmed(fields[0].start..<fields[0].end).isEmpty
  }

  private mutating func refill() throws {
    if position > 0 {
      bytes.removeSubrange(0..<position)
      position = 0
    }
    // Records that outgrow a chunk are read in steps that double, or they would be scanned anew for
    // each chunk.
    let part = try source.read(upTo: max(Self.chunk, bytes.count))
    bytesRead += part.count
    checker?.feed(part)
    if part.isEmpty {
      isAtEnd = true
      checker?.finish()
    }
    bytes.append(contentsOf: part)
  }

  /// Takes the quotes out of the fields that have some inside, in place.
  private mutating func unquote() {
    for index in fields.indices where fields[index].isRaw {
      fields[index].end = bytes.removeQuotes(in: fields[index].start..<fields[index].end)
    }
  }
}
