public import Pipeline

/// Meetings and contacts.
extension SQLiteStore {
  /// The meetings that were held over a pipeline's deals, oldest first.
  public func meetings(of pipeline: Identifier<SalesPipeline>) throws(StoreError) -> [Meeting] {
    try read { ledger in try ledger.orNone { try ledger.meetings(of: pipeline) } }
  }

  /// What was written down in meetings that are not over.
  public func meetingDrafts() throws(StoreError) -> [MeetingDraft] {
    try read { ledger in try ledger.orNone(ledger.meetingDrafts) }
  }

  /// How the contact of a deal is reached: who has this name and works there, else who has this
  /// name and whose organization is not known.
  public func contact(
    named name: String,
    at organization: String?
  ) throws(StoreError) -> Contact? {
    try read { ledger in
      try ledger.orNone { [try ledger.contact(named: name, at: organization)] }.first ?? nil
    }
  }

  /// Hands out all contacts, by name.
  public func contacts(_ body: (Contact) -> Void) throws(StoreError) {
    let contacts = try read { ledger in try ledger.orNone { try ledger.contacts() } }
    for contact in contacts { body(contact) }
  }

  /// Keeps, replaces or forgets a meeting, a draft or a contact.
  ///
  /// Throws `.unknownPipeline` where a meeting's is missing, `.emptyName` for a contact without one.
  public func keep(_ record: RecordEdit) throws(StoreError) {
    try write { try $0.keep(record) }
  }

  /// Keeps a record together with something outside of the file.
  ///
  /// `body` runs last before the commit, and nothing is kept where it throws. Throws what it throws,
  /// and what keeping the record throws; the commit may still fail then, so that who calls takes back
  /// what `body` did.
  public func keep(_ record: RecordEdit, with body: () throws -> Void) throws {
    var failure: (any Error)?
    try writeOrNot { ledger in
      try ledger.keep(record)
      do { try body() } catch { failure = error }
      return ((), failure == nil)
    }
    if let failure { throw failure }
  }
}
