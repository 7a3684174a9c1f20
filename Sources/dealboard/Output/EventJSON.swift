import Interchange
import Pipeline

/// An entry of the log as JSON: seq, deal, actor, kind, at, day, before, after, undoes.
struct EventJSON {
  /// The pipelines, stages and people that events name.
  let names: StructureNames
  /// The places in the log of the events that may have been taken back.
  let sequences: [EventID: Int64]

  /// One event.
  ///
  /// `after` is what the change set, `before` what it replaced; null where there is neither.
  func value(_ event: DealEvent) -> JSONValue {
    var undone: Int64?
    if case .undone(let target) = event.change { undone = sequences[target] }
    return .named([
      "seq": JSONValue(event.sequence),
      "deal": JSONValue(event.deal.rawValue),
      "actor": .string(event.actor),
      "kind": .string(event.change.kindName),
      "at": .instant(event.recordedAt),
      "day": JSONValue(event.day),
      "before": event.before.map(content) ?? .null,
      "after": content(event.change),
      "undoes": JSONValue(undone),
    ])
  }

  private func content(_ change: DealChange) -> JSONValue {
    switch change {
    case .created(let draft): draftValue(draft)
    case .moved(let stage): .string(names.name(of: stage))
    case .transferred(let pipeline, let stage):
      .named([
        "pipeline": JSONValue(names.pipeline(pipeline)?.name),
        "stage": .string(names.name(of: stage)),
      ])
    case .retitled(let title): .string(title)
    case .valued(let amount, let currency):
      .named([
        "value": JSONValue(amount.map { Money(minorUnits: $0, currency: currency) }),
        "currency": .string(currency.code),
      ])
    case .probabilitySet(let probability): JSONValue(probability?.percent)
    case .expectedCloseSet(let day): JSONValue(day)
    case .ownerSet(let owner): JSONValue(names.name(of: owner))
    case .organizationSet(let name), .contactSet(let name): JSONValue(name)
    case .labelled(let labels): JSONValue(labels)
    case .categorySet(let category): .string(category.rawValue)
    case .lost(let reason): JSONValue(reason)
    case .noted(let text), .longNotesSet(let text): .string(text)
    case .activityLogged(let activity): activityValue(activity)
    case .stepPlanned(let step): DealAnswer.step(step)
    case .stepDone(let number, let activity):
      .named(["step": JSONValue(number), "activity": activityValue(activity)])
    case .stepDropped(let number): .named(["step": JSONValue(number)])
    case .snoozed(let day, let reason, let isKept):
      .named(["until": JSONValue(day), "reason": JSONValue(reason), "kept": .bool(isKept)])
    case .won, .reopened, .deleted, .enteredStage, .updatedAtSource, .undone: .null
    }
  }

  private func draftValue(_ draft: DealDraft) -> JSONValue {
    .named([
      "title": .string(draft.title),
      "key": JSONValue(draft.key?.sourceID),
      "pipeline": JSONValue(names.pipeline(draft.pipeline)?.name),
      "stage": .string(names.name(of: draft.stage)),
      "value": JSONValue(
        draft.minorUnits.map { Money(minorUnits: $0, currency: draft.currency) }
      ),
      "currency": .string(draft.currency.code),
      "owner": JSONValue(names.name(of: draft.owner)),
      "organization": JSONValue(draft.organization),
      "contact": JSONValue(draft.contact),
      "labels": JSONValue(draft.labels),
      "probability": JSONValue(draft.probability?.percent),
      "expected_close": JSONValue(draft.expectedClose),
      "category": .string(draft.category.rawValue),
    ])
  }

  private func activityValue(_ activity: Activity) -> JSONValue {
    .named([
      "kind": .string(activity.kind.rawValue),
      "text": .string(activity.text),
      "minutes": JSONValue(activity.minutes),
      "cost": JSONValue(activity.cost),
      "cost_currency": JSONValue(activity.cost?.currency.code),
    ])
  }
}
