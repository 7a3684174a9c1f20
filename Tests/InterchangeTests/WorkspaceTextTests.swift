import Interchange
import Pipeline
import Testing

struct WorkspaceTextTests {
  private static let day = Day(number: 20_543)

  /// Two pipelines, an archived stage, two people, and one of everything else.
  private var record: WorkspaceRecord {
    let sales = SalesPipeline(
      id: Identifier(rawValue: 1),
      name: "Sales \"north\"",
      stages: [
        Stage(id: Identifier(rawValue: 1), name: "Lead", probability: Probability(percent: 10)),
        Stage(id: Identifier(rawValue: 2), name: "Demo\u{1B}", idleLimit: 14, stuckLimit: 40),
      ],
      archivedStages: [Stage(id: Identifier(rawValue: 3), name: "Old", isArchived: true)]
    )
    let partners = SalesPipeline(
      id: Identifier(rawValue: 2),
      name: "Partners",
      stages: [Stage(id: Identifier(rawValue: 4), name: "Lead")]
    )
    let ana = Person(
      id: Identifier(rawValue: 1),
      name: "Ana",
      initials: "AK",
      logins: ["ana", "ak"],
      place: 0,
      hourlyCost: Money(minorUnits: 4_550, currency: .euro)
    )
    let ben = Person(
      id: Identifier(rawValue: 2),
      name: "Ben",
      initials: "B",
      isActive: false,
      awayUntil: Self.day,
      place: 1
    )
    return WorkspaceRecord(
      settings: WorkspaceSettings(timeZone: "Europe/Amsterdam", currency: .euro),
      pipelines: [sales, partners],
      people: [ana, ben],
      goals: [
        Goal(
          id: Identifier(rawValue: 1),
          pipeline: sales.id,
          period: .quarter(year: 2026, 1),
          target: .money(Money(minorUnits: 50_000_050, currency: .euro))
        ),
        Goal(
          id: Identifier(rawValue: 2),
          pipeline: partners.id,
          owner: ben.id,
          period: .month(year: 2026, 3),
          target: .deals(4)
        ),
      ],
      baselines: [
        Baseline(id: Identifier(rawValue: 1), pipeline: sales.id, name: "Start", day: Self.day)
      ],
      filters: [SavedFilter(id: Identifier(rawValue: 1), name: "hot", text: "label:hot")],
      contacts: [Contact(name: "Maya", organization: nil, phone: "+372 555", mail: "m@x.example")],
      meetings: [
        Meeting(
          id: Identifier(rawValue: 1),
          kind: .standup,
          pipeline: sales.id,
          scope: "Ana",
          day: Self.day,
          at: Instant(milliseconds: 1_774_900_000_123),
          minutes: "One\nTwo"
        )
      ],
      drafts: [MeetingDraft(kind: .review, pipeline: partners.id, text: "So far")]
    )
  }

  private static let activity = Activity(
    kind: .meeting,
    text: "Demo",
    minutes: 45,
    cost: Money(minorUnits: 1_250, currency: .euro)
  )

  static let changes: [DealChange] = [
    .created(
      DealDraft(
        title: "Acme – \u{202E}renewal",
        pipeline: Identifier(rawValue: 1),
        stage: Identifier(rawValue: 3),
        currency: .euro,
        minorUnits: 4_800_050,
        owner: Identifier(rawValue: 2),
        organization: "Acme",
        contact: "Maya",
        labels: ["hot", "a, b"],
        probability: Probability(percent: 0),
        expectedClose: day,
        category: .bestCase,
        isCreationKnown: false,
        beginsVisit: false,
        key: SourceKey(source: "pipedrive", id: "12")
      )
    ),
    .created(
      DealDraft(
        title: "Bare",
        pipeline: Identifier(rawValue: 2),
        stage: Identifier(rawValue: 4),
        currency: .euro
      )
    ),
    .enteredStage, .moved(to: Identifier(rawValue: 2)),
    .transferred(to: Identifier(rawValue: 2), stage: Identifier(rawValue: 4)), .retitled("New"),
    .valued(1, .euro), .valued(nil, .euro), .valued(100_000_000_000_000_000, .euro),
    .probabilitySet(Probability(percent: 75)), .probabilitySet(nil), .expectedCloseSet(day),
    .expectedCloseSet(nil), .ownerSet(Identifier(rawValue: 1)), .ownerSet(nil),
    .organizationSet("X"), .organizationSet(nil), .contactSet("Y"), .contactSet(nil),
    .labelled([]), .labelled(["b:\u{1F}c"]), .categorySet(.commit), .won, .lost(reason: nil),
    .lost(reason: "Price"), .reopened, .deleted, .noted("line\nline\u{0}"),
    .longNotesSet("line\n\tline"),
    .activityLogged(activity), .activityLogged(Activity(kind: .call, text: "")),
    .stepPlanned(PlannedStep(number: 3, due: day, minuteOfDay: 1439, activity: activity)),
    .stepPlanned(PlannedStep(number: 4, due: day, activity: activity)), .stepDone(3, activity),
    .stepDropped(4), .snoozed(until: day, reason: "later"), .snoozed(until: nil, reason: nil),
    .snoozed(until: day, reason: "later", isKept: true),
    .updatedAtSource, .undone(EventID(high: .max, low: 1)),
  ]

