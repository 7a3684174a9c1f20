import Pipeline

/// What was done beside the steps: a row of the steps that has no events and is in no chain of undos.
extension Ledger {
  func note(_ edit: BesideEdit, by actor: String, at moment: Instant) throws {
    let insert = try statement(
      """
      INSERT INTO step (id, actor, summary, at, is_import, first_sequence, event_count)
      SELECT ifnull(max(id), 0) + 1, ?, ?, ?, 0, ?, 0 FROM step
      """
    )
    insert.bind(actor)
    insert.bind(edit.rawValue)
    insert.bind(moment.milliseconds)
    insert.bind(try lastSequence() + 1)
    try insert.run()
  }

  /// What the actor did last, where that is no step.
  func lastBeside(of actor: String) throws -> BesideEdit? {
    let query = try statement(
      """
      SELECT id, CASE WHEN event_count = 0 AND undoes IS NULL AND in_effect IS NULL
        THEN summary END
      FROM step WHERE actor = ? ORDER BY id DESC LIMIT 1
      """
    )
    var last: (id: Int64, kind: String?)?
    for name in try names(of: actor) {
      query.bind(name)
      guard try query.step() else { continue }
      let found = (id: query.int(0), kind: query.optionalText(1))
      query.reset()
      if found.id > last?.id ?? 0 { last = found }
    }
    return last?.kind.flatMap { BesideEdit(rawValue: $0) }
  }
}
