/// A possible sale, as the events of its history have left it.
///
/// A deal changes in one way only: `apply(_:on:)` takes an event's change. Everything derived here
/// (visits, idle clock, first value) follows from the events alone, so that a replay of the log
/// gives the same deal to the last field.
public struct Deal: Hashable, Sendable {
  /// The deal's number.
  public let id: Identifier<Deal>
  /// How many events the deal has seen.
  ///
  /// A change names the revision that it was made on.
  public var revision: Int32
  /// The title; never empty.
  public var title: String
  /// The customer's organization.
  public var organization: String?
  /// The person at the customer's.
  public var contact: String?
  /// The labels, in the order they were given; each once.
  public var labels: [String]
  /// The id in the system it was imported from.
  public var key: SourceKey?
  /// Who owns it.
  public var owner: Identifier<Person>?
  /// The pipeline it stands in.
  public var pipeline: Identifier<SalesPipeline>
  /// The stage it stands in, or stood in when it was closed.
  public var stage: Identifier<Stage>
  /// Open, won or lost.
  public var status: DealStatus
  /// The currency, also where there is no value.
  public var currency: Currency
  /// The value in `currency`'s minor units; `nil`: none, which is not zero.
  public var minorUnits: Int64?
  /// The value at the creation, in the minor units of that day's currency.
  public var firstMinorUnits: Int64?
  /// The deal's own probability; `nil`: its stage's.
  public var probability: Probability?
  /// The day it is expected to close.
  public var expectedClose: Day?
  /// The forecast category.
  public var category: ForecastCategory
  /// The day it was created; `nil` where the source did not say.
  public var created: Day?
  /// The day from which it exists: the creation, else the source's earliest date, else the import.
  public var existsSince: Day
  /// The last day that counts for the idle clock (NUMBERS.md, "Time").
  public var lastTouched: Day
  /// The day of its last event.
  ///
  /// No event may be dated before it.
  public var lastEventDay: Day
  /// The day the running visit's clock was last started; `nil` while the clock stands still.
  public var clockStarted: Day?
  /// Every stay in a stage, oldest first; the last is the present one.
  ///
  /// Empty before the visit of a deal imported without history begins.
  public var visits: [StageVisit]
  /// The next steps that are not done, soonest first.
  public var steps: [PlannedStep]
  /// How many steps were ever planned; the next one's number is one more.
  public var stepsPlanned: Int32
  /// The day until which it is put aside in lists of what needs attention.
  public var snoozedUntil: Day?
  /// Whether it counts, was deleted, or never was.
  public var presence: DealPresence

  /// Whether it counts nowhere any more.
  public var isDeleted: Bool { presence != .present }

  /// The value with its currency; `nil` where there is none.
  public var value: Money? {
    minorUnits.map { Money(minorUnits: $0, currency: currency) }
  }

  /// The step that is due first; `nil` where nothing is planned.
  public var nextStep: PlannedStep? { steps.first }

  /// Makes a deal from stored fields, in the shape that `apply(_:on:)` would have left them.
  public init(
    id: Identifier<Deal>,
    revision: Int32,
    title: String,
    organization: String?,
    contact: String?,
    labels: [String],
    key: SourceKey?,
    owner: Identifier<Person>?,
    pipeline: Identifier<SalesPipeline>,
    stage: Identifier<Stage>,
    status: DealStatus,
    currency: Currency,
    minorUnits: Int64?,
    firstMinorUnits: Int64?,
    probability: Probability?,
    expectedClose: Day?,
    category: ForecastCategory,
    created: Day?,
    existsSince: Day,
    lastTouched: Day,
    lastEventDay: Day,
    clockStarted: Day?,
    visits: [StageVisit],
    steps: [PlannedStep],
    stepsPlanned: Int32,
    snoozedUntil: Day?,
    presence: DealPresence
  ) {
    self.id = id
    self.revision = revision
    self.title = title
    self.organization = organization
    self.contact = contact
    self.labels = labels
    self.key = key
    self.owner = owner
    self.pipeline = pipeline
    self.stage = stage
    self.status = status
    self.currency = currency
    self.minorUnits = minorUnits
    self.firstMinorUnits = firstMinorUnits
    self.probability = probability
    self.expectedClose = expectedClose
    self.category = category
    self.created = created
    self.existsSince = existsSince
    self.lastTouched = lastTouched
    self.lastEventDay = lastEventDay
    self.clockStarted = clockStarted
    self.visits = visits
    self.steps = steps
    self.stepsPlanned = stepsPlanned
    self.snoozedUntil = snoozedUntil
    self.presence = presence
  }

  /// A deal as its creation on a day leaves it, at revision 1.
  public init(id: Identifier<Deal>, draft: DealDraft, on day: Day) {
    self.init(
      id: id,
      revision: 1,
      title: draft.title,
      organization: draft.organization,
      contact: draft.contact,
      labels: draft.labels,
      key: draft.key,
      owner: draft.owner,
      pipeline: draft.pipeline,
      stage: draft.stage,
      status: .open,
      currency: draft.currency,
      minorUnits: draft.minorUnits,
      firstMinorUnits: draft.minorUnits,
      probability: draft.probability,
      expectedClose: draft.expectedClose,
      category: draft.category,
      created: draft.isCreationKnown ? day : nil,
      existsSince: day,
      lastTouched: day,
      lastEventDay: day,
      clockStarted: draft.beginsVisit ? day : nil,
      visits: draft.beginsVisit ? [StageVisit(stage: draft.stage, entered: day)] : [],
      steps: [],
      stepsPlanned: 0,
      snoozedUntil: nil,
      presence: .present
    )
  }
}
