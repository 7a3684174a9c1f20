/// The tables of a workspace file, version 2.
///
/// `event` is the log: rows are added, never changed, and everything that a replay needs stands in
/// typed columns. `deal` and `closed_stay` are what the log makes of each deal, kept so that a
/// board opens without a replay; the spans sum over them. `doctor` compares each with what it is
/// made of.
enum Schema {
  /// The version that this program writes (`PRAGMA user_version`).
  static let version: Int64 = 2

  /// `DEAL`, the mark of this program's files (`PRAGMA application_id`).
  static let applicationID: Int64 = 0x4445_414C

  /// The tables, in an order in which each refers only to those before it.
  ///
  /// Their texts are compared with what a file says, so a version keeps its texts for ever.
  static let tables: [String] = dealTables + recordTables + spanTables

  /// Everything that a file of a version is made of, in an order in which it can be made.
  static func statements(version: Int64) -> [String] {
    guard version < 2 else { return tables + indexes.map(\.sql) + spanTriggers.map(\.sql) }
    return dealTables + recordTables + indexes.filter { $0.name != "deal_closed" }.map(\.sql)
      + [firstClosedIndex]
  }

  /// The name that a statement gives what it makes: `CREATE UNIQUE INDEX event_id ON …`.
  static func name(madeBy statement: String) -> String? {
    let words = statement.split(maxSplits: 4) { $0.isWhitespace }.map(String.init)
    return words.dropFirst().first { !["UNIQUE", "TABLE", "INDEX", "TRIGGER"].contains($0) }
  }

  private static let dealTables: [String] = [
    """
    CREATE TABLE workspace (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      time_zone TEXT NOT NULL,
      currency TEXT NOT NULL,
      structure_version INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE pipeline (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL UNIQUE,
      is_untouched_default INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE stage (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      pipeline INTEGER NOT NULL REFERENCES pipeline,
      name TEXT NOT NULL,
      position INTEGER NOT NULL,
      probability INTEGER,
      idle_limit INTEGER,
      stuck_limit INTEGER,
      is_archived INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE person (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      initials TEXT NOT NULL UNIQUE,
      is_active INTEGER NOT NULL,
      away_until INTEGER,
      place INTEGER NOT NULL,
      hourly_cost INTEGER,
      hourly_currency TEXT
    ) STRICT
    """,
    """
    CREATE TABLE login (
      name TEXT PRIMARY KEY,
      person INTEGER NOT NULL REFERENCES person
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE step (
      id INTEGER PRIMARY KEY,
      actor TEXT NOT NULL,
      summary TEXT NOT NULL,
      at INTEGER NOT NULL,
      is_import INTEGER NOT NULL,
      first_sequence INTEGER NOT NULL,
      event_count INTEGER NOT NULL,
      undoes INTEGER UNIQUE REFERENCES step,
      tip INTEGER,
      in_effect INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE event (
      sequence INTEGER PRIMARY KEY,
      id_high INTEGER NOT NULL,
      id_low INTEGER NOT NULL,
      step INTEGER NOT NULL,
      deal INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      day INTEGER NOT NULL,
      kind INTEGER NOT NULL,
      stage INTEGER,
      person INTEGER,
      amount INTEGER,
      currency TEXT,
      probability INTEGER,
      due INTEGER,
      text TEXT,
      pipeline INTEGER,
      organization TEXT,
      contact TEXT,
      labels TEXT,
      category INTEGER,
      flags INTEGER,
      source TEXT,
      source_id TEXT,
      planned INTEGER,
      minute INTEGER,
      activity INTEGER,
      minutes INTEGER,
      cost INTEGER,
      cost_currency TEXT,
      undoes_high INTEGER,
      undoes_low INTEGER,
      before BLOB
    ) STRICT
    """,
    """
    CREATE TABLE deal (
      id INTEGER PRIMARY KEY,
      revision INTEGER NOT NULL,
      title TEXT NOT NULL,
      organization TEXT,
      contact TEXT,
      labels TEXT,
      source TEXT,
      source_id TEXT,
      owner INTEGER REFERENCES person,
      pipeline INTEGER NOT NULL REFERENCES pipeline,
      stage INTEGER NOT NULL REFERENCES stage,
      status INTEGER NOT NULL,
      closed_day INTEGER,
      lost_reason TEXT,
      currency TEXT NOT NULL,
      amount INTEGER,
      first_amount INTEGER,
      probability INTEGER,
      expected_close INTEGER,
      category INTEGER NOT NULL,
      created INTEGER,
      exists_since INTEGER NOT NULL,
      last_touched INTEGER NOT NULL,
      last_event_day INTEGER NOT NULL,
      clock_started INTEGER,
      visits BLOB,
      steps BLOB,
      steps_planned INTEGER NOT NULL,
      snoozed_until INTEGER,
      presence INTEGER NOT NULL,
      furthest INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE closed_stay (
      deal INTEGER NOT NULL,
      stage INTEGER NOT NULL,
      first_day INTEGER NOT NULL,
      days INTEGER NOT NULL,
      PRIMARY KEY (deal, stage)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE value_not_taken (
      deal INTEGER NOT NULL,
      facet INTEGER NOT NULL,
      change BLOB NOT NULL,
      PRIMARY KEY (deal, facet)
    ) STRICT, WITHOUT ROWID
    """,
  ]

  /// The indexes by name.
  ///
  /// `deal_open` holds whole rows, so that a board reads its open deals in one run even where they
  /// are scattered among a million closed ones; `deal_closed` has all that the totals sum over.
  static let indexes: [(name: String, sql: String)] =
    dealIndexes + [("deal_closed", closedIndex)] + recordIndexes

  /// With the presence among its columns, though they all have the same: SQLite would look at each
  /// deal's row for it.
  static let closedIndex = """
    CREATE INDEX deal_closed
      ON deal (pipeline, closed_day, status, currency, furthest, created, amount, presence)
      WHERE status <> 0 AND presence = 0
    """

  /// The same as the first version had it.
  private static let firstClosedIndex = """
    CREATE INDEX deal_closed
      ON deal (pipeline, closed_day, status, currency, furthest, created, amount)
      WHERE status <> 0 AND presence = 0
    """

  private static let dealIndexes: [(name: String, sql: String)] = [
    ("event_id", "CREATE UNIQUE INDEX event_id ON event (id_high, id_low)"),
    ("event_revision", "CREATE UNIQUE INDEX event_revision ON event (deal, revision)"),
    (
      "event_undoes",
      """
      CREATE UNIQUE INDEX event_undoes ON event (undoes_high, undoes_low)
        WHERE undoes_high IS NOT NULL
      """
    ),
    (
      "step_in_effect",
      "CREATE INDEX step_in_effect ON step (actor, in_effect, id) WHERE in_effect IS NOT NULL"
    ),
    (
      "step_taken_back",
      "CREATE INDEX step_taken_back ON step (actor, tip) WHERE in_effect = 0"
    ),
    (
      "deal_key",
      """
      CREATE UNIQUE INDEX deal_key ON deal (source, source_id)
        WHERE source IS NOT NULL AND presence <> 2
      """
    ),
    ("deal_last_event", "CREATE INDEX deal_last_event ON deal (last_event_day)"),
    (
      "deal_open",
      """
      CREATE INDEX deal_open ON deal (\(DealColumns.list)) WHERE status = 0 AND presence = 0
      """
    ),
    ("closed_stay_days", "CREATE INDEX closed_stay_days ON closed_stay (stage, first_day, days)"),
  ]
}
