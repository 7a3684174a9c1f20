import Foundation
import GRDB

/// A workspace file in which something stands that this program never wrote.
struct HostileFile {
  /// Numbers at which sums, signs and narrower numbers go wrong.
  private static let numbers: [Int64] = [
    .max, .max, .max - 1, .min, .min, .min + 1, Int64(Int32.max), Int64(Int32.max),
    Int64(Int32.max) + 1, Int64(Int32.min), 1 << 53, -1 << 53, 1_000_000_000, -1, 0, 1, 2, 101,
    40_000, -800_000,
  ]
  private static let texts = [
    "", " ", "\u{1B}[2J", "\u{0}", "99999999999999999999", "EUR", "2026-Q9", "3:ho", "-1:x",
    "\u{202E}abc",
  ]
  /// Those that everything goes by more often.
  private static let tables = [
    "deal", "event", "step", "deal", "event", "step", "deal", "event", "step", "stage", "stage",
    "deal", "event", "step", "stage", "pipeline", "person", "login", "goal", "baseline",
    "saved_filter", "meeting", "meeting_draft", "contact", "workspace", "closed_stay",
    "closed_span", "closed_span_age", "closed_span_stay", "value_not_taken",
  ]

  /// Writes a sound file's bytes to a path, damaged by these dice; returns what was done to them.
  static func write(
    _ sound: [UInt8],
    to path: String,
    _ dice: inout Dice
  ) throws -> String {
    guard dice.chance(70) else {
      var bytes = sound
      var places: [Int] = []
      for _ in 0...dice.pick(4) {
        let place = dice.pick(bytes.count)
        bytes[place] = UInt8(dice.pick(256))
        places.append(place)
      }
      try Bytes.write(bytes, to: path)
      return "bytes \(places)"
    }
    try Bytes.write(sound, to: path)
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    var done: [String] = []
    for _ in 0...dice.pick(2) { done.append(try edit(queue, &dice)) }
    return done.joined(separator: "; ")
  }

  /// Sets one column of one row, or of all rows; what SQLite refuses stays as it was.
  private static func edit(_ queue: DatabaseQueue, _ dice: inout Dice) throws -> String {
    let table = tables[dice.pick(tables.count)]
    let (columns, count) = try queue.read { database in
      (
        try Row.fetchAll(
          database,
          sql: "SELECT name, type FROM pragma_table_info(?)",
          arguments: [table]
        ),
        try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
      )
    }
    let column = columns[dice.pick(columns.count)]
    let name: String = column["name"]
    let (text, value) = value(of: column["type"], &dice)
    // The first deals are used, and what is counted on from is in the last row.
    let row = dice.chance(30) ? dice.pick(max(1, count)) : dice.chance(50) ? 0 : max(0, count - 1)
    // Tables without numbers of their own have few rows, and all of them are set.
    let all = "UPDATE \(table) SET \(name) = ?"
    let one = "\(all) WHERE rowid = (SELECT rowid FROM \(table) LIMIT 1 OFFSET \(row))"
    let isOne = dice.chance(80)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
      do {
        try database.execute(sql: isOne ? one : all, arguments: [value])
      } catch {
        try? database.execute(sql: all, arguments: [value])
      }
    }
    return "\(table).\(name) = \(text)\(isOne ? ", row \(row)" : "")"
  }

  private static func value(of type: String, _ dice: inout Dice) -> (String, DatabaseValue) {
    if dice.chance(8) { return ("NULL", .null) }
    switch type {
    case "TEXT":
      let text = texts[dice.pick(texts.count)]
      return (text.debugDescription, text.databaseValue)
    case "BLOB":
      let bytes = (0..<dice.pick(24)).map { _ in UInt8(dice.pick(256)) }
      return ("\(bytes)", Data(bytes).databaseValue)
    case _:
      let number = numbers[dice.pick(numbers.count)]
      return ("\(number)", number.databaseValue)
    }
  }
}
