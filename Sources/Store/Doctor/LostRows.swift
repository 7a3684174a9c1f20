import GRDB

/// The rows of a damaged table that cannot be read any more.
///
/// A damaged page takes the rows on it along; those before and behind it are still found by their
/// keys, which are whole numbers above 0. A page of which a part is gone may give rows with keys that
/// are out of order: they are lost as well, or the search would go round in circles.
struct LostRows {
  /// Rows without a gap, by their first and last key; without an end where nothing is read behind.
  struct Gap: Hashable {
    let first: Int64
    let last: Int64?
  }

  private let database: Database
  private let sql: String

  /// Looks into a table with this whole-number primary key.
  ///
  /// Throws what SQLite throws, where even the schema cannot be read.
  init(_ database: Database, of table: String, key: String) throws {
    self.database = database
    let whole = try Self.whole(of: table, in: database) ?? "''"
    sql = "SELECT \(key), \(whole) FROM \(table) NOT INDEXED WHERE \(key) >= ? ORDER BY \(key)"
  }

  /// An expression for all that a row of a table holds; `nil` where there is no such table.
  ///
  /// Long values lie on pages of their own, which only reading all of them visits.
  static func whole(of table: String, in database: Database) throws -> String? {
    let columns = try String.fetchAll(
      database,
      sql: "SELECT name FROM pragma_table_info(?)",
      arguments: [table]
    )
    return columns.isEmpty ? nil : columns.map { "hex(\($0))" }.joined(separator: " || ")
  }

  /// What is lost, in the order of the keys; empty where all can be read.
  func gaps() -> [Gap] {
    var gaps: [Gap] = []
    var start: Int64 = 1
    // Each gap begins where the one before ended, or behind: so this comes to an end.
    while let first = firstUnreadable(from: start) {
      guard let behind = firstReadable(after: first) else {
        return gaps + [Gap(first: first, last: nil)]
      }
      gaps.append(Gap(first: first, last: behind - 1))
      start = behind
    }
    return gaps
  }

  /// The key behind the last row that can be read in one go; nil where that is the table's last.
  private func firstUnreadable(from start: Int64) -> Int64? {
    var next = start
    do {
      let rows = try Statement(database, sql)
      rows.bind(start)
      while try rows.step() {
        let key = rows.int(0)
        guard key >= next else { return next }
        guard key < Int64.max else { return nil }
        next = key + 1
      }
      return nil
    } catch {
      return next
    }
  }

  /// The next key whose row can be read; nil where none is found.
  ///
  /// Ever longer steps, a sixteenth of the way at most, so that a table whose end is lost comes to an
  /// end as well; then halves down to the edge of the damage.
  private func firstReadable(after lost: Int64) -> Int64? {
    var unreadable = lost
    var distance: Int64 = 1
    while distance < 1 << 40 {
      let (key, isBeyond) = lost.addingReportingOverflow(distance)
      if isBeyond { return nil }
      switch row(from: key) {
      case .damaged:
        unreadable = key
        distance += max(1, distance / 16)
      case .none: return nil
      case .found(let found): return edge(between: unreadable, and: key, where: found)
      }
    }
    return nil
  }

  /// The first row that can be read behind a key from which none can, before another from which
  /// `found` is the first.
  private func edge(between damaged: Int64, and whole: Int64, where found: Int64) -> Int64 {
    var (low, high, found) = (damaged, whole, found)
    while low + 1 < high {
      let middle = low + (high - low) / 2
      switch row(from: middle) {
      case .damaged: low = middle
      case .found(let nearer): (high, found) = (middle, nearer)
      case .none: high = middle
      }
    }
    return found
  }

  /// What is found from a key on.
  private enum Probe {
    case found(Int64)
    case none
    case damaged
  }

  private func row(from key: Int64) -> Probe {
    do {
      let rows = try Statement(database, sql)
      rows.bind(key)
      guard try rows.step() else { return .none }
      let found = rows.int(0)
      return found >= key ? .found(found) : .damaged
    } catch {
      return .damaged
    }
  }
}
