import Pipeline

/// Rows for one table that are made now and inserted later, all of them with one statement.
///
/// The texts lie one behind the other in memory of the batch's own, so that SQLite can read them
/// where they are.
struct RowBatch {
  /// A value of a row.
  enum Cell {
    case null
    case number(Int64)
    /// A place in the batch's bytes.
    case text(Range<Int>)
    case blob(Range<Int>)
  }

  /// How many values a row has.
  let columns: Int
  /// The values, row by row.
  private(set) var cells: [Cell] = []
  /// What texts and blobs are places in; begins with a byte of none, so that an empty text has an
  /// address: SQLite takes no address for NULL.
  private(set) var bytes: [UInt8] = [0]

  init(columns: Int, rows: Int) {
    self.columns = columns
    cells.reserveCapacity(columns * rows)
  }

  /// How many rows it has.
  var rows: Int { cells.count / columns }

  // MARK: The next value of the row that is being made

  mutating func bind(_ value: Int64?) {
    cells.append(value.map(Cell.number) ?? .null)
  }

  mutating func bind(_ value: Int?) { bind(value.map(Int64.init)) }

  mutating func bind(_ value: Int32?) { bind(value.map(Int64.init)) }

  mutating func bind(_ day: Day?) { bind(day?.number) }

  mutating func bind(_ id: Identifier<some Any>?) { bind(id?.rawValue) }

  mutating func bind(_ currency: Currency?) { bind(currency?.code) }

  mutating func bind(_ text: String?) {
    guard var text else {
      cells.append(.null)
      return
    }
    let start = bytes.count
    text.withUTF8 { bytes.append(contentsOf: $0) }
    cells.append(.text(start..<bytes.count))
  }

  /// Empty bytes are bound as NULL.
  mutating func bind(_ blob: [UInt8]) {
    guard !blob.isEmpty else {
      cells.append(.null)
      return
    }
    let start = bytes.count
    bytes.append(contentsOf: blob)
    cells.append(.blob(start..<bytes.count))
  }
}
