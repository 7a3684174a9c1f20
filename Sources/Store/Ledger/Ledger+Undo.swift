import Pipeline

/// Taking back and making again, by whole steps.
///
/// A step and the undos that follow it form a chain: step, undo, undo of the undo. The step's row
/// keeps the chain's tip and whether the step is in effect; undo takes back the tip of the latest
/// own step in effect, redo the tip of the one taken back last. One's own are also the steps made
/// under one's login before one said who one is.
extension Ledger {
  /// The actor's latest step in effect.
  func nextUndo(of actor: String) throws -> (step: ChangeStep, tip: Identifier<ChangeStep>)? {
    try names(of: actor).compactMap { name in
      try chain("WHERE actor = ? AND in_effect = 1 ORDER BY id DESC LIMIT 1", name)
    }
    .max { $0.step.id < $1.step.id }
  }

  /// The actor's step that was taken back last, unless a newer own step came after it.
  func nextRedo(of actor: String) throws -> (step: ChangeStep, tip: Identifier<ChangeStep>)? {
    let names = try names(of: actor)
    let taken = try names.compactMap { name in
      try chain("WHERE actor = ? AND in_effect = 0 ORDER BY tip DESC LIMIT 1", name)
    }
    guard let last = taken.max(by: { $0.tip < $1.tip }) else { return nil }
    return try names.contains { try hasStep(of: $0, after: last.tip) } ? nil : last
  }

  /// How many steps of the actor are in effect.
  func undoCount(of actor: String) throws -> Int {
    let query = try statement("SELECT count(*) FROM step WHERE actor = ? AND in_effect = 1")
    return try names(of: actor).reduce(0) { count, name in
      query.bind(name)
      guard try query.step() else { return count }
      defer { query.reset() }
      return count + Int(query.int(0))
    }
  }

  /// The names under which an actor's steps stand: the actor's own, and the logins of the person who
  /// is called so.
  func names(of actor: String) throws -> [String] {
    let query = try statement(
      "SELECT login.name FROM login JOIN person ON person.id = login.person WHERE person.name = ?"
    )
    query.bind(actor)
    var names = [actor]
    while try query.step() {
      if query.text(0) != actor { names.append(query.text(0)) }
    }
    return names
  }

  /// Whether a step, no undo, was made under a name after another step.
  private func hasStep(of name: String, after step: Identifier<ChangeStep>) throws -> Bool {
    let query = try statement(
      "SELECT 1 FROM step WHERE actor = ? AND in_effect IN (0, 1) AND id > ? LIMIT 1"
    )
    query.bind(name)
    query.bind(step)
    defer { query.reset() }
    return try query.step()
  }

  func step(_ id: Identifier<ChangeStep>) throws -> ChangeStep? {
    let query = try statement("\(Self.stepColumns) WHERE id = ?")
    query.bind(id)
    guard try query.step() else { return nil }
    defer { query.reset() }
    return try query.changeStep()
  }

  /// Takes back a chain's tip, which is an undo or a redo, and returns what it recorded; `nil` where
  /// there is nothing to take back.
  ///
  /// Throws `.otherStepIsNext` where the request names a step and that is not the chain's.
  func takeBack(
    _ direction: UndoDirection,
    _ request: UndoRequest,
    today: Day
  ) throws
    -> StepOutcome?
  {
    if let known = try outcome(ofAny: [request.id]) { return known }
    let chain =
      switch direction {
      case .undo: try nextUndo(of: request.actor)
      case .redo: try nextRedo(of: request.actor)
      }
    // What somebody saw named before they asked may have been overtaken by themselves elsewhere.
    if let meant = request.step, meant != chain?.step.id {
      throw StoreError.otherStepIsNext(chain?.step)
    }
    guard let chain else { return nil }
    var taking = try TakingBack(self, request, chain.tip, today: today)
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
    if direction == .redo { try archiveAgain(chain.step) }
    return StepOutcome(step: step, changes: changes, notices: taking.notices)
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
    return (try query.changeStep(), query.id(6))
  }
}

/// Which way a chain of undos grows; the word begins the step's summary.
enum UndoDirection: String {
  case undo
  case redo
}

extension Statement {
  /// The step of a row of `stepColumns`.
  fileprivate func changeStep() throws -> ChangeStep {
    ChangeStep(
      id: id(0),
      actor: text(1),
      summary: text(2),
      eventCount: Int(try int(5, in: NumberRange.counts, "how many events a step has")),
      recordedAt: Instant(milliseconds: int(3)),
      isImport: int(4) != 0
    )
  }
}