  private func text(_ events: [DealChange], notTaken: [DealChange] = []) -> [UInt8] {
    var text = WorkspaceText(record)
    text.append(deal: ["id": 1])
    let step = ChangeStep(
      id: Identifier(rawValue: 9),
      actor: "Ana",
      summary: "say \"hello\"",
      eventCount: events.count,
      recordedAt: Instant(milliseconds: 1_774_900_000_007),
      isImport: true
    )
    for (place, change) in events.enumerated() {
      let event = DealEvent(
        sequence: Int64(place) + 1,
        id: EventID(high: 7, low: UInt64(place)),
        step: step.id,
        actor: step.actor,
        deal: Identifier(rawValue: 12),
        revision: Int32(place) + 1,
        recordedAt: step.recordedAt,
        day: Self.day,
        change: change
      )
      text.append(event, of: step)
    }
    for change in notTaken { text.append(notTaken: change, by: Identifier(rawValue: 12)) }
    text.finish()
    return text.take()
  }

  private func entries(_ bytes: [UInt8]) throws -> [WorkspaceEntry] {
    let survey = try WorkspaceSurvey(of: ImportFile(name: "w.json", bytes: bytes))
    var entries: [WorkspaceEntry] = []
    try survey.entries(WorkspaceNumbers(survey.record)) { entry, _ in entries.append(entry) }
    return entries
  }

  private func refusal(_ text: String) -> String? {
    do {
      let file = ImportFile(name: "w.json", bytes: Array(text.utf8))
      guard try file.isWorkspace() else { return "not JSON" }
      _ = try WorkspaceSurvey(of: file)
      return nil
    } catch let refusal as ImportRefusal {
      return refusal.message(file: "w.json")
    } catch {
      return "\(error)"
    }
  }

  @Test func `all that a workspace holds comes back`() throws {
    let survey = try WorkspaceSurvey(of: ImportFile(name: "w.json", bytes: text([])))

    #expect(survey.record == record)
  }

  @Test(arguments: changes)
  func `every kind of change comes back whole`(change: DealChange) throws {
    let entries = try entries(text([change], notTaken: [change]))

    #expect(
      entries == [
        .step(
          RecordedStep(
            number: 1,
            actor: "Ana",
            summary: "say \"hello\"",
            at: Instant(milliseconds: 1_774_900_000_007),
            isImport: true
          )
        ),
        .event(
          RecordedEvent(id: EventID(high: 7, low: 0), deal: 12, day: Self.day, change: change)
        ),
        .notTaken(12, change),
      ]
    )
  }

  @Test func `a text that comes in pieces is read the same`() throws {
    let bytes = text(Self.changes)
    let survey = try WorkspaceSurvey(
      of: ImportFile(name: "w.json") { DroppingSource(bytes: bytes[...]) }
    )

    var count = 0
    try survey.entries(WorkspaceNumbers(survey.record)) { _, _ in count += 1 }

    #expect(survey.record == record)
    #expect(count == Self.changes.count + 1)
  }

  @Test(arguments: [
    ("[]", "w.json: This JSON is a list, not an export of a workspace."),
    ("{}", "w.json: This JSON is no export of a workspace."),
    (#"{"pipelines":[]}"#, "w.json: This JSON is no export of a workspace."),
    (#"{"format":"dealboard","version":2}"#, "w.json, line 1: The file was written by a newer"),
    (#"{"format":"dealboard","version":1}"#, "w.json: The file lists no pipelines."),
    (#"{"format":"dealboard","version":1"#, "w.json, line 1: A comma or } is missing."),
    (#"{"format":"dealboard","version":1} x"#, "w.json, line 1: Something follows behind the end"),
    (
      "{\"format\":\"dealboard\",\n\"version\":1,\n\"pipelines\":[{\"name\":\"A\"}]}",
      "w.json, line 3: A pipeline's stages are missing"
    ),
    (
      "{\"format\":\"dealboard\",\"version\":1,\"pipelines\":[{\"name\":\"A\",\"stages\":"
        + "[{\"name\":\"S\"}]}],\n\"log\":[{\"deal\":1,\"id\":\"x\"}]}",
      "w.json, line 2: \"id\" is not the id of an event."
    ),
  ])
  func `what cannot be read is refused with its line`(text: String, message: String) {
    #expect(refusal(text)?.hasPrefix(message) == true, "\(refusal(text) ?? "")")
  }

  /// A source that hands out a byte at a time.
  private struct DroppingSource: ByteSource {
    var bytes: ArraySlice<UInt8>

    mutating func read(upTo count: Int) -> [UInt8] {
      defer { bytes = bytes.dropFirst(3) }
      return Array(bytes.prefix(3))
    }
  }
}
