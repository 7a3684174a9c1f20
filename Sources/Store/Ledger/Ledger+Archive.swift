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
    let update = try statement("UPDATE stage SET is_archived = 1 WHERE id = ?")
    update.bind(request.stage)
    try update.run()
    let touch = try statement("UPDATE pipeline SET is_untouched_default = 0 WHERE id = ?")
    touch.bind(pipeline.id)
    try touch.run()
    try findFurthestAnew(in: pipeline.id)
    try structureChanged()
    return outcome
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
      summary: "move \(stage.name) to \(name) and put it away",
      at: request.at,
      changes: changes
    )
    return try append(step, today: today)
  }
}
