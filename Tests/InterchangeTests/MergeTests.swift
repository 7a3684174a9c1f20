import Interchange
import Pipeline
import Testing

@testable import MemoryWorkspace

/// What a repeated import does.
struct MergeTests {
  private static let header =
    "Deal - ID,Deal - Title,Deal - Value,Deal - Currency of Value,Deal - Owner,Deal - Stage,"
    + "Deal - Status,Deal - Deal created,Deal - Last stage change,Deal - Update time,"
    + "Deal - Deal closed on,Deal - Lost reason,Deal - Next activity date\n"

  private var workspace: MemoryWorkspace

  init() throws {
    workspace = MemoryWorkspace(today: try .of("2026-03-31"))
    try workspace.bring(Self.file())
  }

  /// One deal; what is not said is as the first import brought it.
  private static func file(
    title: String = "Acme",
    value: String = "1000",
    owner: String = "Ana",
    stage: String = "Lead In",
    status: String = "Open",
    changed: String = "2026-03-05",
    updated: String = "2026-03-05",
    closed: String = "",
    reason: String = "",
    next: String = ""
  ) -> String {
    header
      + "1,\(title),\(value),EUR,\(owner),\(stage),\(status),2026-03-01,\(changed),\(updated),"
      + "\(closed),\(reason),\(next)\n"
  }

