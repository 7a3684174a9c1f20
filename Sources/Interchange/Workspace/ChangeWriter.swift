internal import Pipeline

/// Writes changes of deals as JSON that gives them back whole.
struct ChangeWriter {
  private let pipelines: [Identifier<SalesPipeline>: Int]
  private let stages: [Identifier<Stage>: Int]
  private let people: [Identifier<Person>: Int]

  init(_ numbers: WorkspaceNumbers) {
    pipelines = Self.places(numbers.pipelines)
    stages = Self.places(numbers.stages)
    people = Self.places(numbers.people)
  }

  private static func places<Thing>(_ all: [Identifier<Thing>]) -> [Identifier<Thing>: Int] {
    Dictionary(all.enumerated().map { ($0.element, $0.offset + 1) }) { first, _ in first }
  }

  func number(_ pipeline: Identifier<SalesPipeline>) -> JSONValue { .integer(pipelines[pipeline]) }
  func number(_ stage: Identifier<Stage>) -> JSONValue { .integer(stages[stage]) }
  func number(_ person: Identifier<Person>?) -> JSONValue {
    .integer(person.flatMap { people[$0] })
  }

  /// The kind, and what belongs to it.
  func members(of change: DealChange) -> [JSONValue.Member] {
    [JSONValue.Member("kind", .string(change.kindName))]
      + content(of: change).map { JSONValue.Member($0.0, $0.1) }
  }

  private func content(of change: DealChange) -> [(String, JSONValue)] {
    switch change {
    case .created(let draft): created(draft)
    case .enteredStage, .won, .reopened, .deleted, .updatedAtSource: []
    case .moved(let stage): [("stage", number(stage))]
    case .transferred(let pipeline, let stage):
      [("pipeline", number(pipeline)), ("stage", number(stage))]
    case .retitled(let title): [("title", .string(title))]
    case .valued(let amount, let currency):
      [
        ("value", amount.map { .amount(Int128($0), currency) } ?? .null),
        ("currency", .string(currency.code)),
      ]
    case .probabilitySet(let probability): [("probability", .integer(probability?.percent))]
    case .expectedCloseSet(let day): [("expected_close", .day(day))]
    case .ownerSet(let owner): [("owner", number(owner))]
    case .organizationSet(let name): [("organization", .text(name))]
    case .contactSet(let name): [("contact", .text(name))]
    case .labelled(let labels): [("labels", .array(labels.map { .string($0) }))]
    case .categorySet(let category): [("category", .string(category.rawValue))]
    case .lost(let reason): [("reason", .text(reason))]
    case .noted(let text), .longNotesSet(let text): [("text", .string(text))]
    case .activityLogged(let activity): content(of: activity)
    case .stepPlanned(let step):
      [
        ("number", .integer(step.number)), ("due", .day(step.due)),
        ("minute", .integer(step.minuteOfDay)),
      ] + content(of: step.activity)
    case .stepDone(let number, let activity):
      [("number", .integer(number))] + content(of: activity)
    case .stepDropped(let number): [("number", .integer(number))]
    case .snoozed(let until, let reason, let isKept):
      [("until", .day(until)), ("reason", .text(reason))]
        + (isKept ? [("kept", JSONValue.bool(true))] : [])
    case .undone(let id): [("undoes", .string(id.description))]
    }
  }

  private func created(_ draft: DealDraft) -> [(String, JSONValue)] {
    [
      ("title", .string(draft.title)),
      ("source", .text(draft.key?.source)),
      ("key", .text(draft.key?.id)),
      ("pipeline", number(draft.pipeline)),
      ("stage", number(draft.stage)),
      ("value", draft.minorUnits.map { .amount(Int128($0), draft.currency) } ?? .null),
      ("currency", .string(draft.currency.code)),
      ("owner", number(draft.owner)),
      ("organization", .text(draft.organization)),
      ("contact", .text(draft.contact)),
      ("labels", .array(draft.labels.map { .string($0) })),
      ("probability", .integer(draft.probability?.percent)),
      ("expected_close", .day(draft.expectedClose)),
      ("category", .string(draft.category.rawValue)),
      ("creation_known", .bool(draft.isCreationKnown)),
      ("begins_visit", .bool(draft.beginsVisit)),
    ]
  }

  private func content(of activity: Activity) -> [(String, JSONValue)] {
    [
      ("activity", .string(activity.kind.rawValue)),
      ("text", .string(activity.text)),
      ("minutes", .integer(activity.minutes)),
      ("cost", .amount(activity.cost)),
      ("cost_currency", .text(activity.cost?.currency.code)),
    ]
  }
}
