/// Where another workspace's log is written: one open transaction of a store.
///
/// Nothing that is written through it is seen by others until it ends, and nothing stays if it
/// fails.
public protocol RestoreTarget: AnyObject {
  /// Brings in pipelines, stages and people, and returns what the record's numbers stand for here.
  ///
  /// What is here under the same name stays as it is; a workspace that nothing was ever done with
  /// becomes the other one, settings and all. Throws what the store throws.
  func restoreStructure(_ record: WorkspaceRecord) throws -> WorkspaceNumbers

  /// Brings in goals, baselines, filters, contacts, meetings and drafts, whose pipelines and owners
  /// are those here; what is here already stays as it is.
  ///
  /// Throws what the store throws.
  func restoreRecords(_ record: WorkspaceRecord) throws

  /// Ends the step before and begins one that was recorded at a moment.
  ///
  /// Throws what the store throws.
  func begin(actor: String, summary: String, at: Instant, isImport: Bool) throws

  /// The deal of an event that is in the log already; `nil` where there is no such event.
  ///
  /// Throws what the store throws.
  func deal(ofEvent id: EventID) throws -> Identifier<Deal>?

  /// The deal that was imported under a key; `nil` where there is none.
  ///
  /// Throws what the store throws.
  func deal(for key: SourceKey) throws -> Deal?

  /// A deal as all its events leave it; `nil` where there is no such number.
  ///
  /// Throws what the store throws.
  func deal(_ id: Identifier<Deal>) throws -> Deal?

  /// Makes a deal, under a number where that is free, and returns it.
  ///
  /// Throws what the store throws.
  func create(
    _ draft: DealDraft,
    id: EventID,
    on day: Day,
    as number: Identifier<Deal>?
  ) throws -> Deal

  /// Appends a change that passed `Deal.check` to a deal as it was last returned here, and returns
  /// the deal after it.
  ///
  /// Throws what the store throws.
  func append(
    _ change: DealChange,
    id: EventID,
    on day: Day,
    to deal: Deal
  ) throws -> Deal

  /// Remembers a value that an import brought to a deal and that was not taken.
  ///
  /// Throws what the store throws.
  func remember(notTaken change: DealChange, of deal: Identifier<Deal>) throws
}
