import Interchange
import Pipeline

/// A deal as JSON, in the two shapes that commands print.
struct DealAnswer {
  /// The pipelines and people that the deal names.
  let names: StructureNames
  /// The day that ages are of.
  let day: Day

  /// What `list` prints: what belongs to open deals only is null on others.
  func listed(_ deal: Deal) -> JSONValue {
    .object(members(report(deal)))
  }

  /// What `show` and writing commands print: the same with what is stored on closed deals too, and
  /// with everything that a list leaves out, with how the person is reached and the
  /// long notes.
  func whole(_ deal: Deal, _ beside: BesideDeal) -> JSONValue {
    let pipeline = names.pipeline(deal.pipeline)
    let probability = deal.probability(in: pipeline?.stage(deal.stage))
    let stored: [JSONValue.Member] = members(report(deal)).map { member in
      switch member.name {
      case "probability": JSONValue.Member(member.name, JSONValue(probability?.percent))
      case "expected_close":
        JSONValue.Member(member.name, JSONValue(deal.expectedClose))
      default: member
      }
    }
    return .object(stored + rest(deal, beside))
  }

  private func report(_ deal: Deal) -> DealReport {
    let pipeline =
      names.pipeline(deal.pipeline) ?? SalesPipeline(id: deal.pipeline, name: "", stages: [])
    return DealReport(deal, in: pipeline, asOf: day)
  }

  private func members(_ report: DealReport) -> [JSONValue.Member] {
    let deal = report.deal
    return JSONValue.members([
      "id": JSONValue(deal.id.rawValue),
      "key": JSONValue(deal.key?.sourceID),
      "title": .string(deal.title),
      "status": .string(deal.isDeleted ? "deleted" : deal.status.name),
      "pipeline": JSONValue(names.pipeline(deal.pipeline)?.name),
      "stage": .string(names.name(of: deal.stage)),
      "value": JSONValue(deal.value),
      "currency": .string(deal.currency.code),
      "owner": JSONValue(names.name(of: deal.owner)),
      "organization": JSONValue(deal.organization),
      "created": JSONValue(deal.created),
      "closed": JSONValue(deal.status.closedDay),
      "expected_close": JSONValue(report.expectedClose),
      "lost_reason": JSONValue(deal.status.lostReason),
      "furthest": .string(names.name(of: report.furthest)),
      "age_days": JSONValue(report.ageDays),
      "idle_days": JSONValue(report.idleDays),
      "stale": .bool(report.isStale),
      "probability": JSONValue(report.probability?.percent),
      "path": JSONValue(report.path.map(names.name(of:))),
      "time_in_stage": .object(
        report.timeInStage.map {
          JSONValue.Member(names.name(of: $0.stage), JSONValue($0.days))
        }
      ),
      "current_stage_age": JSONValue(report.currentStageAge),
    ])
  }

  private func rest(_ deal: Deal, _ beside: BesideDeal) -> [JSONValue.Member] {
    JSONValue.members([
      "own_probability": JSONValue(deal.probability?.percent),
      "contact": JSONValue(deal.contact),
      "phone": JSONValue(beside.contact?.phone),
      "mail": JSONValue(beside.contact?.mail),
      "notes": JSONValue(beside.notes),
      "labels": JSONValue(deal.labels),
      "category": .string(deal.category.rawValue),
      "steps": .array(deal.steps.map(Self.step)),
      "snoozed_until": JSONValue(deal.snoozedUntil),
      "source": JSONValue(deal.key?.source),
      "last_event": JSONValue(deal.lastEventDay),
      "fixed_until": JSONValue(beside.fixedUntil),
      "revision": JSONValue(deal.revision),
    ])
  }

  /// A planned step.
  static func step(_ step: PlannedStep) -> JSONValue {
    .named([
      "number": JSONValue(step.number),
      "due": JSONValue(step.due),
      "time": JSONValue(step.minuteOfDay.map(TimeOfDay.text)),
      "kind": .string(step.activity.kind.rawValue),
      "text": .string(step.activity.text),
      "minutes": JSONValue(step.activity.minutes),
      "cost": JSONValue(step.activity.cost),
      "cost_currency": JSONValue(step.activity.cost?.currency.code),
    ])
  }
}
