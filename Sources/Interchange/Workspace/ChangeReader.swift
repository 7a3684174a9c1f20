internal import Pipeline

/// Reads changes of deals from what `ChangeWriter` makes of them.
struct ChangeReader {
  let numbers: WorkspaceNumbers

  /// The change that members describe.
  ///
  /// Throws where a member is missing or cannot be what it should.
  func change(_ members: JSONMembers) throws(JSONShapeFault) -> DealChange {
    switch try members.text("kind") {
    case "created": .created(try draft(members))
    case "entered_stage": .enteredStage
    case "moved": .moved(to: try members.stage("stage", numbers))
    case "transferred":
      .transferred(
        to: try members.pipeline("pipeline", numbers),
        stage: try members.stage("stage", numbers)
      )
    case "title": .retitled(try title(members))
    case "value": try valued(members)
    case "probability": .probabilitySet(try members.optionalProbability("probability"))
    case "expected_close": .expectedCloseSet(try members.optionalDay("expected_close"))
    case "owner": .ownerSet(try members.optionalPerson("owner", numbers))
    case "organization": .organizationSet(try members.optionalText("organization"))
    case "contact": .contactSet(try members.optionalText("contact"))
    case "labels": .labelled(try members.texts("labels"))
    case "category": .categorySet(try category(members))
    case "won": .won
    case "lost": .lost(reason: try members.optionalText("reason"))
    case "reopened": .reopened
    case "deleted": .deleted
    case "note": .noted(try members.text("text"))
    case "long_notes": .longNotesSet(try members.text("text"))
    case "activity": .activityLogged(try activity(members))
    case "step_planned": .stepPlanned(try step(members))
    case "step_done": .stepDone(try stepNumber(members), try activity(members))
    case "step_dropped": .stepDropped(try stepNumber(members))
    case "snoozed":
      .snoozed(
        until: try members.optionalDay("until"),
        reason: try members.optionalText("reason"),
        isKept: try members.flag("kept", default: false)
      )
    case "updated_at_source": .updatedAtSource
    case "undone": .undone(try members.eventID("undoes"))
    case let kind: throw JSONShapeFault(message: phrase("\"\(kind)\" is no kind of event."))
    }
  }

  private func title(_ members: JSONMembers) throws(JSONShapeFault) -> String {
    let title = try members.text("title")
    guard !title.allSatisfy(\.isWhitespace) else {
      throw JSONShapeFault(message: phrase("A deal has no title."))
    }
    return title
  }

  private func valued(_ members: JSONMembers) throws(JSONShapeFault) -> DealChange {
    let currency = try members.currency("currency")
    return .valued(try members.optionalAmount("value", in: currency), currency)
  }

  private func category(_ members: JSONMembers) throws(JSONShapeFault) -> ForecastCategory {
    guard let category = ForecastCategory(rawValue: try members.text("category")) else {
      throw JSONShapeFault(message: phrase("\"category\" is not a forecast category."))
    }
    return category
  }

  /// The number of a planned step; the deal's next step is counted on from the largest.
  private func stepNumber(_ members: JSONMembers) throws(JSONShapeFault) -> Int32 {
    Int32(try members.number("number", 1...1_000_000))
  }

  private func draft(_ members: JSONMembers) throws(JSONShapeFault) -> DealDraft {
    let currency = try members.currency("currency")
    var key: SourceKey?
    if let source = try members.optionalText("source") {
      key = SourceKey(source: source, id: try members.text("key"))
    }
    return DealDraft(
      title: try title(members),
      pipeline: try members.pipeline("pipeline", numbers),
      stage: try members.stage("stage", numbers),
      currency: currency,
      minorUnits: try members.optionalAmount("value", in: currency),
      owner: try members.optionalPerson("owner", numbers),
      organization: try members.optionalText("organization"),
      contact: try members.optionalText("contact"),
      labels: try members.texts("labels"),
      probability: try members.optionalProbability("probability"),
      expectedClose: try members.optionalDay("expected_close"),
      category: try category(members),
      isCreationKnown: try members.flag("creation_known", default: true),
      beginsVisit: try members.flag("begins_visit", default: true),
      key: key
    )
  }

  private func activity(_ members: JSONMembers) throws(JSONShapeFault) -> Activity {
    guard let kind = ActivityKind(rawValue: try members.text("activity")) else {
      throw JSONShapeFault(message: phrase("\"activity\" is not a kind of activity."))
    }
    return Activity(
      kind: kind,
      text: try members.text("text"),
      minutes: try members.optionalNumber("minutes", 0...Int(Int32.max)).map { Int32($0) },
      cost: try members.optionalMoney("cost", "cost_currency")
    )
  }

  private func step(_ members: JSONMembers) throws(JSONShapeFault) -> PlannedStep {
    PlannedStep(
      number: try stepNumber(members),
      due: try members.day("due"),
      minuteOfDay: try members.optionalNumber("minute", 0...1439).map { Int16($0) },
      activity: try activity(members)
    )
  }
}

extension JSONMembers {
  func eventID(_ name: String) throws(JSONShapeFault) -> EventID {
    guard let id = EventID(try text(name)) else {
      throw JSONShapeFault(message: phrase("\"\(name)\" is not the id of an event."))
    }
    return id
  }
}
