public import Pipeline

/// One reading of a whole SQLite file: everything in it is of one moment, whatever others write
/// meanwhile.
public final class ExportSession {
  private let ledger: Ledger

  init(_ ledger: Ledger) {
    self.ledger = ledger
  }

  /// What the workspace holds beside its log.
  ///
  /// Throws what the store throws.
  public func record() throws -> WorkspaceRecord {
    let structure = try ledger.structure()
    let contacts = try ledger.orNone(ledger.contacts)
    return WorkspaceRecord(
      settings: structure.settings,
      pipelines: structure.pipelines,
      people: structure.people,
      goals: structure.goals,
      baselines: structure.baselines,
      filters: structure.filters,
      contacts: contacts,
      meetings: try structure.pipelines.flatMap { pipeline in
        try ledger.orNone { try ledger.meetings(of: pipeline.id) }
      },
      drafts: try ledger.orNone(ledger.meetingDrafts)
    )
  }

  /// Hands out every deal that existed at the end of a day, deleted ones included, oldest first.
  ///
  /// Throws what the store throws.
  public func deals(asOf day: Day, _ body: (Deal) throws -> Void) throws {
    try ledger.deals(asOf: day, body)
  }

  /// Hands out the log, oldest first, each event with its step.
  ///
  /// Throws what the store throws.
  public func log(_ body: (DealEvent, ChangeStep) throws -> Void) throws {
    var step: ChangeStep?
    try ledger.events(1...Int64.max) { event in
      if step?.id != event.step { step = try ledger.step(event.step) }
      guard let step else { throw UnreadableRow(what: "the step of an event") }
      try body(event, step)
    }
  }

  /// Reads everything, to see whether it can be.
  ///
  /// Throws what the store throws.
  public func readAll() throws {
    _ = try record()
    try deals(asOf: .last) { _ in }
    try log { _, _ in }
    try valuesNotTaken { _, _ in }
  }

  /// Hands out the values that imports brought and that deals did not take, by deal.
  ///
  /// Throws what the store throws.
  public func valuesNotTaken(_ body: (Identifier<Deal>, DealChange) throws -> Void) throws {
    let query = try ledger.statement(
      "SELECT deal, change FROM value_not_taken ORDER BY deal, facet"
    )
    while try query.step() {
      try body(query.id(0), try query.withBytes(of: 1) { try PackedChange.change($0) })
    }
  }
}

extension SQLiteStore {
  /// Reads the whole file as it is at one moment.
  ///
  /// Throws what `body` throws, and `StoreError`.
  public func exporting(_ body: (ExportSession) throws -> Void) throws {
    var failure: (any Error)?
    try read { ledger in
      do {
        try body(ExportSession(ledger))
      } catch  where StoreError.isOfTheFile(error) {
        throw error
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }
}
