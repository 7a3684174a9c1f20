/// What a deal is made of at its creation.
public struct DealDraft: Hashable, Sendable {
  /// The title; never empty.
  public var title: String
  /// The pipeline it stands in.
  public var pipeline: Identifier<SalesPipeline>
  /// The stage it begins in.
  public var stage: Identifier<Stage>
  /// The currency, also where there is no value yet.
  public var currency: Currency
  /// The value in `currency`'s minor units; `nil`: none, which is not zero.
  public var minorUnits: Int64?
  /// Who owns it.
  public var owner: Identifier<Person>?
  /// The customer's organization.
  public var organization: String?
  /// The person at the customer's.
  public var contact: String?
  /// The labels, in the order they were given; each once.
  public var labels: [String]
  /// The deal's own probability; `nil`: its stage's.
  public var probability: Probability?
  /// The day it is expected to close.
  public var expectedClose: Day?
  /// The forecast category.
  public var category: ForecastCategory
  /// Whether the creation's day is known.
  ///
  /// Where it is not, the deal exists from the event's day on and is left out of ages.
  public var isCreationKnown: Bool
  /// Whether the visit to `stage` begins with the creation.
  ///
  /// Where it does not, the days until `DealChange.enteredStage` belong to no stage (NUMBERS.md,
  /// "Time").
  public var beginsVisit: Bool
  /// The id in the system it was imported from.
  public var key: SourceKey?

  /// Makes a draft of a deal that begins now.
  public init(
    title: String,
    pipeline: Identifier<SalesPipeline>,
    stage: Identifier<Stage>,
    currency: Currency,
    minorUnits: Int64? = nil,
    owner: Identifier<Person>? = nil,
    organization: String? = nil,
    contact: String? = nil,
    labels: [String] = [],
    probability: Probability? = nil,
    expectedClose: Day? = nil,
    category: ForecastCategory = .pipeline,
    isCreationKnown: Bool = true,
    beginsVisit: Bool = true,
    key: SourceKey? = nil
  ) {
    self.title = title
    self.pipeline = pipeline
    self.stage = stage
    self.currency = currency
    self.minorUnits = minorUnits
    self.owner = owner
    self.organization = organization
    self.contact = contact
    self.labels = labels
    self.probability = probability
    self.expectedClose = expectedClose
    self.category = category
    self.isCreationKnown = isCreationKnown
    self.beginsVisit = beginsVisit
    self.key = key
  }
}
