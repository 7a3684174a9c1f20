internal import Pipeline

/// Writes what a workspace holds beside its log.
struct RecordWriter {
  private let record: WorkspaceRecord
  private let numbers: ChangeWriter

  init(_ record: WorkspaceRecord, _ numbers: ChangeWriter) {
    self.record = record
    self.numbers = numbers
  }

  /// The members in the order in which they are written and read.
  var members: [JSONValue.Member] {
    [
      JSONValue.Member(
        "settings",
        [
          "time_zone": .string(record.settings.timeZone),
          "currency": .string(record.settings.currency.code),
        ]
      ),
      JSONValue.Member("pipelines", .array(record.pipelines.map(pipeline))),
      JSONValue.Member("people", .array(record.people.map(person))),
      JSONValue.Member("goals", .array(record.goals.map(goal))),
      JSONValue.Member("baselines", .array(record.baselines.map(baseline))),
      JSONValue.Member("filters", .array(record.filters.map(filter))),
      JSONValue.Member("contacts", .array(record.contacts.map(contact))),
      JSONValue.Member("meetings", .array(record.meetings.map(meeting))),
      JSONValue.Member("drafts", .array(record.drafts.map(draft))),
    ]
  }

  private func pipeline(_ pipeline: SalesPipeline) -> JSONValue {
    [
      "name": .string(pipeline.name),
      "stages": .array((pipeline.stages + pipeline.archivedStages).map(stage)),
    ]
  }

  private func stage(_ stage: Stage) -> JSONValue {
    [
      "name": .string(stage.name),
      "probability": .integer(stage.probability?.percent),
      "idle_limit_days": .integer(stage.idleLimit),
      "stuck_limit_days": .integer(stage.stuckLimit),
      "archived": .bool(stage.isArchived),
    ]
  }

  private func person(_ person: Person) -> JSONValue {
    [
      "name": .string(person.name),
      "initials": .string(person.initials),
      "logins": .array(person.logins.map { .string($0) }),
      "active": .bool(person.isActive),
      "away_until": .day(person.awayUntil),
      "hourly_cost": .amount(person.hourlyCost),
      "hourly_currency": .text(person.hourlyCost?.currency.code),
    ]
  }

  private func goal(_ goal: Goal) -> JSONValue {
    var deals: Int?
    var money: Money?
    switch goal.target {
    case .deals(let count): deals = count
    case .money(let amount): money = amount
    }
    return [
      "pipeline": numbers.number(goal.pipeline),
      "owner": numbers.number(goal.owner),
      "period": .string(goal.period.description),
      "deals": .integer(deals),
      "value": .amount(money),
      "currency": .text(money?.currency.code),
    ]
  }

  private func baseline(_ baseline: Baseline) -> JSONValue {
    [
      "pipeline": numbers.number(baseline.pipeline),
      "name": .string(baseline.name),
      "day": .day(baseline.day),
    ]
  }

  private func filter(_ filter: SavedFilter) -> JSONValue {
    ["name": .string(filter.name), "text": .string(filter.text)]
  }

  private func contact(_ contact: Contact) -> JSONValue {
    [
      "name": .string(contact.name),
      "organization": .text(contact.organization),
      "phone": .text(contact.phone),
      "mail": .text(contact.mail),
    ]
  }

  private func meeting(_ meeting: Meeting) -> JSONValue {
    [
      "kind": .string(meeting.kind.name),
      "pipeline": numbers.number(meeting.pipeline),
      "scope": .string(meeting.scope),
      "day": .day(meeting.day),
      "at": .instant(meeting.at),
      "minutes": .string(meeting.minutes),
    ]
  }

  private func draft(_ draft: MeetingDraft) -> JSONValue {
    [
      "kind": .string(draft.kind.name),
      "pipeline": numbers.number(draft.pipeline),
      "scope": .string(draft.scope),
      "text": .string(draft.text),
    ]
  }
}

extension Meeting.Kind {
  /// The word for it in JSON.
  var name: String {
    switch self {
    case .review: "review"
    case .standup: "standup"
    }
  }
}
