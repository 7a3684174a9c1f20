import Pipeline

/// The kinds of event, by the numbers that stand for them in the file and never change.
enum EventKind: Int64 {
  case created = 1
  case enteredStage = 2
  case moved = 3
  case retitled = 4
  case valued = 5
  case probabilitySet = 6
  case expectedCloseSet = 7
  case ownerSet = 8
  case organizationSet = 9
  case contactSet = 10
  case labelled = 11
  case categorySet = 12
  case won = 13
  case lost = 14
  case reopened = 15
  case deleted = 16
  case noted = 17
  case activityLogged = 18
  case stepPlanned = 19
  case stepDone = 20
  case stepDropped = 21
  case updatedAtSource = 22
  case undone = 23
  case transferred = 24
  case snoozed = 25
  case longNotesSet = 26
}

/// The typed columns of an event that say what was changed; those a kind has no use for are NULL.
struct ChangePayload: Equatable {
  var kind: EventKind
  var stage: Identifier<Stage>?
  var person: Identifier<Person>?
  var amount: Int64?
  var currency: Currency?
  var probability: Probability?
  var due: Day?
  var text: String?
  var pipeline: Identifier<SalesPipeline>?
  var organization: String?
  var contact: String?
  var labels: [String] = []
  var category: ForecastCategory?
  var flags: Int64?
  var key: SourceKey?
  var planned: Int32?
  var minute: Int16?
  var activity: Activity?
  var undoes: EventID?

  static let isCreationKnown: Int64 = 1
  static let beginsVisit: Int64 = 2
  static let isKept: Int64 = 1

  init(kind: EventKind) {
    self.kind = kind
  }
}

extension ChangePayload {
  /// What a change puts into the columns.
  init(_ change: DealChange) {
    switch change {
    case .created(let draft): self.init(draft)
    case .enteredStage: self.init(kind: .enteredStage)
    case .moved(let stage):
      self.init(kind: .moved)
      self.stage = stage
    case .transferred(let pipeline, let stage):
      self.init(kind: .transferred)
      self.pipeline = pipeline
      self.stage = stage
    case .retitled(let title):
      self.init(kind: .retitled)
      text = title
    case .valued(let amount, let currency):
      self.init(kind: .valued)
      self.amount = amount
      self.currency = currency
    case .probabilitySet(let probability):
      self.init(kind: .probabilitySet)
      self.probability = probability
    case .expectedCloseSet(let day):
      self.init(kind: .expectedCloseSet)
      due = day
    case .ownerSet(let owner):
      self.init(kind: .ownerSet)
      person = owner
    case .organizationSet(let organization):
      self.init(kind: .organizationSet)
      self.organization = organization
    case .contactSet(let contact):
      self.init(kind: .contactSet)
      self.contact = contact
    case .labelled(let labels):
      self.init(kind: .labelled)
      self.labels = labels
    case .categorySet(let category):
      self.init(kind: .categorySet)
      self.category = category
    case .won: self.init(kind: .won)
    case .lost(let reason):
      self.init(kind: .lost)
      text = reason
    case .reopened: self.init(kind: .reopened)
    case .deleted: self.init(kind: .deleted)
    case .noted(let note):
      self.init(kind: .noted)
      text = note
    case .longNotesSet(let notes):
      self.init(kind: .longNotesSet)
      text = notes
    case .activityLogged(let activity):
      self.init(kind: .activityLogged)
      self.activity = activity
    case .stepPlanned(let step):
      self.init(kind: .stepPlanned)
      planned = step.number
      due = step.due
      minute = step.minuteOfDay
      activity = step.activity
    case .stepDone(let number, let activity):
      self.init(kind: .stepDone)
      planned = number
      self.activity = activity
    case .stepDropped(let number):
      self.init(kind: .stepDropped)
      planned = number
    case .snoozed(let day, let reason, let isKept):
      self.init(kind: .snoozed)
      due = day
      text = reason
      // Nothing where it is not set, as in what was written before this was told apart.
      flags = isKept ? Self.isKept : nil
    case .updatedAtSource: self.init(kind: .updatedAtSource)
    case .undone(let event):
      self.init(kind: .undone)
      undoes = event
    }
  }

  private init(_ draft: DealDraft) {
    self.init(kind: .created)
    text = draft.title
    pipeline = draft.pipeline
    stage = draft.stage
    currency = draft.currency
    amount = draft.minorUnits
    person = draft.owner
    organization = draft.organization
    contact = draft.contact
    labels = draft.labels
    probability = draft.probability
    due = draft.expectedClose
    category = draft.category
    flags =
      (draft.isCreationKnown ? Self.isCreationKnown : 0)
      | (draft.beginsVisit ? Self.beginsVisit : 0)
    key = draft.key
  }
}

extension ChangePayload {
  /// The change that the columns say; throws `UnreadableRow` where one that its kind needs is NULL.
  func change() throws -> DealChange {
    switch kind {
    case .created: .created(try draft())
    case .enteredStage: .enteredStage
    case .moved: .moved(to: try need(stage, "a stage"))
    case .transferred:
      .transferred(to: try need(pipeline, "a pipeline"), stage: try need(stage, "a stage"))
    case .retitled: .retitled(try need(text, "a title"))
    case .valued: .valued(amount, try need(currency, "a currency"))
    case .probabilitySet: .probabilitySet(probability)
    case .expectedCloseSet: .expectedCloseSet(due)
    case .ownerSet: .ownerSet(person)
    case .organizationSet: .organizationSet(organization)
    case .contactSet: .contactSet(contact)
    case .labelled: .labelled(labels)
    case .categorySet: .categorySet(try need(category, "a forecast category"))
    case .won: .won
    case .lost: .lost(reason: text)
    case .reopened: .reopened
    case .deleted: .deleted
    case .noted: .noted(try need(text, "a note"))
    case .longNotesSet: .longNotesSet(try need(text, "long notes"))
    case .activityLogged: .activityLogged(try need(activity, "an activity"))
    case .stepPlanned:
      .stepPlanned(
        PlannedStep(
          number: try need(planned, "a step's number"),
          due: try need(due, "a step's day"),
          minuteOfDay: minute,
          activity: try need(activity, "an activity")
        )
      )
    case .stepDone:
      .stepDone(try need(planned, "a step's number"), try need(activity, "an activity"))
    case .stepDropped: .stepDropped(try need(planned, "a step's number"))
    case .snoozed:
      .snoozed(until: due, reason: text, isKept: (flags ?? 0) & Self.isKept != 0)
    case .updatedAtSource: .updatedAtSource
    case .undone: .undone(try need(undoes, "what an undo takes back"))
    }
  }

  private func draft() throws -> DealDraft {
    let flags = try need(flags, "how a deal began")
    return DealDraft(
      title: try need(text, "a title"),
      pipeline: try need(pipeline, "a pipeline"),
      stage: try need(stage, "a stage"),
      currency: try need(currency, "a currency"),
      minorUnits: amount,
      owner: person,
      organization: organization,
      contact: contact,
      labels: labels,
      probability: probability,
      expectedClose: due,
      category: try need(category, "a forecast category"),
      isCreationKnown: flags & Self.isCreationKnown != 0,
      beginsVisit: flags & Self.beginsVisit != 0,
      key: key
    )
  }

  private func need<Value>(_ value: Value?, _ what: String) throws -> Value {
    guard let value else { throw UnreadableRow(what: what) }
    return value
  }
}
