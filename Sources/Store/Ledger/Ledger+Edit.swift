import GRDB
import Pipeline

/// Editing the structure.
extension Ledger {
  /// Makes one edit and tells other boards to read the structure anew.
  ///
  /// Throws `.nameTaken`, `.emptyName` and what else `StoreError` says of the structure.
  func edit(_ edit: StructureEdit) throws {
    switch edit {
    case .addPipeline(let name, let stages): try addPipeline(name, stages)
    case .renamePipeline(let id, let name): try renamePipeline(id, name)
    case .addStage(let stage, let pipeline, let place): try addStage(stage, pipeline, place)
    case .renameStage(let id, let name): try renameStage(id, name)
    case .reorderStages(let pipeline, let order): try reorder(pipeline, order)
    case .setStage(let id, let probability, let idleLimit, let stuckLimit):
      try setStage(id, probability, idleLimit, stuckLimit)
    case .addPerson(let name, let initials, let logins):
      try addPerson(name, initials: initials, logins: logins)
    case .setPerson(let person): try setPerson(person)
    case .orderPeople(let people): try orderPeople(people)
    case .setSettings(let settings): try setSettings(settings)
    case .setGoal(let pipeline, let owner, let period, let target):
      try setGoal(in: pipeline, owner: owner, period, target)
    case .removeGoal(let id): try remove(id, from: "goal")
    case .saveBaseline(let pipeline, let name, let day):
      try saveBaseline(in: pipeline, name, day)
    case .removeBaseline(let id): try remove(id, from: "baseline")
    case .saveFilter(let name, let text): try saveFilter(name, text)
    case .removeFilter(let id): try remove(id, from: "saved_filter")
    }
    try structureChanged()
  }

  /// Removes the default pipeline where nothing was ever done with it and another one stands.
  func dropUntouchedDefault() throws {
    let condition = """
      is_untouched_default = 1 AND (SELECT count(*) FROM pipeline) > 1
        AND NOT EXISTS (SELECT 1 FROM deal WHERE deal.pipeline = pipeline.id)
      """
    let id = try number("SELECT id FROM pipeline WHERE \(condition)")
    guard id > 0 else { return }
    for sql in ["DELETE FROM stage WHERE pipeline = ?", "DELETE FROM pipeline WHERE id = ?"] {
      let delete = try statement(sql)
      delete.bind(id)
      try delete.run()
    }
    try structureChanged()
  }

  // MARK: Pipelines

  private func addPipeline(_ name: String, _ stages: [StageTemplate]) throws {
    try checkNames([name], among: try pipelines().map(\.name))
    try checkNames(stages.map(\.name), among: [])
    guard !stages.isEmpty else { throw StoreError.emptyName }
    try insertPipeline(name, stages)
  }

  private func renamePipeline(_ id: Identifier<SalesPipeline>, _ name: String) throws {
    let pipelines = try pipelines()
    guard pipelines.contains(where: { $0.id == id }) else { throw StoreError.unknownPipeline(id) }
    try checkNames([name], among: pipelines.filter { $0.id != id }.map(\.name))
    let update = try statement(
      "UPDATE pipeline SET name = ?, is_untouched_default = 0 WHERE id = ?"
    )
    update.bind(name)
    update.bind(id)
    try update.run()
  }

  // MARK: Stages

  private func addStage(
    _ stage: StageTemplate,
    _ id: Identifier<SalesPipeline>,
    _ place: Int
  ) throws {
    let pipeline = try pipeline(id)
    try checkNames([stage.name], among: pipeline.stages.map(\.name))
    let new = try insertStage(stage, in: id, at: pipeline.stages.count)
    var order = pipeline.stages.map(\.id)
    order.insert(new, at: min(max(place, 0), order.count))
    try setOrder(order, of: id)
  }

