extension Schema {
  /// Sums over closed deals by spans of sixteen days, so that a board opens at the same speed
  /// however many deals were closed: whole spans of the window are read from here, and single deals
  /// at its two ends only.
  ///
  /// Shorter spans would be more rows to read, longer ones more deals at the ends. Amounts are summed
  /// in two parts of at most a milliard each way, because 93 deals of the largest amount overflow
  /// SQLite's integers.
  static let spanTables: [String] = [
    """
    CREATE TABLE closed_span (
      pipeline INTEGER NOT NULL,
      span INTEGER NOT NULL,
      status INTEGER NOT NULL,
      currency TEXT NOT NULL,
      furthest INTEGER NOT NULL,
      deals INTEGER NOT NULL,
      valued INTEGER NOT NULL,
      milliards INTEGER NOT NULL,
      rest INTEGER NOT NULL,
      PRIMARY KEY (pipeline, span, status, currency, furthest)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE closed_span_age (
      pipeline INTEGER NOT NULL,
      span INTEGER NOT NULL,
      status INTEGER NOT NULL,
      currency TEXT NOT NULL,
      age INTEGER NOT NULL,
      deals INTEGER NOT NULL,
      PRIMARY KEY (pipeline, span, status, currency, age)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE closed_span_stay (
      stage INTEGER NOT NULL,
      span INTEGER NOT NULL,
      days INTEGER NOT NULL,
      deals INTEGER NOT NULL,
      PRIMARY KEY (stage, span, days)
    ) STRICT, WITHOUT ROWID
    """,
  ]

  /// How far a day's number is shifted for its span's.
  static let spanShift: Int64 = 4

  /// What keeps the sums: whatever writes a deal or its stays brings them up to date in the same
  /// transaction, and none can forget to.
  ///
  /// Deals are never deleted from their table, and stays are replaced, not changed.
  static let spanTriggers: [(name: String, sql: String)] = [
    (
      "deal_counted",
      """
      CREATE TRIGGER deal_counted AFTER INSERT ON deal
        WHEN NEW.status <> 0 AND NEW.presence = 0
      BEGIN
        \(counting)
      END
      """
    ),
    (
      "deal_discounted",
      """
      CREATE TRIGGER deal_discounted BEFORE UPDATE ON deal
        WHEN OLD.status <> 0 AND OLD.presence = 0
      BEGIN
        UPDATE closed_span SET
          deals = deals - 1,
          valued = valued - (OLD.amount IS NOT NULL),
          milliards = milliards - coalesce(OLD.amount / 1000000000, 0),
          rest = rest - coalesce(OLD.amount % 1000000000, 0)
          WHERE pipeline = OLD.pipeline AND span = OLD.closed_day >> \(spanShift)
            AND status = OLD.status AND currency = OLD.currency AND furthest = OLD.furthest;
        UPDATE closed_span_age SET deals = deals - 1
          WHERE pipeline = OLD.pipeline AND span = OLD.closed_day >> \(spanShift)
            AND status = OLD.status AND currency = OLD.currency
            AND age = OLD.closed_day - OLD.created;
      END
      """
    ),
    (
      "deal_counted_anew",
      """
      CREATE TRIGGER deal_counted_anew AFTER UPDATE ON deal
        WHEN NEW.status <> 0 AND NEW.presence = 0
      BEGIN
        \(counting)
      END
      """
    ),
    (
      "stay_counted",
      """
      CREATE TRIGGER stay_counted AFTER INSERT ON closed_stay BEGIN
        INSERT INTO closed_span_stay
          VALUES (NEW.stage, NEW.first_day >> \(spanShift), NEW.days, 1)
          ON CONFLICT DO UPDATE SET deals = deals + 1;
      END
      """
    ),
    (
      "stay_discounted",
      """
      CREATE TRIGGER stay_discounted AFTER DELETE ON closed_stay BEGIN
        UPDATE closed_span_stay SET deals = deals - 1
          WHERE stage = OLD.stage AND span = OLD.first_day >> \(spanShift) AND days = OLD.days;
      END
      """
    ),
  ]

  private static let counting = """
    INSERT INTO closed_span
          VALUES (
            NEW.pipeline, NEW.closed_day >> \(spanShift), NEW.status, NEW.currency, NEW.furthest,
            1, NEW.amount IS NOT NULL, coalesce(NEW.amount / 1000000000, 0),
            coalesce(NEW.amount % 1000000000, 0)
          )
          ON CONFLICT DO UPDATE SET deals = deals + 1, valued = valued + excluded.valued,
            milliards = milliards + excluded.milliards, rest = rest + excluded.rest;
        INSERT INTO closed_span_age
          SELECT NEW.pipeline, NEW.closed_day >> \(spanShift), NEW.status, NEW.currency,
            NEW.closed_day - NEW.created, 1
          WHERE NEW.created IS NOT NULL
          ON CONFLICT DO UPDATE SET deals = deals + 1;
    """

  /// Every sum counted from the deals themselves, by table, in the order of its columns.
  static let spanCounts: [(table: String, sql: String)] = [
    (
      "closed_span",
      """
      SELECT pipeline, closed_day >> \(spanShift) AS span, status, currency, furthest,
        count(*) AS deals, count(amount) AS valued, sum(ifnull(amount / 1000000000, 0)) AS milliards,
        sum(ifnull(amount % 1000000000, 0)) AS rest
      FROM deal WHERE status <> 0 AND presence = 0
      GROUP BY pipeline, span, status, currency, furthest
      """
    ),
    (
      "closed_span_age",
      """
      SELECT pipeline, closed_day >> \(spanShift) AS span, status, currency,
        closed_day - created AS age, count(*) AS deals
      FROM deal WHERE status <> 0 AND presence = 0 AND created IS NOT NULL
      GROUP BY pipeline, span, status, currency, age
      """
    ),
    (
      "closed_span_stay",
      """
      SELECT stage, first_day >> \(spanShift) AS span, days, count(*) AS deals FROM closed_stay
      GROUP BY stage, span, days
      """
    ),
  ]
}
