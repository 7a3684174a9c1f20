import Pipeline

/// Goals, baselines and saved filters.
extension Ledger {
  /// The goals, by period and then in the order they were set.
  func goals() throws -> [Goal] {
    let rows = try statement(
      "SELECT id, pipeline, owner, period, deals, amount, currency FROM goal"
    )
    var goals: [Goal] = []
    while try rows.step() {
      guard let period = Period(rows.text(3)) else { throw UnreadableRow(what: "a goal's period") }
      goals.append(
        Goal(
          id: rows.id(0),
          pipeline: rows.id(1),
          owner: rows.optionalID(2),
          period: period,
          target: try rows.target(from: 4)
        )
      )
    }
    return goals.sorted {
      ($0.period.first, $0.period.last, $0.id) < ($1.period.first, $1.period.last, $1.id)
    }
  }

  /// The baselines, by day and then in the order they were saved.
  func baselines() throws -> [Baseline] {
    let rows = try statement("SELECT id, pipeline, name, day FROM baseline ORDER BY day, id")
    var baselines: [Baseline] = []
    while try rows.step() {
      baselines.append(
        Baseline(id: rows.id(0), pipeline: rows.id(1), name: rows.text(2), day: rows.day(3))
      )
    }
    return baselines
  }

  /// The saved filters, by name.
  func filters() throws -> [SavedFilter] {
    let rows = try statement("SELECT id, name, text FROM saved_filter")
    var filters: [SavedFilter] = []
    while try rows.step() {
      filters.append(SavedFilter(id: rows.id(0), name: rows.text(1), text: rows.text(2)))
    }
    return filters.sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
  }

  // MARK: Editing

  func setGoal(
    in pipeline: Identifier<SalesPipeline>,
    owner: Identifier<Person>?,
    _ period: Period,
    _ target: Goal.Target
  ) throws {
    guard target.isAboveZero else { throw StoreError.emptyGoal }
    let known = try self.pipeline(pipeline)
    if let owner, try !people().contains(where: { $0.id == owner }) {
      throw StoreError.unknownPerson(owner)
    }
    let same = try goals().first {
      $0.pipeline == pipeline && $0.owner == owner && $0.period == period
        && $0.target.countsTheSame(as: target)
    }
    let write = try statement(
      same == nil
        ? """
        INSERT INTO goal (deals, amount, currency, pipeline, owner, period)
        VALUES (?, ?, ?, ?, ?, ?)
        """
        : "UPDATE goal SET deals = ?, amount = ?, currency = ? WHERE id = ?"
    )
    write.bind(target)
    if let same {
      write.bind(same.id)
    } else {
      write.bind(pipeline)
      write.bind(owner)
      write.bind(period.description)
    }
    try write.run()
    try touch(known.id)
  }

  func saveBaseline(in id: Identifier<SalesPipeline>, _ name: String, _ day: Day) throws {
    let pipeline = try pipeline(id)
    try checkNames([name], among: try baselines().filter { $0.pipeline == id }.map(\.name))
    let insert = try statement("INSERT INTO baseline (pipeline, name, day) VALUES (?, ?, ?)")
    insert.bind(pipeline.id)
    insert.bind(name)
    insert.bind(day)
    try insert.run()
    try touch(id)
  }

  func saveFilter(_ name: String, _ text: String) throws {
    try checkNames([name], among: [])
    let key = name.lowercased()
    for same in try filters() where same.name.lowercased() == key {
      try remove(same.id, from: "saved_filter")
    }
    let insert = try statement("INSERT INTO saved_filter (name, text) VALUES (?, ?)")
    insert.bind(name)
    insert.bind(text)
    try insert.run()
  }

  /// Removes a row; one that is gone already is fine.
  func remove(_ id: Identifier<some Any>, from table: StaticString) throws {
    let delete = try statement("DELETE FROM \(table) WHERE id = ?")
    delete.bind(id)
    try delete.run()
  }
}

extension Goal.Target {
  fileprivate var isAboveZero: Bool {
    switch self {
    case .money(let money): money.minorUnits > 0
    case .deals(let count): count > 0
    }
  }
}

extension Statement {
  /// Binds the next three parameters: deals, amount and currency.
  fileprivate func bind(_ target: Goal.Target) {
    switch target {
    case .money(let money):
      bind(Int64?.none)
      bind(money.minorUnits)
      bind(money.currency.code)
    case .deals(let count):
      bind(count)
      bind(Int64?.none)
      bind(String?.none)
    }
  }

  /// The target in three columns: deals, amount and currency.
  fileprivate func target(from column: Int32) throws -> Goal.Target {
    if let deals = try optionalInt(column, in: NumberRange.counts, "a goal's target") {
      return .deals(Int(deals))
    }
    guard let money = try Packed.money(optionalInt(column + 1), optionalText(column + 2)) else {
      throw UnreadableRow(what: "a goal's target")
    }
    return .money(money)
  }
}
