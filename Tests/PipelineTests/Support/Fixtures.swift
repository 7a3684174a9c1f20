import EdgeCaseHistories
import Pipeline

/// A day of 2026, written as month and day: `day(3, 31)`.
func day(_ month: Int, _ dayOfMonth: Int, year: Int = 2026) -> Day {
  Day(year: year, month: month, day: dayOfMonth) ?? .first
}

extension Currency {
  static let dollar = Currency(code: "USD") ?? .euro
  static let pound = Currency(code: "GBP") ?? .euro
}

/// The identifier of a number, where the type is known from around it.
func numbered<Subject>(_ number: Int64) -> Identifier<Subject> {
  Identifier(rawValue: number)
}

extension DealChange {
  static func moved(to stage: Int64) -> DealChange { .moved(to: numbered(stage)) }
}

extension Workspace {
  subscript(number: Int64) -> Deal? { self[numbered(number)] }

  func column(_ stage: Int64) -> StageColumn { column(numbered(stage)) }

  func live(_ pipeline: Int64) -> LiveFigures { live(numbered(pipeline)) }

  mutating func setOrder(_ order: ColumnOrder, of stage: Int64) {
    setOrder(order, of: numbered(stage))
  }
}

extension SalesPipeline {
  /// Five stages numbered 1 to 5, with the limits of the edge-case fixture.
  static let sales = EdgeCaseHistories.pipeline
}

extension Deal {
  /// An open deal of the first stage, created on a day.
  static func fixture(
    _ number: Int64,
    created: Day = day(1, 1),
    title: String = "Deal",
    stage: Int64 = 1,
    currency: Currency = .euro,
    minorUnits: Int64? = nil,
    owner: Int64? = nil,
    probability: Int? = nil,
    expectedClose: Day? = nil,
    labels: [String] = [],
    organization: String? = nil,
    contact: String? = nil
  ) -> Deal {
    Deal(
      id: numbered(number),
      draft: DealDraft(
        title: title,
        pipeline: numbered(1),
        stage: numbered(stage),
        currency: currency,
        minorUnits: minorUnits,
        owner: owner.map { numbered($0) },
        organization: organization,
        contact: contact,
        labels: labels,
        probability: probability.flatMap { Probability(percent: $0) },
        expectedClose: expectedClose
      ),
      on: created
    )
  }

  /// The deal after some changes on a day.
  func after(_ changes: DealChange..., on day: Day) -> Deal {
    var deal = self
    for change in changes { deal.apply(change, on: day) }
    return deal
  }
}

extension DealHistory {
  /// The history of a deal that was created on a day and then changed.
  ///
  /// Event 1 is the creation, and the changes follow it; it is on 1 January where its day is unknown.
  static func fixture(
    _ number: Int64 = 1,
    created: Day? = day(1, 1),
    stage: Int64 = 1,
    currency: Currency = .euro,
    minorUnits: Int64? = nil,
    owner: Int64? = nil,
    expectedClose: Day? = nil,
    category: ForecastCategory = .pipeline,
    _ changes: (Day, DealChange)...
  ) -> DealHistory {
    let draft = DealDraft(
      title: "Deal",
      pipeline: numbered(1),
      stage: numbered(stage),
      currency: currency,
      minorUnits: minorUnits,
      owner: owner.map { numbered($0) },
      expectedClose: expectedClose,
      category: category,
      isCreationKnown: created != nil
    )
    let all = [(created ?? day(1, 1), DealChange.created(draft))] + changes
    return DealHistory(
      events: all.enumerated().map { place, change in
        DealEvent(
          sequence: number * 1_000 + Int64(place + 1),
          id: eventID(place + 1, of: number),
          step: numbered(1),
          actor: "Ana",
          deal: numbered(number),
          revision: Int32(place + 1),
          recordedAt: Instant(milliseconds: 0),
          day: change.0,
          change: change.1
        )
      }
    )
  }

  /// The id of a fixture's event, for taking it back.
  static func eventID(_ event: Int, of deal: Int64 = 1) -> EventID {
    EventID(high: UInt64(deal), low: UInt64(event))
  }
}

/// A generator of random numbers that gives the same ones for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
