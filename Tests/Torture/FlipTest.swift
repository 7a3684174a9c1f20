import Pipeline
import Store

/// Flips single bits in the fields of deals, as a failing disk does, and asks the doctor.
struct FlipTest {
  let flips: Int

  func run(_ report: inout Report) throws {
    let scratch = try Scratch()
    try FullFile.make(at: scratch.file)
    guard let sound = try Bytes.read(scratch.file) else { throw Trouble("no file was made") }
    let fields = try DatabasePages(sound).fields(ofTable: "deal")
    guard fields.count > 200 else { throw Trouble("only \(fields.count) fields were found") }
    // A doctor that always complains would find all of them.
    scratch.empty()
    try Bytes.write(sound, to: scratch.file)
    for trouble in try troubles(of: scratch.file) { report.find("nothing was flipped: \(trouble)") }
    var dice = Dice(seed: 4)
    var found = 0
    for _ in 0..<flips {
      let field = fields[dice.pick(fields.count)]
      let place = field.start + dice.pick(field.count)
      let bit = UInt8(1) << dice.pick(8)
      var bytes = sound
      bytes[place] ^= bit
      scratch.empty()
      try Bytes.write(bytes, to: scratch.file)
      if finds(scratch.file) {
        found += 1
      } else {
        report.find("bit \(bit) of byte \(place), in column \(field.column), was not found")
      }
    }
    report.summary = "\(found) of \(flips) flipped bits found, in \(fields.count) fields of deals"
  }

  private func finds(_ path: String) -> Bool {
    do {
      return try !troubles(of: path).isEmpty
    } catch {
      return error is StoreError
    }
  }

  private func troubles(of path: String) throws -> [String] {
    let store = try SQLiteStore.open(at: path, .readOnly)
    let troubles = try store.troubles()
    try store.close()
    return troubles
  }
}

/// A database file as its bytes: where the fields of a table's rows lie (SQLite's "Database File
/// Format", sections 1.6 and 2.1).
struct DatabasePages {
  /// Where a field's bytes lie.
  struct Field {
    let column: Int
    let start: Int
    let count: Int
  }

  private let bytes: [UInt8]
  private let pageSize: Int

  init(_ bytes: [UInt8]) throws {
    guard bytes.count > 100 else { throw Trouble("no database") }
    self.bytes = bytes
    pageSize = Int(bytes[16]) << 8 | Int(bytes[17])
  }

  /// The fields of all rows of a table that take up any bytes.
  func fields(ofTable name: String) throws -> [Field] {
    for row in rows(page: 1) {
      // type, name, tbl_name, rootpage, sql
      guard let table = row.first(where: { $0.column == 1 }), text(table) == name,
        let root = row.first(where: { $0.column == 3 })
      else { continue }
      let number = bytes[root.start..<root.start + root.count].reduce(0) { $0 << 8 | Int($1) }
      return rows(page: number).flatMap { $0 }.filter { $0.count > 0 }
    }
    throw Trouble("no table \(name)")
  }

  private func text(_ field: Field) -> String {
    String(decoding: bytes[field.start..<field.start + field.count], as: UTF8.self)
  }

  private func rows(page: Int) -> [[Field]] {
    let start = (page - 1) * pageSize
    let header = page == 1 ? 100 : start
    let isLeaf = bytes[header] == 0x0D
    let cells = (0..<number(2, header + 3)).map { index in
      start + number(2, header + (isLeaf ? 8 : 12) + index * 2)
    }
    if isLeaf { return cells.map(row) }
    let children = cells.map { number(4, $0) } + [number(4, header + 8)]
    return children.flatMap { rows(page: $0) }
  }

  private func row(_ cell: Int) -> [Field] {
    var place = cell
    _ = varint(&place)
    _ = varint(&place)
    var header = place
    var body = place + varint(&header)
    let end = body
    var fields: [Field] = []
    while header < end {
      let type = varint(&header)
      let count = type >= 12 ? (type - 12) / 2 : [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][type]
      fields.append(Field(column: fields.count, start: body, count: count))
      body += count
    }
    return fields
  }

  private func number(_ count: Int, _ place: Int) -> Int {
    bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
  }

  private func varint(_ place: inout Int) -> Int {
    var value = 0
    while true {
      let byte = bytes[place]
      place += 1
      value = value << 7 | Int(byte & 0x7F)
      if byte < 0x80 { return value }
    }
  }
}
