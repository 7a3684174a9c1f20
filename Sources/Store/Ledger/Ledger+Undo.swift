import Pipeline

/// Taking back and making again, by whole steps.
///
/// A step and the undos that follow it form a chain: step, undo, undo of the undo. The step's row
/// keeps the chain's tip and whether the step is in effect; undo takes back the tip of the latest
/// own step in effect, redo the tip of the one taken back last.
extension Ledger {
  /// The actor's latest step in effect.
  func nextUndo(of actor: String) throws -> (step: ChangeStep, tip: Identifier<ChangeStep>)? {
    try chain(
      "WHERE actor = ? AND in_effect = 1 ORDER BY id DESC LIMIT 1",
      actor
    )
  }

  /// The actor's step that was taken back last, unless a newer own step came after it.
  func nextRedo(of actor: String) throws -> (step: ChangeStep, tip: Identifier<ChangeStep>)? {
    try chain(
      """
      AS taken WHERE actor = ? AND in_effect = 0 AND NOT EXISTS
        (SELECT 1 FROM step AS newer WHERE newer.actor = taken.actor
          AND newer.in_effect IN (0, 1) AND newer.id > taken.tip)
      ORDER BY tip DESC LIMIT 1
      """,
      actor
    )
  }

  /// How many steps of the actor are in effect.
  func undoCount(of actor: String) throws -> Int {
    let query = try statement("SELECT count(*) FROM step WHERE actor = ? AND in_effect = 1")
    query.bind(actor)
    guard try query.step() else { return 0 }
    defer { query.reset() }
    return Int(query.int(0))
  }

  func step(_ id: Identifier<ChangeStep>) throws -> ChangeStep? {
    let query = try statement("\(Self.stepColumns) WHERE id = ?")
    query.bind(id)
    guard try query.step() else { return nil }
    defer { query.reset() }
    return query.changeStep()
  }

  /// Takes back a chain's tip, which is an undo or a redo, and returns what it recorded; `nil` where
  /// there is nothing to take back.
  func takeBack(
    _ direction: UndoDirection,
    _ request: UndoRequest,
    today: Day
  ) throws
    -> StepOutcome?
  {
    if let step = try step(ofAny: [request.id]) {
      return StepOutcome(step: step, changes: try changes(of: step))
    }
    let chain =
      switch direction {
      case .undo: try nextUndo(of: request.actor)
      case .redo: try nextRedo(of: request.actor)
      }
    guard let chain else { return nil }
    let taking = try TakingBack(self, request, chain.tip, today: today)
    let changes = try taking.run()
    let step = try taking.writer.finish(
      summary: "\(direction.rawValue) \(chain.step.summary)",
      undoes: chain.tip
    )
    let update = try statement("UPDATE step SET tip = ?, in_effect = ? WHERE id = ?")
    update.bind(step.id)
    update.bind(direction == .undo ? 0 : 1)
    update.bind(chain.step.id)
    try update.run()
    return StepOutcome(step: step, changes: changes)
  }

  private static let stepColumns = """
    SELECT id, actor, summary, at, is_import, event_count, tip FROM step
    """

  private func chain(
    _ condition: String,
    _ actor: String
  ) throws -> (step: ChangeStep, tip: Identifier<ChangeStep>)? {
    let query = try statement("\(Self.stepColumns) \(condition)")
    query.bind(actor)
    guard try query.step() else { return nil }
    defer { query.reset() }
    return (query.changeStep(), query.id(6))
  }
}

/// Which way a chain of undos grows; the word begins the step's summary.
enum UndoDirection: String {
  case undo
  case redo
}

extension Statement {
  /// The step of a row of `stepColumns`.
  fileprivate func changeStep() -> ChangeStep {
    ChangeStep(
      id: id(0),
      actor: text(1),
      summary: text(2),
      eventCount: Int(int(5)),
      recordedAt: Instant(milliseconds: int(3)),
      isImport: int(4) != 0
    )
  }
}
