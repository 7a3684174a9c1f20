import Pipeline

/// Meetings and contacts.
extension Ledger {
  /// The meetings that were held over a pipeline's deals, oldest first.
  func meetings(of pipeline: Identifier<SalesPipeline>) throws -> [Meeting] {
    let rows = try statement(
      "SELECT id, kind, scope, day, at, minutes FROM meeting WHERE pipeline = ? ORDER BY at, id"
    )
    rows.bind(pipeline)
    var meetings: [Meeting] = []
    while try rows.step() {
      meetings.append(
        Meeting(
          id: rows.id(0),
          kind: try Meeting.Kind(number: rows.int(1)),
          pipeline: pipeline,
          scope: rows.text(2),
          day: rows.day(3),
          at: Instant(milliseconds: rows.int(4)),
          minutes: rows.text(5)
        )
      )
    }
    return meetings
  }

  /// What was written down in meetings that are not over.
  func meetingDrafts() throws -> [MeetingDraft] {
    let rows = try statement("SELECT kind, pipeline, scope, text FROM meeting_draft")
    var drafts: [MeetingDraft] = []
    while try rows.step() {
      drafts.append(
        MeetingDraft(
          kind: try Meeting.Kind(number: rows.int(0)),
          pipeline: rows.id(1),
          scope: rows.text(2),
          text: rows.text(3)
        )
      )
    }
    return drafts
  }

  /// Who has this name and works there, else who has this name and whose organization is not known.
  func contact(named name: String, at organization: String?) throws -> Contact? {
    let query = try statement(
      """
      SELECT name, organization, phone, mail FROM contact
      WHERE name_key = ? AND organization_key IN (?, '') ORDER BY organization_key DESC
      """
    )
    query.bind(name.lowercased())
    query.bind(organization?.lowercased() ?? "")
    guard try query.step() else { return nil }
    defer { query.reset() }
    return query.contact
  }

  /// All contacts, by name.
  func contacts() throws -> [Contact] {
    let rows = try statement(
      """
      SELECT name, organization, phone, mail FROM contact ORDER BY name_key, organization_key
      """
    )
    var contacts: [Contact] = []
    while try rows.step() { contacts.append(rows.contact) }
    return contacts
  }

  // MARK: Editing

  /// Makes one edit.
  ///
  /// Throws `.unknownPipeline` where a meeting's is missing, `.emptyName` for a contact without one.
  func keep(_ edit: RecordEdit) throws {
    switch edit {
    case .keepDraft(let draft): try keepDraft(draft)
    case .dropDraft(let draft): try dropDraft(draft)
    case .endMeeting(let draft, let day, let at): try endMeeting(draft, day, at)
    case .saveContact(let contact): try saveContact(contact)
    case .editContact(let edit, let actor, let moment):
      try keep(edit)
      try note(.contact, by: actor, at: moment)
    case .removeContact(let contact): try removeContact(contact)
    }
  }

  /// Keeps how a contact is reached, beside what is known of them already.
  func keep(_ edit: ContactEdit) throws {
    try saveContact(edit.applied(to: try contact(named: edit.name, at: edit.organization)))
  }

  private func keepDraft(_ draft: MeetingDraft) throws {
    let pipeline = try pipeline(draft.pipeline)
    let insert = try statement(
      "INSERT OR REPLACE INTO meeting_draft (kind, pipeline, scope, text) VALUES (?, ?, ?, ?)"
    )
    insert.bind(draft.kind.number)
    insert.bind(pipeline.id)
    insert.bind(draft.scope)
    insert.bind(draft.text)
    try insert.run()
    try touch(pipeline.id)
  }

  private func dropDraft(_ draft: MeetingDraft) throws {
    let delete = try statement(
      "DELETE FROM meeting_draft WHERE kind = ? AND pipeline = ? AND scope = ?"
    )
    delete.bind(draft.kind.number)
    delete.bind(draft.pipeline)
    delete.bind(draft.scope)
    try delete.run()
  }

  private func endMeeting(_ draft: MeetingDraft, _ day: Day, _ at: Instant) throws {
    let pipeline = try pipeline(draft.pipeline)
    let insert = try statement(
      """
      INSERT INTO meeting (kind, pipeline, scope, day, at, minutes) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (pipeline, kind, scope, at) DO NOTHING
      """
    )
    insert.bind(draft.kind.number)
    insert.bind(pipeline.id)
    insert.bind(draft.scope)
    insert.bind(day)
    insert.bind(at.milliseconds)
    insert.bind(draft.text)
    try insert.run()
    try dropDraft(draft)
    try touch(pipeline.id)
  }

  private func saveContact(_ contact: Contact) throws {
    try checkNames([contact.name], among: [])
    let insert = try statement(
      """
      INSERT OR REPLACE INTO contact (name_key, organization_key, name, organization, phone, mail)
      VALUES (?, ?, ?, ?, ?, ?)
      """
    )
    insert.bindKey(of: contact)
    insert.bind(contact.name)
    insert.bind(contact.organization)
    insert.bind(contact.phone)
    insert.bind(contact.mail)
    try insert.run()
  }

  private func removeContact(_ contact: Contact) throws {
    let delete = try statement(
      "DELETE FROM contact WHERE name_key = ? AND organization_key = ?"
    )
    delete.bindKey(of: contact)
    try delete.run()
  }
}

extension Statement {
  /// The contact of the present row.
  fileprivate var contact: Contact {
    Contact(
      name: text(0),
      organization: optionalText(1),
      phone: optionalText(2),
      mail: optionalText(3)
    )
  }

  /// Binds the next two parameters: what finds a contact.
  fileprivate func bindKey(of contact: Contact) {
    bind(contact.name.lowercased())
    bind(contact.organization?.lowercased() ?? "")
  }
}

extension Meeting.Kind {
  /// The number that stands for it in the file.
  fileprivate var number: Int64 {
    switch self {
    case .review: 1
    case .standup: 2
    }
  }

  /// The kind of a number in the file.
  fileprivate init(number: Int64) throws {
    guard let kind = Self.allCases.first(where: { $0.number == number }) else {
      throw UnreadableRow(what: "a kind of meeting")
    }
    self = kind
  }
}
