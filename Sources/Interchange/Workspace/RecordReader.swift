internal import Pipeline

/// Reads what `RecordWriter` writes; identifiers are then the numbers in the file.
struct RecordReader {
  private(set) var record = WorkspaceRecord(
    settings: WorkspaceSettings(timeZone: "UTC", currency: .euro),
    pipelines: []
  )

  /// The numbers as identifiers.
  var numbers: WorkspaceNumbers { WorkspaceNumbers(record) }

  /// Takes one member of the file; false where it is none of a record's.
  ///
  /// Throws where it cannot be what it should.
  mutating func take(_ name: String, _ value: JSONValue) throws(JSONShapeFault) -> Bool {
    switch name {
    case "settings": try takeSettings(JSONMembers(value))
    case "pipelines": for pipeline in try objects(value) { try takePipeline(pipeline) }
    case "people": for person in try objects(value) { try takePerson(person) }
    case "goals": for goal in try objects(value) { try takeGoal(goal) }
    case "baselines": for baseline in try objects(value) { try takeBaseline(baseline) }
    case "filters":
      for filter in try objects(value) {
        let filter = SavedFilter(
          id: Identifier(rawValue: Int64(record.filters.count) + 1),
          name: try filter.text("name"),
          text: try filter.text("text")
        )
        record.filters.append(filter)
      }
    case "contacts": for contact in try objects(value) { try takeContact(contact) }
    case "meetings": for meeting in try objects(value) { try takeMeeting(meeting) }
    case "drafts":
      for draft in try objects(value) {
        let draft = MeetingDraft(
          kind: try kind(draft),
          pipeline: try draft.pipeline("pipeline", numbers),
          scope: try draft.text("scope"),
          text: try draft.text("text")
        )
        record.drafts.append(draft)
      }
    default: return false
    }
    return true
  }

  private func objects(_ value: JSONValue) throws(JSONShapeFault) -> [JSONMembers] {
    try JSONMembers(["list": value]).objects("list")
  }

  private mutating func takeSettings(_ settings: JSONMembers) throws(JSONShapeFault) {
    record.settings = WorkspaceSettings(
      timeZone: try settings.text("time_zone"),
      currency: try settings.currency("currency")
    )
  }

  private mutating func takePipeline(_ members: JSONMembers) throws(JSONShapeFault) {
    var number = Int64(record.stages.count)
    var stages: [Stage] = []
    for stage in try members.objects("stages") {
      number += 1
      stages.append(
        Stage(
          id: Identifier(rawValue: number),
          name: try stage.text("name"),
          probability: try stage.optionalProbability("probability"),
          idleLimit: try stage.optionalNumber("idle_limit_days", 0...36_500),
          stuckLimit: try stage.optionalNumber("stuck_limit_days", 0...36_500),
          isArchived: try stage.flag("archived", default: false)
        )
      )
    }
    let firstArchived = stages.firstIndex(where: \.isArchived) ?? stages.endIndex
    guard firstArchived > 0, stages[firstArchived...].allSatisfy(\.isArchived) else {
      throw JSONShapeFault(
        message: phrase("A pipeline's stages are missing, or not in their order.")
      )
    }
    record.pipelines.append(
      SalesPipeline(
        id: Identifier(rawValue: Int64(record.pipelines.count) + 1),
        name: try members.text("name"),
        stages: Array(stages[..<firstArchived]),
        archivedStages: Array(stages[firstArchived...])
      )
    )
  }

  private mutating func takePerson(_ person: JSONMembers) throws(JSONShapeFault) {
    record.people.append(
      Person(
        id: Identifier(rawValue: Int64(record.people.count) + 1),
        name: try person.text("name"),
        initials: try person.text("initials"),
        logins: try person.texts("logins"),
        isActive: try person.flag("active", default: true),
        awayUntil: try person.optionalDay("away_until"),
        place: record.people.count,
        hourlyCost: try person.optionalMoney("hourly_cost", "hourly_currency")
      )
    )
  }

  private mutating func takeGoal(_ goal: JSONMembers) throws(JSONShapeFault) {
    guard let period = Period(try goal.text("period")) else {
      throw JSONShapeFault(message: phrase("\"period\" is not a month, a quarter or a year."))
    }
    let target: Goal.Target
    if let money = try goal.optionalMoney("value", "currency") {
      target = .money(money)
    } else {
      target = .deals(try goal.number("deals", 1...Int(Int32.max)))
    }
    record.goals.append(
      Goal(
        id: Identifier(rawValue: Int64(record.goals.count) + 1),
        pipeline: try goal.pipeline("pipeline", numbers),
        owner: try goal.optionalPerson("owner", numbers),
        period: period,
        target: target
      )
    )
  }

  private mutating func takeBaseline(_ baseline: JSONMembers) throws(JSONShapeFault) {
    record.baselines.append(
      Baseline(
        id: Identifier(rawValue: Int64(record.baselines.count) + 1),
        pipeline: try baseline.pipeline("pipeline", numbers),
        name: try baseline.text("name"),
        day: try baseline.day("day")
      )
    )
  }

  private mutating func takeContact(_ contact: JSONMembers) throws(JSONShapeFault) {
    record.contacts.append(
      Contact(
        name: try contact.text("name"),
        organization: try contact.optionalText("organization"),
        phone: try contact.optionalText("phone"),
        mail: try contact.optionalText("mail")
      )
    )
  }

  private mutating func takeMeeting(_ meeting: JSONMembers) throws(JSONShapeFault) {
    record.meetings.append(
      Meeting(
        id: Identifier(rawValue: Int64(record.meetings.count) + 1),
        kind: try kind(meeting),
        pipeline: try meeting.pipeline("pipeline", numbers),
        scope: try meeting.text("scope"),
        day: try meeting.day("day"),
        at: try meeting.instant("at"),
        minutes: try meeting.text("minutes")
      )
    )
  }

  private func kind(_ members: JSONMembers) throws(JSONShapeFault) -> Meeting.Kind {
    let name = try members.text("kind")
    guard let kind = Meeting.Kind.allCases.first(where: { $0.name == name }) else {
      throw JSONShapeFault(message: phrase("\"\(name)\" is no kind of meeting."))
    }
    return kind
  }
}
