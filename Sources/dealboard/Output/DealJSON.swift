import Pipeline

/// A deal as JSON, in the two shapes that commands print.
struct DealJSON {
  /// The pipelines and people that the deal names.
  let names: StructureNames
  /// The day that ages are of.
  let day: Day

  /// What `list` prints: figures of open deals are null on closed ones.
  func listed(_ deal: Deal) -> JSONValue {
    .object(members(deal, isStored: false))
  }

  /// What `show` and writing commands print: `listed` with everything that is stored.
  func whole(_ deal: Deal) -> JSONValue {
    .object(members(deal, isStored: true) + stored(deal))
  }

  private func members(_ deal: Deal, isStored: Bool) -> [JSONValue.Member] {
    let pipeline = names.pipeline(deal.pipeline)
    let stage = pipeline?.stage(deal.stage)
    let isOpen = deal.status.isOpen && !deal.isDeleted
    let probability = isStored || isOpen ? deal.probability(in: stage) : nil
    let furthest = pipeline.map { names.name(of: deal.furthestStage(in: $0)) }
    return named([
      "id": JSONValue(deal.id.rawValue),
      "key": JSONValue(deal.key?.id),
      "title": .string(deal.title),
      "status": .string(deal.isDeleted ? "deleted" : deal.status.name),
      "pipeline": JSONValue(pipeline?.name),
      "stage": .string(names.name(of: deal.stage)),
      "value": JSONValue(deal.value),
      "currency": .string(deal.currency.code),
      "owner": JSONValue(names.name(of: deal.owner)),
      "organization": JSONValue(deal.organization),
      "created": JSONValue(deal.created),
      "closed": JSONValue(deal.status.closedDay),
      "expected_close": JSONValue(isStored || isOpen ? deal.expectedClose : nil),
      "lost_reason": JSONValue(deal.status.lostReason),
      "furthest": JSONValue(furthest),
      "age_days": JSONValue(deal.isDeleted ? nil : deal.age(on: day)),
      "idle_days": JSONValue(isOpen ? deal.idleDays(on: day) : nil),
      "stale": .bool(deal.isStale(on: day, idleLimit: stage?.idleLimit)),
      "probability": JSONValue(probability?.percent),
      "path": JSONValue(deal.visits.map { names.name(of: $0.stage) }),
      "time_in_stage": timeInStage(deal),
      "current_stage_age": JSONValue(isOpen ? deal.currentVisitDays(on: day) : nil),
    ])
  }

  private func stored(_ deal: Deal) -> [JSONValue.Member] {
    named([
      "own_probability": JSONValue(deal.probability?.percent),
      "contact": JSONValue(deal.contact),
      "labels": JSONValue(deal.labels),
      "category": .string(deal.category.rawValue),
      "steps": .array(deal.steps.map(step)),
      "snoozed_until": JSONValue(deal.snoozedUntil),
      "source": JSONValue(deal.key?.source),
      "last_event": JSONValue(deal.lastEventDay),
      "revision": JSONValue(deal.revision),
    ])
  }

  /// Days by the name of the stage, in the order of the first visits.
  private func timeInStage(_ deal: Deal) -> JSONValue {
    var seen: Set<Identifier<Stage>> = []
    return .object(
      deal.visits.filter { seen.insert($0.stage).inserted }.map {
        JSONValue.Member(
          name: names.name(of: $0.stage),
          value: JSONValue(deal.days(in: $0.stage, on: day))
        )
      }
    )
  }

  /// A planned step.
  func step(_ step: PlannedStep) -> JSONValue {
    .named([
      "number": JSONValue(step.number),
      "due": JSONValue(step.due),
      "time": JSONValue(step.minuteOfDay.map(TimeOfDay.text)),
      "kind": .string(step.activity.kind.rawValue),
      "text": .string(step.activity.text),
      "minutes": JSONValue(step.activity.minutes),
      "cost": JSONValue(step.activity.cost),
    ])
  }

  private func named(_ members: KeyValuePairs<String, JSONValue>) -> [JSONValue.Member] {
    members.map { JSONValue.Member(name: $0.key, value: $0.value) }
  }
}