  private var deal: Deal {
    get throws { try #require(workspace.target.brought("1")) }
  }

  private func stage(_ place: Int) -> Identifier<Stage> { workspace.pipelines[0].stages[place].id }

  private func edit(_ change: DealChange, _ day: String) throws {
    try workspace.target.edit(change, on: .of(day), deal: "1")
  }

  @Test mutating func `the same file changes nothing`() throws {
    let report = try workspace.bring(Self.file())

    #expect(report.unchanged == 1)
    #expect(report.events == 0)
  }

  @Test mutating func `what only the file changed is taken, on the row's stage change`() throws {
    let report = try workspace.bring(
      Self.file(title: "Acme 2", value: "1200", changed: "2026-03-10")
    )

    #expect(report.updated == 1)
    #expect(try deal.title == "Acme 2")
    #expect(try deal.minorUnits == 120_000)
    #expect(workspace.target.changes(of: "1").last?.day == (try .of("2026-03-10")))
  }

  @Test mutating func `no change is dated before the deal's last event`() throws {
    try edit(.noted("hello"), "2026-03-20")

    try workspace.bring(Self.file(value: "1200"))

    #expect(workspace.target.changes(of: "1").last?.day == (try .of("2026-03-20")))
    #expect(try deal.minorUnits == 120_000)
  }

  @Test mutating func `what only we changed stays, without a word`() throws {
    try edit(.retitled("Ours"), "2026-03-20")

    let report = try workspace.bring(Self.file())

    #expect(report.unchanged == 1)
    #expect(report.warnings == [])
    #expect(try deal.title == "Ours")
  }

  @Test mutating func `what both changed stays ours, and is told once`() throws {
    try edit(.valued(150_000, .euro), "2026-03-20")

    let report = try workspace.bring(Self.file(value: "1200"))
    let again = try workspace.bring(Self.file(value: "1200"))

    let warning = try #require(report.warnings.first)
    #expect(warning.code == "conflict")
    #expect(warning.field == "value")
    #expect(warning.ours == "EUR 1500")
    #expect(warning.theirs == "EUR 1200")
    #expect(warning.deal == Identifier(rawValue: 1))
    #expect(try deal.minorUnits == 150_000)
    #expect(again.warnings == [])
    #expect(again.unchanged == 1)
  }

  @Test mutating func `after a conflict the file's next change is one again`() throws {
    try edit(.valued(150_000, .euro), "2026-03-20")
    try workspace.bring(Self.file(value: "1200"))

    let report = try workspace.bring(Self.file(value: "1300"))

    #expect(report.warnings.map(\.theirs) == ["EUR 1300"])
  }

  @Test mutating func `where both came to the same value there is no conflict, then or later`()
    throws
  {
    try edit(.valued(120_000, .euro), "2026-03-20")
    let same = try workspace.bring(Self.file(value: "1200"))
    try edit(.valued(130_000, .euro), "2026-03-21")

    let later = try workspace.bring(Self.file(value: "1200"))

    #expect(same.unchanged == 1)
    #expect(later.warnings == [])
    #expect(try deal.minorUnits == 130_000)
  }

  @Test mutating func `where both came to the same outcome, the file's next one is taken`() throws {
    try edit(.won, "2026-03-20")
    try workspace.bring(Self.file(status: "Won", closed: "2026-03-21"))

    let report = try workspace.bring(Self.file(changed: "2026-03-25"))

    #expect(report.warnings == [])
    #expect(try deal.status == .open)
  }

  @Test mutating func `an owner that both changed is named`() throws {
    let ben = workspace.target.person(named: "Ben")
    try edit(.ownerSet(ben), "2026-03-20")

    let report = try workspace.bring(Self.file(owner: "Cem"))

    #expect(report.warnings.first?.field == "owner")
    #expect(report.warnings.first?.theirs == "Cem")
    #expect(try deal.owner == ben)
  }

  @Test mutating func `a stage that only the file changed is moved to on its day`() throws {
    try workspace.bring(Self.file(stage: "Demo Scheduled", changed: "2026-03-12"))

    #expect(try deal.stage == stage(2))
    #expect(try deal.visits.map(\.days) == [7, 0])
  }

  @Test mutating func `a stage that both changed stays ours`() throws {
    try edit(.moved(to: stage(1)), "2026-03-20")

    let report = try workspace.bring(Self.file(stage: "Demo Scheduled", changed: "2026-03-12"))
    let again = try workspace.bring(Self.file(stage: "Demo Scheduled", changed: "2026-03-12"))

    #expect(report.warnings.map(\.field) == ["stage"])
    #expect(report.warnings.map(\.ours) == ["Contact Made"])
    #expect(report.warnings.map(\.theirs) == ["Demo Scheduled"])
    #expect(try deal.stage == stage(1))
    #expect(again.warnings == [])
  }

  @Test mutating func `a deal won in the file is won on its closing day, from where we moved it`()
    throws
  {
    try edit(.moved(to: stage(1)), "2026-03-10")

    let report = try workspace.bring(Self.file(status: "Won", closed: "2026-03-25"))
    let again = try workspace.bring(Self.file(status: "Won", closed: "2026-03-25"))

    #expect(report.updated == 1)
    #expect(try deal.status == .won(.of("2026-03-25")))
    #expect(try deal.stage == stage(1))
    #expect(again.unchanged == 1)
  }

  @Test mutating func `a closing before the deal's last event is taken on that day`() throws {
    try edit(.noted("hello"), "2026-03-28")

    try workspace.bring(Self.file(status: "Lost", closed: "2026-03-25", reason: "Price"))
    let again = try workspace.bring(
      Self.file(status: "Lost", closed: "2026-03-25", reason: "Price")
    )

    #expect(try deal.status == .lost(.of("2026-03-28"), reason: "Price"))
    #expect(again.unchanged == 1)
  }

  @Test mutating func `moved on and won at once, it goes through both in order`() throws {
    try workspace.bring(
      Self.file(
        value: "900",
        stage: "Proposal Made",
        status: "Won",
        changed: "2026-03-10",
        closed: "2026-03-25"
      )
    )

    #expect(try deal.status == .won(.of("2026-03-25")))
    #expect(try deal.visits.map(\.stage) == [stage(0), stage(3)])
    #expect(try deal.visits.map(\.days) == [5, 15])
    #expect(try deal.minorUnits == 90_000)
  }

  @Test mutating func `a deal that is open in the file again is reopened`() throws {
    try workspace.bring(Self.file(status: "Lost", closed: "2026-03-20", reason: "Price"))

    try workspace.bring(Self.file(stage: "Contact Made", changed: "2026-03-22"))

    #expect(try deal.status == .open)
    #expect(try deal.stage == stage(1))
    #expect(workspace.target.changes(of: "1").suffix(2).map(\.day.dayOfMonth) == [22, 22])
  }

  @Test mutating func `an outcome that both changed stays ours, and the stage with it`() throws {
    try edit(.lost(reason: nil), "2026-03-20")

    let file = Self.file(stage: "Contact Made", status: "Won", closed: "2026-03-25")
    let report = try workspace.bring(file)
    let again = try workspace.bring(file)

    #expect(report.warnings.map(\.field) == ["status"])
    #expect(report.warnings.map(\.ours) == ["lost"])
    #expect(try deal.status == .lost(.of("2026-03-20"), reason: nil))
    #expect(again.warnings == [])
  }

  @Test mutating func `a closed deal keeps its stage, which nobody is said to have changed`() throws
  {
    try workspace.bring(Self.file(status: "Won", closed: "2026-03-21"))

    let report = try workspace.bring(
      Self.file(stage: "Contact Made", status: "Won", closed: "2026-03-21")
    )

    #expect(
      report.warnings.map(\.message) == [
        "deals.csv, line 2: the stage of \"Acme\" is \"Contact Made\" in the file. The deal is closed"
          + " here and keeps \"Lead In\"; reopen deal 1 to move it."
      ]
    )
    #expect(try deal.stage == stage(0))
  }

