import Pipeline

@testable import Board

/// A day of 2026, written as month and day: `day(3, 31)`.
func day(_ month: Int, _ dayOfMonth: Int, year: Int = 2026) -> Day {
  Day(year: year, month: month, day: dayOfMonth) ?? .first
}

/// The identifier of a number, where the type is known from around it.
func numbered<Subject>(_ number: Int64) -> Identifier<Subject> {
  Identifier(rawValue: number)
}

extension Currency {
  static let dollar = Currency(code: "USD") ?? .euro
  static let franc = Currency(code: "CHF") ?? .euro
}

extension Deal {
  /// An open deal that was created in the first stage and came to its stage on the day its present
  /// visit began; a value is in whole units.
  static func fixture(
    _ number: Int64,
    _ title: String,
    stage: Int64 = 1,
    _ value: Double? = nil,
    currency: Currency = .dollar,
    owner: Int64? = nil,
    days: Int = 0,
    today: Day = SalesTeam.today,
    organization: String? = nil,
    labels: [String] = [],
    expectedClose: Day? = nil,
    pipeline: Int64 = 1
  ) -> Deal {
    let entered = today - days
    var deal = Deal(
      id: numbered(number),
      draft: DealDraft(
        title: title,
        pipeline: numbered(pipeline),
        stage: numbered(pipeline == 1 ? 1 : stage),
        currency: currency,
        minorUnits: value.map { Int64(($0 * 100).rounded()) },
        owner: owner.map { numbered($0) },
        organization: organization,
        labels: labels,
        expectedClose: expectedClose
      ),
      on: stage == 1 || pipeline != 1 ? entered : entered - 10
    )
    if pipeline == 1, stage != 1 { deal.apply(.moved(to: numbered(stage)), on: entered) }
    return deal
  }

  /// The deal with a next step that is due so many days from today.
  func due(
    in days: Int,
    at minuteOfDay: Int16? = nil,
    _ text: String = "call",
    today: Day = SalesTeam.today
  ) -> Deal {
    var deal = self
    let step = PlannedStep(
      number: deal.stepsPlanned + 1,
      due: today + days,
      minuteOfDay: minuteOfDay,
      activity: Activity(kind: .call, text: text)
    )
    deal.apply(.stepPlanned(step), on: deal.lastEventDay)
    return deal
  }

  /// The deal after some changes on a day.
  func after(_ changes: DealChange..., on day: Day = SalesTeam.today) -> Deal {
    var deal = self
    for change in changes { deal.apply(change, on: day) }
    return deal
  }
}

extension WorkspaceSnapshot {
  /// A workspace of one pipeline in dollars.
  static func fixture(
    _ deals: [Deal],
    pipelines: [SalesPipeline] = [SalesTeam.pipeline],
    people: [Person] = SalesTeam.people,
    currency: Currency = .dollar,
    filters: [SavedFilter] = [],
    closed: ClosedTotals = ClosedTotals(),
    asOf: Day = SalesTeam.today
  ) -> WorkspaceSnapshot {
    WorkspaceSnapshot(
      settings: WorkspaceSettings(timeZone: "Europe/Amsterdam", currency: currency),
      pipelines: pipelines,
      people: people,
      filters: filters,
      openDeals: deals,
      closed: [numbered(1): closed],
      window: DayRange(days: 365, endingOn: asOf),
      asOf: asOf,
      lastSequence: Int64(deals.count),
      structureVersion: 1
    )
  }
}
