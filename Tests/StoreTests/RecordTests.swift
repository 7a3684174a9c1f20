import GRDB
import Pipeline
import Store
import Testing

@Suite struct `Meetings` {
  private func draft(_ workspace: Workspace, _ text: String, scope: String = "") -> MeetingDraft {
    MeetingDraft(kind: .review, pipeline: workspace.pipeline.id, scope: scope, text: text)
  }

  @Test func `keep one draft for each kind, pipeline and scope`() throws {
    let workspace = try Workspace()
    try workspace.store.keep(.keepDraft(draft(workspace, "Acme: call")))
    try workspace.store.keep(.keepDraft(draft(workspace, "Brick: wait", scope: "Ana")))

    try workspace.store.keep(.keepDraft(draft(workspace, "Acme: call twice")))

    let drafts = try workspace.secondStore().meetingDrafts()
    #expect(
      Set(drafts)
        == [draft(workspace, "Acme: call twice"), draft(workspace, "Brick: wait", scope: "Ana")]
    )
  }

  @Test func `end with their minutes, and once however often that is sent`() throws {
    let workspace = try Workspace()
    try workspace.store.keep(.keepDraft(draft(workspace, "half")))
    let end = RecordEdit.endMeeting(draft(workspace, "whole"), on: .today, at: .test)

    try workspace.store.keep(end)
    try workspace.store.keep(end)

    let meetings = try workspace.store.meetings(of: workspace.pipeline.id)
    #expect(meetings.map(\.minutes) == ["whole"])
    #expect(meetings.map(\.day) == [.today])
    #expect(meetings.map(\.at) == [.test])
    #expect(try workspace.store.meetingDrafts().isEmpty)
  }

  @Test func `come oldest first, and only a pipeline's own`() throws {
    let workspace = try Workspace()
    let edited = try workspace.store.edit(
      .addPipeline(name: "Partners", stages: StageTemplate.defaults)
    )
    let partners = try #require(edited.pipelines.last?.id)
    let later = Instant(milliseconds: Instant.test.milliseconds + 86_400_000)
    try workspace.store.keep(
      .endMeeting(MeetingDraft(kind: .standup, pipeline: partners), on: .today, at: .test)
    )
    try workspace.store.keep(
      .endMeeting(draft(workspace, "second"), on: .today + 1, at: later)
    )
    try workspace.store.keep(.endMeeting(draft(workspace, "first"), on: .today, at: .test))

    #expect(
      try workspace.store.meetings(of: workspace.pipeline.id).map(\.minutes) == ["first", "second"]
    )
    #expect(try workspace.store.meetings(of: partners).map(\.kind) == [.standup])
  }

  @Test func `forget a draft, and refuse one of no pipeline`() throws {
    let workspace = try Workspace()
    try workspace.store.keep(.keepDraft(draft(workspace, "half")))

    try workspace.store.keep(.dropDraft(draft(workspace, "")))

    #expect(try workspace.store.meetingDrafts().isEmpty)
    let nowhere = Identifier<SalesPipeline>(rawValue: 9)
    #expect(throws: StoreError.unknownPipeline(nowhere)) {
      try workspace.store.keep(.keepDraft(MeetingDraft(kind: .standup, pipeline: nowhere)))
    }
  }

  @Test func `do not make open boards load anew`() throws {
    let workspace = try Workspace()
    let before = try workspace.store.structure().version

    try workspace.store.keep(.keepDraft(draft(workspace, "half")))

    #expect(try workspace.store.structure().version == before)
  }

  @Test func `that cannot be read are found by the doctor`() throws {
    let workspace = try Workspace()
    try workspace.store.keep(.endMeeting(draft(workspace, "done"), on: .today, at: .test))
    _ = try workspace.store.edit(.setGoal(in: workspace.pipeline.id, .year(2026), .deals(3)))
    try workspace.store.close()
    try DatabaseQueue(path: workspace.folder.file()).write { database in
      try database.execute(
        sql: "UPDATE meeting SET kind = 9; UPDATE goal SET period = '2026-Q9'"
      )
    }

    var findings: [DoctorFinding] = []
    try workspace.secondStore().check { findings.append($0) }

    #expect(
      findings == [.unreadableRow("a goal's period"), .unreadableRow("a kind of meeting")]
    )
  }
}

@Suite struct `Contacts` {
  @Test func `are found by name and organization, without regard to case`() throws {
    let workspace = try Workspace()
    let store = workspace.store
    let acme = Contact(name: "Zoë Kern", organization: "Acme", phone: "+31 20 555 0101")
    let alone = Contact(name: "Zoë Kern", mail: "zoe@example.org")
    try store.keep(.saveContact(alone))
    try store.keep(.saveContact(acme))

    #expect(try store.contact(named: "ZOË KERN", at: "acme") == acme)
    #expect(try store.contact(named: "Zoë Kern", at: nil) == alone)
    #expect(try store.contact(named: "Zoë Kern", at: "Brick") == alone)
    #expect(try store.contact(named: "Zoë", at: nil) == nil)
    var all: [Contact] = []
    try store.contacts { all.append($0) }
    #expect(all == [alone, acme])
  }