  private func renameStage(_ id: Identifier<Stage>, _ name: String) throws {
    let pipeline = try pipeline(of: id)
    try checkNames([name], among: pipeline.stages.filter { $0.id != id }.map(\.name))
    let update = try statement("UPDATE stage SET name = ? WHERE id = ?")
    update.bind(name)
    update.bind(id)
    try update.run()
    try touch(pipeline.id)
  }

  private func reorder(_ id: Identifier<SalesPipeline>, _ order: [Identifier<Stage>]) throws {
    let pipeline = try pipeline(id)
    guard order.sorted() == pipeline.stages.map(\.id).sorted() else {
      throw StoreError.incompleteOrder(pipeline: pipeline.name)
    }
    try setOrder(order, of: id)
  }

  private func setStage(
    _ id: Identifier<Stage>,
    _ probability: Probability?,
    _ idleLimit: Int?,
    _ stuckLimit: Int?
  ) throws {
    let pipeline = try pipeline(of: id)
    let update = try statement(
      "UPDATE stage SET probability = ?, idle_limit = ?, stuck_limit = ? WHERE id = ?"
    )
    update.bind(probability.map { Int64($0.percent) })
    update.bind(idleLimit)
    update.bind(stuckLimit)
    update.bind(id)
    try update.run()
    try touch(pipeline.id)
  }

  private func setOrder(_ order: [Identifier<Stage>], of id: Identifier<SalesPipeline>) throws {
    let update = try statement("UPDATE stage SET position = ? WHERE id = ?")
    for (position, stage) in order.enumerated() {
      update.bind(position)
      update.bind(stage)
      try update.run()
    }
    try touch(id)
    try findFurthestAnew(in: id)
  }

  /// Brings the furthest stages of all deals up to today's order.
  func findFurthestAnew(in pipeline: Identifier<SalesPipeline>) throws {
    let order = StageOrder(try pipelines())
    let rows = try statement("SELECT \(DealColumns.list) FROM deal WHERE pipeline = ?")
    rows.bind(pipeline)
    var reader = DealReader()
    var moved: [(Identifier<Deal>, Identifier<Stage>)] = []
    while try rows.step() {
      let deal = try reader.deal(rows)
      let furthest = order.furthest(of: deal)
      if furthest != rows.id(30) { moved.append((deal.id, furthest)) }
    }
    let update = try statement("UPDATE deal SET furthest = ? WHERE id = ?")
    for (deal, furthest) in moved {
      update.bind(furthest)
      update.bind(deal)
      try update.run()
    }
  }

  // MARK: What all share

  func setSettings(_ settings: WorkspaceSettings) throws {
    let update = try statement("UPDATE workspace SET time_zone = ?, currency = ?")
    update.bind(settings.timeZone)
    update.bind(settings.currency.code)
    try update.run()
  }

  func pipeline(of stage: Identifier<Stage>) throws -> SalesPipeline {
    guard let pipeline = try pipelines().first(where: { $0.position(of: stage) != nil }) else {
      throw StoreError.unknownStage(stage)
    }
    return pipeline
  }

  func pipeline(_ id: Identifier<SalesPipeline>) throws -> SalesPipeline {
    guard let pipeline = try pipelines().first(where: { $0.id == id }) else {
      throw StoreError.unknownPipeline(id)
    }
    return pipeline
  }

  /// Notes that a pipeline is no longer the default as it came.
  func touch(_ pipeline: Identifier<SalesPipeline>) throws {
    let update = try statement("UPDATE pipeline SET is_untouched_default = 0 WHERE id = ?")
    update.bind(pipeline)
    try update.run()
  }

  /// Throws where one of the names is empty, or taken without regard to case.
  func checkNames(_ names: [String], among others: [String]) throws {
    var taken = Set(others.map { $0.lowercased() })
    for name in names {
      if name.allSatisfy(\.isWhitespace) { throw StoreError.emptyName }
      if !taken.insert(name.lowercased()).inserted { throw StoreError.nameTaken(name) }
    }
  }
}
