import Interchange
import Pipeline
import Testing

@testable import MemoryWorkspace

/// Pipedrive's exports of activities, notes and people, which belong to deals.
struct JoinedTests {
  private static let deals = """
    Deal - ID,Deal - Title,Deal - Stage,Deal - Status,Deal - Deal created,Deal - Update time,\
    Deal - Next activity date,Deal - Contact person,Deal - Organization
    1,Acme,Lead In,Open,2026-03-02,2026-03-20,2026-04-02,Maya Lee,Acme Ltd
    2,Beta,Lead In,Open,2026-03-02,,,,
    3,Beta,Lead In,Open,2026-03-02,,,,

    """

  private static let activities =
    "Activity - Subject,Activity - Type,Activity - Due date,Activity - Due time,"
    + "Activity - Duration,Activity - Done,Activity - Marked as done time,Activity - Note,"
    + "Activity - Deal,Deal - ID\n"

  private func workspace() throws -> MemoryWorkspace {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))
    try workspace.bring(Self.deals)
    return workspace
  }

  private func changes(_ workspace: MemoryWorkspace, of id: String = "1") -> [Dated] {
    workspace.target.changes(of: id)
  }

  @Test func `what was done goes to its deal, with its kind and minutes`() throws {
    var workspace = try workspace()

    let report = try workspace.bring(
      Self.activities
        + "Demo,Meeting,2026-03-24,10:00,01:30,Done,2026-03-25 11:40:00,<p>went well</p>,Acme,1\n"
    )

    #expect(report.kind == .activities)
    #expect(report.imported == 1)
    let activity = Activity(kind: .meeting, text: "Demo: went well", minutes: 90)
    #expect(changes(workspace).last == Dated(.activityLogged(activity), try .of("2026-03-25")))
  }

  @Test func `whom activities are assigned to is said not to be taken`() throws {
    var workspace = try workspace()

    let report = try workspace.bring(
      "Activity - Subject,Activity - Done,Activity - Due date,Activity - Assigned to user,"
        + "Activity - Priority,Deal - ID\nDemo,Done,2026-03-24,Ana,High,1\n"
    )

    #expect(report.imported == 1)
    #expect(report.warnings.map(\.code) == ["assignees_not_kept", "columns_unused"])
    #expect(report.warnings.last?.message.contains("Assigned") == false)
  }

  @Test func `what is to be done takes the place of the step that the deals file had`() throws {
    var workspace = try workspace()

    let report = try workspace.bring(
      Self.activities + "Call Maya,Call,2026-04-02,16:30,,To do,,,Acme,1\n"
    )

    let deal = try #require(workspace.target.brought("1"))
    #expect(report.imported == 1)
    #expect(deal.steps.map(\.activity.text) == ["Call Maya"])
    #expect(deal.nextStep?.minuteOfDay == 990)
    #expect(deal.lastTouched == (try .of("2026-03-20")))
  }

  @Test func `a later export finishes what an earlier one planned, and brings nothing twice`()
    throws
  {
    var workspace = try workspace()
    let open = "Call Maya,Call,2026-04-02,16:30,,To do,,,Acme,1\n"
    let done = "Call Maya,Call,2026-04-02,16:30,00:20,Done,2026-03-31 09:00:00,,Acme,1\n"
    try workspace.bring(Self.activities + open)
    let planned = try #require(workspace.target.brought("1")?.nextStep)

    let again = try workspace.bring(Self.activities + open)
    let finished = try workspace.bring(Self.activities + done)
    let twice = try workspace.bring(Self.activities + done)

    #expect([again.unchanged, again.events] == [1, 0])
    #expect([finished.updated, finished.events] == [1, 1])
    #expect([twice.unchanged, twice.events] == [1, 0])
    let activity = Activity(kind: .call, text: "Call Maya", minutes: 20)
    #expect(
      changes(workspace).last
        == Dated(.stepDone(planned.number, activity), try .of("2026-03-31"))
    )
  }

  @Test func `an activity that was put off is planned anew`() throws {
    var workspace = try workspace()
    try workspace.bring(Self.activities + "Call,Call,2026-04-02,,,To do,,,Acme,1\n")

    let report = try workspace.bring(Self.activities + "Call,Call,2026-04-09,,,To do,,,Acme,1\n")

    #expect(report.updated == 1)
    let deal = try #require(workspace.target.brought("1"))
    #expect(deal.steps.map(\.due) == [try .of("2026-04-09")])
  }

  @Test func `a step of the activities file stays where the deals file comes again`() throws {
    var workspace = try workspace()
    try workspace.bring(
      Self.activities
        + "Call Maya,Call,2026-04-02,16:30,,To do,,,Acme,1\n"
        + "Send offer,Task,2026-04-07,,,To do,,,Beta,2\n"
    )

    let report = try workspace.bring(Self.deals)

    #expect(report.unchanged == 3)
    #expect(report.events == 0)
    #expect(workspace.target.brought("1")?.steps.map(\.activity.text) == ["Call Maya"])
    #expect(workspace.target.brought("2")?.steps.map(\.activity.text) == ["Send offer"])
  }

  @Test(arguments: ["", "2026-04-09"])
  func `a deals file that names another day drops its own step alone`(day: String) throws {
    var workspace = try workspace()
    try workspace.bring(
      Self.activities + "Send offer,Task,2026-04-09,,,To do,,,Acme,1\n"
    )
    let later = Self.deals.replacing("2026-04-02", with: day)

    try workspace.bring(later)
    let again = try workspace.bring(later)

    #expect(again.events == 0)
    #expect(workspace.target.brought("1")?.steps.map(\.activity.text) == ["Send offer"])
  }

  @Test func `an activity put off in both files is planned once`() throws {
    var workspace = try workspace()
    try workspace.bring(Self.activities + "Call Maya,Call,2026-04-02,16:30,,To do,,,Acme,1\n")

    try workspace.bring(Self.deals.replacing("2026-04-02", with: "2026-04-09"))
    try workspace.bring(Self.activities + "Call Maya,Call,2026-04-09,16:30,,To do,,,Acme,1\n")

    #expect(workspace.target.brought("1")?.steps.map(\.activity.text) == ["Call Maya"])
    #expect(workspace.target.brought("1")?.nextStep?.due == (try .of("2026-04-09")))
  }

  @Test func `what happened before the deal's last event is dated by it and says its own day`()
    throws
  {
    var workspace = try workspace()
    let row = "First call,Call,2026-03-05,,,Done,,,Acme,1\n"

    let report = try workspace.bring(Self.activities + row)
    let again = try workspace.bring(Self.activities + row)

    #expect(report.warnings.map(\.code) == ["dated_later"])
    #expect(again.unchanged == 1)
    let activity = Activity(kind: .call, text: "2026-03-05: First call")
    #expect(changes(workspace).last == Dated(.activityLogged(activity), try .of("2026-03-20")))
  }

  @Test func `of two equal activities one before the last event stays what it is`() throws {
    var workspace = try workspace()
    let rows =
      Self.activities + "Intro,Call,2026-03-05,,,Done,,,Acme,1\n"
      + "Intro,Call,2026-03-28,,,Done,,,Acme,1\n"

    let report = try workspace.bring(rows)
    let again = try workspace.bring(rows)

    #expect(report.imported == 2)
    #expect(again.imported == 0)
    #expect(again.unchanged == 2)
  }

  @Test func `the id of a plain table's deal is found as well`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))
    try workspace.bring("ID,Title,Stage\n7,Acme,Lead In\n")

    let report = try workspace.bring(
      Self.activities + "Demo,Meeting,2026-03-24,10:00,,Done,2026-03-25 11:40:00,,,7\n"
    )

    #expect(report.imported == 1)
    #expect(report.rejected.isEmpty)
  }

  @Test func `a deal is found by its id, else by a title that no other has`() throws {
    var workspace = try workspace()

    let report = try workspace.bring(
      Self.activities
        + "A,Call,2026-03-30,,,Done,,,ACME,\nB,Call,2026-03-30,,,Done,,,Beta,\n"
        + "C,Call,2026-03-30,,,Done,,,Beta,3\nD,Call,2026-03-30,,,Done,,,,77\n"
        + "E,Call,2026-03-30,,,Done,,,,\nF,Call,,,,To do,,,Acme,1\n"
    )

    #expect(report.imported == 2)
    #expect(
      report.rejected.map { "\($0.line) \($0.code)" }
        == ["3 ambiguous_deal", "5 unknown_deal", "6 missing_deal", "7 missing_due"]
    )
  }

  @Test func `notes go to the timeline without their markup, each once`() throws {
    var workspace = try workspace()
    let file = """
      Note - Content,Note - Deal,Note - Add time,Deal - ID
      "<div>Budget <b>confirmed</b><br>R&amp;D &lt;3</div>",Acme,2026-03-28 14:00:00,1
      Early,Acme,2026-03-03 14:00:00,1
      ,Acme,2026-03-28,1

      """

    let report = try workspace.bring(file)
    let again = try workspace.bring(file)

    #expect(report.kind == .notes)
    #expect(report.rejected.map(\.code) == ["empty_note"])
    #expect([again.unchanged, again.events] == [2, 0])
    #expect(
      changes(workspace).suffix(2) == [
        Dated(.noted("Budget confirmed R&D <3"), try .of("2026-03-28")),
        Dated(.noted("2026-03-03: Early"), try .of("2026-03-28")),
      ]
    )
  }

  @Test func `people say how the contacts of deals are reached`() throws {
    var workspace = try workspace()
    let header = "Person - Name,Person - Organization,Person - Phone - Work,Person - Email - Work,"
    let file = header + "Person - Email - Home\nMaya Lee,Acme Ltd,\"+372 1, +372 2\",,m@x.example\n"

    let report = try workspace.bring(file + "Ken Ito,,,,\n,Acme Ltd,1,,\n")
    let again = try workspace.bring(file)
    let changed = try workspace.bring(
      header + "Person - Email - Home\nMaya Lee,Acme Ltd,+372 9,,\n"
    )

    #expect(report.kind == .people)
    #expect(report.imported == 1)
    #expect(report.rejected.map(\.code) == ["missing_name"])
    #expect(again.unchanged == 1)
    #expect(changed.warnings.map(\.code) == ["contact_changed"])
    #expect(
      workspace.target.contacts == [
        Contact(name: "Maya Lee", organization: "Acme Ltd", phone: "+372 9", mail: "m@x.example")
      ]
    )
  }

  @Test func `a table without a deal's column is refused`() throws {
    var workspace = try workspace()

    let report = try workspace.bring("Activity - Subject,Activity - Type\nA,Call\n")

    #expect(report.refused?.code == "missing_column")
    #expect(report.refused?.message(file: "a.csv").contains("\"Deal - ID\"") == true)
  }

  @Test func `a deal's row may say how its contact is reached`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))

    try workspace.bring(
      "Deal - Title,Deal - Stage,Person - Name,Person - Email (Work),Person - Phone,"
        + "Organization - Name\nAcme,Lead In,Maya,m@x.example,+372 5,Acme Ltd\n"
    )
    try workspace.bring(
      "Deal Name,Deal Stage,Associated Contact\nBeta,Lead In,Ken Ito (ken@y.example)\n"
    )

    #expect(
      workspace.target.contacts == [
        Contact(name: "Maya", organization: "Acme Ltd", phone: "+372 5", mail: "m@x.example"),
        Contact(name: "Ken Ito", mail: "ken@y.example"),
      ]
    )
  }
}
