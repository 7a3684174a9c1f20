extension Schema {
  /// The tables of what people keep beside the deals: aims, names for days and filters, minutes, and
  /// how contacts are reached.
  static let recordTables: [String] = [
    """
    CREATE TABLE goal (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      pipeline INTEGER NOT NULL REFERENCES pipeline,
      owner INTEGER REFERENCES person,
      period TEXT NOT NULL,
      deals INTEGER,
      amount INTEGER,
      currency TEXT
    ) STRICT
    """,
    """
    CREATE TABLE baseline (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      pipeline INTEGER NOT NULL REFERENCES pipeline,
      name TEXT NOT NULL,
      day INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE saved_filter (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL UNIQUE,
      text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE meeting (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind INTEGER NOT NULL,
      pipeline INTEGER NOT NULL REFERENCES pipeline,
      scope TEXT NOT NULL,
      day INTEGER NOT NULL,
      at INTEGER NOT NULL,
      minutes TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE meeting_draft (
      kind INTEGER NOT NULL,
      pipeline INTEGER NOT NULL REFERENCES pipeline,
      scope TEXT NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (kind, pipeline, scope)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE contact (
      name_key TEXT NOT NULL,
      organization_key TEXT NOT NULL,
      name TEXT NOT NULL,
      organization TEXT,
      phone TEXT,
      mail TEXT,
      PRIMARY KEY (name_key, organization_key)
    ) STRICT, WITHOUT ROWID
    """,
  ]

  /// The indexes of these tables by name.
  static let recordIndexes: [(name: String, sql: String)] = [
    (
      "goal_aim",
      """
      CREATE UNIQUE INDEX goal_aim
        ON goal (pipeline, ifnull(owner, 0), period, ifnull(currency, ''))
      """
    ),
    (
      "meeting_end",
      "CREATE UNIQUE INDEX meeting_end ON meeting (pipeline, kind, scope, at)"
    ),
  ]
}
