import GRDB
import Testing

@testable import Store

@Suite struct `A statement` {
  @Test func `fails where a value could not be bound, and does not write without it`() throws {
    let queue = try DatabaseQueue()
    try queue.write { database in
      try database.execute(sql: "CREATE TABLE t (a TEXT)")
      let insert = try Store.Statement(database, "INSERT INTO t (a) VALUES (?)")
      insert.bind("one")
      insert.bind("one too many")

      #expect(throws: DatabaseError.self) { try insert.run() }

      insert.bind("two")
      try insert.run()
      #expect(try String.fetchAll(database, sql: "SELECT a FROM t") == ["two"])
    }
  }

  @Test func `keeps an empty text apart from none, alone and in a batch`() throws {
    let queue = try DatabaseQueue()
    try queue.write { database in
      try database.execute(sql: "CREATE TABLE t (a TEXT)")
      let insert = try Store.Statement(database, "INSERT INTO t (a) VALUES (?)")
      var batch = RowBatch(columns: 1, rows: 2)
      batch.bind("")
      batch.bind(String?.none)

      insert.bind("")
      try insert.run()
      for row in 0..<2 { try insert.run(batch, row..<row + 1) }

      #expect(try String?.fetchAll(database, sql: "SELECT a FROM t") == ["", "", nil])
    }
  }
}