  @Test func `are replaced and forgotten`() throws {
    let workspace = try Workspace()
    let store = workspace.store
    try store.keep(.saveContact(Contact(name: "Zoë", organization: "Acme", phone: "1")))

    let new = Contact(name: "zoë", organization: "ACME", phone: "2", mail: "z@example.org")
    try store.keep(.saveContact(new))
    #expect(try store.contact(named: "Zoë", at: "Acme") == new)

    try store.keep(.removeContact(Contact(name: "Zoë", organization: "Acme")))
    #expect(try store.contact(named: "Zoë", at: "Acme") == nil)
    #expect(throws: StoreError.emptyName) { try store.keep(.saveContact(Contact(name: ""))) }
  }

  @Test func `come in one write with the step that names them, and not without it`() throws {
    let workspace = try Workspace()
    let store = workspace.store
    let deal = try workspace.add(workspace.draft("Acme"))
    let edit = ContactEdit(name: "Zoë", phone: .some("1"))
    func step(_ revision: Int32, _ change: DealChange) -> StepRequest {
      StepRequest(
        actor: "Ana",
        summary: "test",
        at: .test,
        changes: [
          ChangeRequest(
            id: workspace.newID(),
            target: .deal(deal.id, revision: revision),
            change: change,
            day: .today
          )
        ],
        contact: edit
      )
    }

    #expect(throws: StoreError.self) {
      try store.append(step(deal.revision, .reopened), today: .today)
    }
    #expect(try store.contact(named: "Zoë", at: nil) == nil)

    _ = try store.append(step(deal.revision, .contactSet("Zoë")), today: .today)
    #expect(try store.contact(named: "Zoë", at: nil) == Contact(name: "Zoë", phone: "1"))
    #expect(try store.lastBeside(of: "Ana") == nil)

    // What was so already makes no step, and the contact is what was done last.
    try store.keep(.removeContact(Contact(name: "Zoë")))
    _ = try store.append(step(deal.revision + 1, .contactSet("Zoë")), today: .today)
    #expect(try store.contact(named: "Zoë", at: nil) == Contact(name: "Zoë", phone: "1"))
    #expect(try store.lastBeside(of: "Ana") == .contact)
  }

  @Test func `are not kept again by a step that was sent before`() throws {
    let workspace = try Workspace()
    let store = workspace.store
    let deal = try workspace.add(workspace.draft("Acme"))
    let step = StepRequest(
      actor: "Ana",
      summary: "test",
      at: .test,
      changes: [workspace.request(.contactSet("Zoë"), .deal(deal.id, revision: 1))],
      contact: ContactEdit(name: "Zoë", phone: .some("1"))
    )
    let first = try store.append(step, today: .today)
    // Ben learned of another number before the step was sent again.
    try store.keep(.saveContact(Contact(name: "Zoë", phone: "2")))

    let again = try store.append(step, today: .today)

    #expect(again.step == first.step)
    #expect(try store.contact(named: "Zoë", at: nil) == Contact(name: "Zoë", phone: "2"))
  }

  @Test func `are edited beside what is known, and that is no step`() throws {
    let workspace = try Workspace()
    let store = workspace.store
    try store.keep(.saveContact(Contact(name: "Zoë", phone: "1")))

    let edit = ContactEdit(name: "Zoë", mail: .some("z@example.org"))
    try store.keep(.editContact(edit, by: "Ana", at: .test))

    let known = Contact(name: "Zoë", phone: "1", mail: "z@example.org")
    #expect(try store.contact(named: "Zoë", at: nil) == known)
    #expect(try store.lastBeside(of: "Ana") == .contact)
  }

  @Test func `come with an import, and go with one that fails`() throws {
    let workspace = try Workspace()
    struct Broken: Error {}

    #expect(throws: Broken.self) {
      try workspace.importing { session in
        try session.keep(.saveContact(Contact(name: "Zoë")))
        throw Broken()
      }
    }
    #expect(try workspace.store.contact(named: "Zoë", at: nil) == nil)

    _ = try workspace.importing { session in
      try session.keep(.saveContact(Contact(name: "Zoë")))
      _ = try session.create(workspace.draft("Acme"), on: .today)
    }
    #expect(try workspace.store.contact(named: "Zoë", at: nil) == Contact(name: "Zoë"))
  }
}
