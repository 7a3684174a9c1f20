import GRDB
import Pipeline

/// Reading pipelines, stages, people and settings.
extension Ledger {
  func settings() throws -> (settings: WorkspaceSettings, structureVersion: Int64) {
    let query = try statement("SELECT time_zone, currency, structure_version FROM workspace")
    guard try query.step() else { throw UnreadableRow(what: "the settings") }
    defer { query.reset() }
    return (
      WorkspaceSettings(timeZone: query.text(0), currency: try query.currency(1)), query.int(2)
    )
  }

  /// The pipelines in the order they were made, their stages in board order.
  func pipelines() throws -> [SalesPipeline] {
    var stages: [Identifier<SalesPipeline>: [Stage]] = [:]
    let stageRows = try statement(
      """
      SELECT id, pipeline, name, probability, idle_limit, stuck_limit, is_archived FROM stage
      ORDER BY pipeline, position, id
      """
    )
    while try stageRows.step() {
      stages[stageRows.id(1), default: []].append(
        Stage(
          id: stageRows.id(0),
          name: stageRows.text(2),
          probability: try stageRows.optionalInt(3).map { try Probability(column: $0) },
          idleLimit: try stageRows.optionalInt(4, in: NumberRange.counts, "a stage's idle days")
            .map { Int($0) },
          stuckLimit: try stageRows.optionalInt(5, in: NumberRange.counts, "a stage's stuck days")
            .map { Int($0) },
          isArchived: stageRows.int(6) != 0
        )
      )
    }
    let rows = try statement("SELECT id, name FROM pipeline ORDER BY id")
    var pipelines: [SalesPipeline] = []
    while try rows.step() {
      let id: Identifier<SalesPipeline> = rows.id(0)
      let all = stages[id] ?? []
      pipelines.append(
        SalesPipeline(
          id: id,
          name: rows.text(1),
          stages: all.filter { !$0.isArchived },
          archivedStages: all.filter(\.isArchived)
        )
      )
    }
    return pipelines
  }

  /// The team in its kept order.
  func people() throws -> [Person] {
    let logins = Dictionary(grouping: try orNone(self.logins)) { $0.person }.mapValues {
      $0.map(\.name)
    }
    let rows = try statement(
      """
      SELECT id, name, initials, is_active, away_until, place, hourly_cost, hourly_currency
      FROM person ORDER BY place, id
      """
    )
    var people: [Person] = []
    while try rows.step() {
      people.append(
        Person(
          id: rows.id(0),
          name: rows.text(1),
          initials: rows.text(2),
          logins: logins[rows.id(0)] ?? [],
          isActive: rows.int(3) != 0,
          awayUntil: rows.optionalDay(4),
          place: Int(try rows.int(5, in: NumberRange.counts, "the place of a person")),
          hourlyCost: try Packed.money(rows.optionalInt(6), rows.optionalText(7))
        )
      )
    }
    return people
  }

  /// The names on a machine that people are known by, in order.
  private func logins() throws -> [(name: String, person: Identifier<Person>)] {
    let rows = try statement("SELECT name, person FROM login ORDER BY name")
    var logins: [(name: String, person: Identifier<Person>)] = []
    while try rows.step() { logins.append((rows.text(0), rows.id(1))) }
    return logins
  }

  /// Tells other boards to read the structure anew.
  func structureChanged() throws {
    try statement("UPDATE workspace SET structure_version = structure_version + 1").run()
  }

  /// Adds a pipeline with stages in board order.
  @discardableResult
  func insertPipeline(
    _ name: String,
    _ stages: [StageTemplate],
    isUntouchedDefault: Bool = false
  ) throws -> Identifier<SalesPipeline> {
    let insert = try statement("INSERT INTO pipeline (name, is_untouched_default) VALUES (?, ?)")
    insert.bind(name)
    insert.bind(isUntouchedDefault ? 1 : 0)
    try insert.run()
    let id = Identifier<SalesPipeline>(rawValue: database.lastInsertedRowID)
    for (position, stage) in stages.enumerated() { try insertStage(stage, in: id, at: position) }
    return id
  }

  @discardableResult
  func insertStage(
    _ stage: StageTemplate,
    in pipeline: Identifier<SalesPipeline>,
    at position: Int
  ) throws -> Identifier<Stage> {
    let insert = try statement(
      """
      INSERT INTO stage (pipeline, name, position, probability, idle_limit, stuck_limit, is_archived)
      VALUES (?, ?, ?, ?, ?, ?, 0)
      """
    )
    insert.bind(pipeline)
    insert.bind(stage.name)
    insert.bind(position)
    insert.bind(stage.probability.map { Int64($0.percent) })
    insert.bind(stage.idleLimit)
    insert.bind(stage.stuckLimit)
    try insert.run()
    return Identifier(rawValue: database.lastInsertedRowID)
  }
}
