/// How the fields of a CSV text are told apart.
struct CSVDialect: Hashable {
  /// What stands between two fields.
  var delimiter = UInt8(ascii: ",")
  /// Whether a carriage return alone ends a line, as on old machines.
  var endsLinesWithReturn = false

  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  /// What a header may tell to stand between fields, the most usual first.
  static let delimiters = [
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
  ]

  /// Whether a byte that a file names may stand between fields: a sign that is no letter, digit or
  /// quote, or a tab.
  static func mayDelimit(_ byte: UInt8) -> Bool {
    guard (0x21..<0x7F).contains(byte) || byte == UInt8(ascii: "\t") else { return false }
    return byte != quote && !Character(Unicode.Scalar(byte)).isLetter && byte.digit == nil
  }
}

/// Where a field stands in the bytes.
struct CSVField {
  var start: Int
  var end: Int
  /// Whether it was in quotes: a quoted field is never a blank line.
  var isQuoted = false
  /// Whether the quotes are still in the bytes, because some are doubled or text follows them.
  var isRaw = false
}

/// One look at bytes for the record that begins at a place in them.
struct CSVScan {
  /// How a look ended.
  enum End {
    case record
    case needsMore
    case nulByte
    case unterminatedQuote
    case endOfFile
  }

  let dialect: CSVDialect
  /// Whether no more bytes will follow.
  let isAtEnd: Bool
  /// The place that was reached; behind the record when one was found.
  private(set) var position: Int
  /// How many line ends were passed.
  private(set) var lines = 0
  /// Whether a field's quotes are still to be taken out.
  private(set) var hasRawFields = false
  /// Whether the look ended inside quotes.
  private(set) var isInQuotes = false

  /// The highest byte that may end a field.
  private let highest: UInt8

  init(_ dialect: CSVDialect, from position: Int, isAtEnd: Bool) {
    self.dialect = dialect
    self.highest = max(dialect.delimiter, CSVDialect.carriageReturn)
    self.isAtEnd = isAtEnd
    self.position = position
  }

  /// Appends the fields of the record.
  ///
  /// On any other end than `.record` the fields are of no use.
  mutating func run(_ bytes: [UInt8], fields: inout [CSVField]) -> End {
    guard position < bytes.count else { return isAtEnd ? .endOfFile : .needsMore }
    while true {
      var field = CSVField(start: position, end: position)
      if position < bytes.count, bytes[position] == CSVDialect.quote {
        if let end = quoted(bytes, &field) { return end }
      } else {
        position = plainEnd(bytes, from: position)
        field.end = position
      }
      guard position < bytes.count || isAtEnd else { return .needsMore }
      fields.append(field)
      guard position < bytes.count else {
        lines += 1
        return .record
      }
      switch bytes[position] {
      case dialect.delimiter: position += 1
      case 0: return .nulByte
      case CSVDialect.carriageReturn
      where position + 1 < bytes.count
        && bytes[position + 1] == CSVDialect.lineFeed:
        position += 2
        lines += 1
        return .record
      default:
        position += 1
        lines += 1
        return .record
      }
    }
  }

  /// Passes a field that opens with a quote; gives an end where the field has none.
  private mutating func quoted(_ bytes: [UInt8], _ field: inout CSVField) -> End? {
    field.isQuoted = true
    var index = field.start + 1
    while index < bytes.count {
      let byte = bytes[index]
      // Nearly every character is above a quotation mark.
      if byte > CSVDialect.quote {
        index += 1
        continue
      }
      switch byte {
      case 0: return .nulByte
      case CSVDialect.lineFeed: lines += 1
      case CSVDialect.carriageReturn where dialect.endsLinesWithReturn: lines += 1
      case CSVDialect.quote:
        guard index + 1 < bytes.count || isAtEnd else { return .needsMore }
        guard index + 1 < bytes.count, bytes[index + 1] == CSVDialect.quote else {
          close(bytes, &field, at: index)
          return nil
        }
        field.isRaw = true
        index += 1
      default: break
      }
      index += 1
    }
    isInQuotes = true
    return isAtEnd ? .unterminatedQuote : .needsMore
  }

  /// Ends a quoted field at its closing quote; text behind it belongs to the field as it is.
  private mutating func close(_ bytes: [UInt8], _ field: inout CSVField, at quote: Int) {
    position = plainEnd(bytes, from: quote + 1)
    if position > quote + 1 { field.isRaw = true }
    if field.isRaw {
      field.end = position
      hasRawFields = true
    } else {
      field.start += 1
      field.end = quote
    }
  }

  /// The place of the next delimiter, line end or NUL; the end of the bytes where there is none.
  private func plainEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    let highest = highest
    while index < bytes.count {
      let byte = bytes[index]
      // Nearly all delimiters are below the letters, which so take the short way.
      if byte > highest {
        index += 1
        continue
      }
      if byte == dialect.delimiter || byte == CSVDialect.lineFeed || byte == 0 { return index }
      if byte == CSVDialect.carriageReturn {
        if dialect.endsLinesWithReturn { return index }
        // One in the middle of a line is text; at the end of a chunk more must be read to tell.
        guard index + 1 < bytes.count else { return isAtEnd ? index : bytes.count }
        if bytes[index + 1] == CSVDialect.lineFeed { return index }
      }
      index += 1
    }
    return index
  }
}

extension [UInt8] {
  /// Takes the quotes out of a field that has some inside, moving the rest up, and returns the new
  /// end.
  ///
  /// Up to the closing quote doubled ones count once; what follows it stays as it is.
  mutating func removeQuotes(in field: Range<Int>) -> Int {
    var write = field.lowerBound
    var read = field.lowerBound + 1
    var isInside = true
    while read < field.upperBound {
      if isInside, self[read] == CSVDialect.quote {
        read += 1
        guard read < field.upperBound, self[read] == CSVDialect.quote else {
          isInside = false
          continue
        }
      }
      self[write] = self[read]
      write += 1
      read += 1
    }
    return write
  }
}