  @Test mutating func `a deal that we deleted stays deleted`() throws {
    try edit(.deleted, "2026-03-20")

    let same = try workspace.bring(Self.file())
    let changed = try workspace.bring(Self.file(value: "1200"))

    #expect(same.warnings == [])
    #expect(changed.warnings.map(\.ours) == ["deleted"])
    #expect(try deal.isDeleted)
  }

  @Test mutating func `a later update counts for idle, an equal one changes nothing`() throws {
    let report = try workspace.bring(Self.file(updated: "2026-03-15"))

    #expect(report.updated == 1)
    #expect(try deal.lastTouched == .of("2026-03-15"))
  }

  @Test mutating func `a next activity follows the file while nobody did it`() throws {
    try workspace.bring(Self.file(next: "2026-04-02"))
    try workspace.bring(Self.file(next: "2026-04-09"))

    #expect(try deal.steps.map(\.due) == [.of("2026-04-09")])

    try workspace.bring(Self.file())

    #expect(try deal.steps == [])
  }

  @Test mutating func `deals that the file lacks stay`() throws {
    let report = try workspace.bring(Self.header + "2,Other,,,,Lead In,,,,,,,\n")

    #expect(report.imported == 1)
    #expect(workspace.target.deals.count == 2)
    #expect(try deal.isDeleted == false)
  }

  @Test mutating func `a conflict names the stage that a deal stands in elsewhere`() throws {
    let partners = MemoryWorkspace.pipeline(
      2,
      "Partners",
      [StageTemplate(name: "Lead In", probability: nil)]
    )
    workspace.pipelines.append(partners)
    try edit(.transferred(to: partners.id, stage: partners.stages[0].id), "2026-03-20")

    let report = try workspace.bring(Self.file(stage: "Demo Scheduled", changed: "2026-03-21"))

    let warning = try #require(report.warnings.first { $0.field == "stage" })
    #expect(warning.ours == "Lead In of Partners")
    #expect(warning.theirs == "Demo Scheduled of Sales")
    #expect(warning.message.contains("changed here to \"Lead In of Partners\""))
  }

  @Test mutating func `a conflict names a stage that was put away`() throws {
    try edit(.moved(to: stage(1)), "2026-03-20")
    let away = workspace.pipelines[0].stages.remove(at: 1)
    workspace.pipelines[0].archivedStages.append(away)

    let report = try workspace.bring(Self.file(stage: "Demo Scheduled", changed: "2026-03-21"))

    #expect(report.warnings.first { $0.field == "stage" }?.ours == "Contact Made")
  }
}
