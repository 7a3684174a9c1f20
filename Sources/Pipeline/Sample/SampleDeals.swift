/// All deals of the sample, made one after the other as they come in.
struct SampleDeals {
  private let calendar: SampleCalendar
  private let pipeline: Identifier<SalesPipeline>
  private let stages: [Identifier<Stage>]
  private let people: [Identifier<Person>]
  private var market: SampleMarket
  /// How the customers' people are reached.
  var contacts: [Contact] { market.customers.flatMap(SampleContacts.contacts) }
  /// The histories, in the order the deals were thought of.
  private(set) var scripts: [SampleScript] = []

  /// Makes every deal up to today.
  init(
    today: Day,
    pipeline: Identifier<SalesPipeline>,
    stages: [Identifier<Stage>],
    people: [Identifier<Person>]
  ) {
    calendar = SampleCalendar(today: today)
    self.pipeline = pipeline
    self.stages = stages
    self.people = people
    market = SampleMarket(today: today)
    for day in calendar.creationDays(count: 386) { comeIn(on: day) }
    for (journey, day) in recentWork { happen(journey, endingOn: day) }
  }

  /// What is made to happen today and the working day before, so that a day's review has something
  /// to say: the last stage reached, and the outcome.
  private var recentWork: [(journey: (upTo: Int, outcome: SampleJourney.Turn?), day: Day)] {
    let yesterday = calendar.previousWorkday
    let today = calendar.today
    return [
      ((4, .won), yesterday), ((1, nil), yesterday), ((3, nil), yesterday), ((2, .lost), yesterday),
      ((0, nil), yesterday), ((4, .won), today), ((3, .won), today), ((1, .lost), today),
      ((1, nil), today), ((2, nil), today), ((3, nil), today), ((4, nil), today), ((0, nil), today),
      ((0, nil), today),
    ]
  }

  /// A deal comes in and goes its way, as far as it gets by today.
  private mutating func comeIn(on day: Day) {
    var dice = nextDice()
    let customer = market.choose(on: day, dice: &dice)
    let odds = SampleJourney.Odds(
      isExisting: market[customer].hasBought,
      isRecent: calendar.today - day < 220,
      skill: SampleTeam.members[market[customer].owner(on: day)].skill
    )
    let journey = SampleJourney(odds: odds, dice: &dice)
    tell(journey.dated(from: day, calendar: calendar), customer: customer, dice: &dice)
  }

  private mutating func happen(
    _ plan: (upTo: Int, outcome: SampleJourney.Turn?),
    endingOn day: Day
  ) {
    var dice = nextDice()
    var journey = SampleJourney(upTo: plan.upTo, dice: &dice)
    if let outcome = plan.outcome { journey.end(with: outcome, dice: &dice) }
    let turns = journey.dated(endingOn: day)
    let customer = market.add(on: turns[0].day, dice: &dice)
    tell(turns, customer: customer, dice: &dice)
  }

  private func nextDice() -> SampleDice {
    SampleDice(seed: SampleData.seed, number: scripts.count)
  }

  private mutating func tell(
    _ turns: [(day: Day, turn: SampleJourney.Turn)],
    customer number: Int,
    dice: inout SampleDice
  ) {
    let draft = draft(for: number, turns: turns, dice: &dice)
    let story = SampleStory(
      draft: draft,
      turns: turns,
      stages: stages,
      today: calendar.today,
      handOver: handOver(of: number),
      dice: &dice
    )
    let script = story.script
    scripts.append(script)
    market[number].lastEnd = script.deal.status.closedDay
    market[number].hasBought = market[number].hasBought || script.deal.status.isWon
  }

  private func handOver(of number: Int) -> SampleStory.HandOver? {
    guard market[number].isHandedOver else { return nil }
    return SampleStory.HandOver(
      day: SampleTeam.newcomersFirstDay(today: calendar.today),
      owner: people[SampleTeam.newcomer]
    )
  }

  private mutating func draft(
    for number: Int,
    turns: [(day: Day, turn: SampleJourney.Turn)],
    dice: inout SampleDice
  ) -> DealDraft {
    let day = turns[0].day
    let title = market.title(for: number, on: day, dice: &dice)
    let customer = market[number]
    let isValued = dice.happens(percent: customer.hasBought ? 95 : 72)
    let value = Self.value(dice: &dice)
    var stage = 0
    if case .entered(let position) = turns[0].turn { stage = position }
    return DealDraft(
      title: title,
      pipeline: pipeline,
      stage: stages[stage],
      currency: customer.currency,
      minorUnits: isValued ? value : nil,
      owner: people[customer.owner(on: day)],
      organization: customer.organization,
      contact: dice.happens(percent: 88) ? dice.pick(customer.contacts) : nil,
      labels: Self.labels(of: customer, value: isValued ? value : 0, dice: &dice)
    )
  }

  private static func labels(
    of customer: SampleMarket.Customer,
    value: Int64,
    dice: inout SampleDice
  ) -> [String] {
    var labels: [String] = []
    if customer.hasBought {
      labels.append("customer")
    } else if let source = dice.pick(weighted: SampleTexts.sources) {
      labels.append(source)
    }
    if value >= 8_000_000 { labels.append("enterprise") }
    if dice.happens(percent: 22) { labels.append(dice.happens(percent: 35) ? "hot" : "warm") }
    return labels
  }

  /// A value in minor units: half of all are between 8 and 34 thousand, a few are ten times that.
  static func value(dice: inout SampleDice) -> Int64 {
    let whole = dice.quantile(
      of: [
        1_200, 3_000, 4_800, 6_500, 8_400, 10_500, 12_500, 15_000, 17_500, 20_500, 24_000, 28_500,
        34_000, 43_000, 58_000, 85_000, 150_000,
      ]
    )
    let large = dice.happens(percent: 2) ? dice.number(in: 2...3) : 1
    let step = whole < 10_000 ? 100 : whole < 50_000 ? 500 : 1_000
    return Int64(whole / step * step * large) * 100
  }
}
