import Pipeline

extension Ledger {
  /// Moves a stage's open deals to another one, as a step, and puts the stage away.
  ///
  /// Closed deals stay where they were closed. Throws `.lastStage`, `.unknownStage`, `.stageHasDeals`
  /// where nothing says where they go, and `.hasFutureEvents` where a deal cannot be moved yet.
  func archive(_ request: ArchiveRequest, today: Day) throws -> StepOutcome {
    if let step = try step(ofAny: [request.id]) {
      return StepOutcome(step: step, changes: try changes(of: step))
    }
    let pipeline = try pipeline(of: request.stage)
    guard let stage = pipeline.stage(request.stage) else {
      throw StoreError.unknownStage(request.stage)
    }
    guard pipeline.stages.count > 1 else { throw StoreError.lastStage(stage.name) }
    if let target = request.target,
      target == request.stage || pipeline.position(of: target) == nil
    {
      throw StoreError.unknownStage(target)
    }
    let outcome = try moveDeals(request, from: stage, of: pipeline, today: today)
    try setArchived(request.stage, true, of: pipeline.id)
    return outcome
  }

  /// Puts a stage that was put away back on the board, where it stood among the stages that are as
  /// they were, and returns it.
  ///
  /// Throws `.stageWasArchived` where another stage has its name now.
  func bringBack(
    _ id: Identifier<Stage>,
    of pipeline: Identifier<SalesPipeline>,
    for deal: Deal
  ) throws -> Stage {
    let pipeline = try self.pipeline(pipeline)
    guard let stage = pipeline.archivedStages.first(where: { $0.id == id }) else {
      throw StoreError.unknownStage(id)
    }
    let names = pipeline.stages.map { $0.name.lowercased() }
    if names.contains(stage.name.lowercased()) {
      throw StoreError.stageWasArchived(stage.name, deal: deal.title)
    }
    try setArchived(id, false, of: pipeline.id)
    return stage
  }

  /// Puts the stage of a step that put one away, which is made again, away again; one that other
  /// deals stand in by now stays.
  func archiveAgain(_ step: ChangeStep) throws {
    guard step.summary.hasSuffix(Self.archiveEnding) else { return }
    guard let first = try numbers(of: step.id).first else { return }
    var emptied: Identifier<Stage>?
    try events(first...first) { event in
      if case .moved = event.change, case .moved(let stage) = event.before { emptied = stage }
    }
    let pipelines = try pipelines()
    guard let emptied,
      let pipeline = pipelines.first(where: { $0.position(of: emptied) != nil }),
      pipeline.stages.count > 1,
      try number(
        "SELECT count(*) FROM deal WHERE status = 0 AND presence = 0 AND stage = ?",
        [emptied.rawValue]
      ) == 0
    else { return }
    try setArchived(emptied, true, of: pipeline.id)
  }

  /// What the summary of a step that puts a stage away ends with.
  private static let archiveEnding = " and put it away"

  private func setArchived(
    _ stage: Identifier<Stage>,
    _ isArchived: Bool,
    of pipeline: Identifier<SalesPipeline>
  ) throws {
    let update = try statement("UPDATE stage SET is_archived = ? WHERE id = ?")
    update.bind(isArchived ? 1 : 0)
    update.bind(stage)
    try update.run()
    try touch(pipeline)
    try findFurthestAnew(in: pipeline)
    try structureChanged()
  }

  private func moveDeals(
    _ request: ArchiveRequest,
    from stage: Stage,
    of pipeline: SalesPipeline,
    today: Day
  ) throws -> StepOutcome {
    let rows = try statement(
      """
      SELECT id, revision FROM deal INDEXED BY deal_open
      WHERE status = 0 AND presence = 0 AND stage = ? ORDER BY id
      """
    )
    rows.bind(stage.id)
    var deals: [ChangeRequest.Target] = []
    while try rows.step() {
      deals.append(.deal(rows.id(0), revision: Int32(clamping: rows.int(1))))
    }
    guard !deals.isEmpty else { return StepOutcome(step: nil, changes: []) }
    guard let target = request.target else {
      throw StoreError.stageHasDeals(stage.name, count: deals.count)
    }
    let changes = deals.enumerated().map { place, deal in
      ChangeRequest(
        id: request.id.advanced(by: Int64(place)),
        target: deal,
        change: .moved(to: target),
        day: today
      )
    }
    let name = pipeline.stage(target)?.name ?? ""
    let step = StepRequest(
      actor: request.actor,
      summary: "move \(stage.name) to \(name)\(Self.archiveEnding)",
      at: request.at,
      changes: changes
    )
    return try append(step, today: today)
  }
}
