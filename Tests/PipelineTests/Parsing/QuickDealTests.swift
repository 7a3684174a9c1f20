import Pipeline
import Testing

@Suite struct QuickDealTests {
  private static let context = QuickDeal.Context(
    pipeline: .sales,
    people: [Person(id: numbered(1), name: "Ana B", initials: "AB")],
    currency: .euro,
    today: day(5, 10)
  )

  private func deal(_ line: String) throws -> QuickDeal {
    try QuickDeal(line, in: Self.context)
  }

  @Test func `reads title, amount and expected close`() throws {
    let deal = try deal("Acme renewal 48k close:eoq")

    #expect(deal.title == "Acme renewal")
    #expect(deal.value == Money(minorUnits: 4_800_000, currency: .euro))
    #expect(deal.expectedClose == day(6, 30))
    #expect(deal.stage == nil)
  }

  @Test func `an owner may be named after an at sign, behind the amount`() throws {
    let deal = try deal("Kestrel renewal 48k close:eoq @ana label:hot")

    #expect(deal.title == "Kestrel renewal")
    #expect(deal.value == Money(minorUnits: 4_800_000, currency: .euro))
    #expect(deal.owner == numbered(1))
    #expect(deal.labels == ["hot"])
  }

  @Test(arguments: ["@nobody", "owner:Nobody", "owner:none", "@none"])
  func `an owner may be nobody, which is more than to leave it out`(part: String) throws {
    let deal = try deal("Kestrel renewal \(part) 48k")

    #expect(deal.title == "Kestrel renewal")
    #expect(deal.owner == .some(nil))
    #expect(try self.deal("Kestrel renewal 48k").owner == nil)
  }

  @Test func `an at sign that names nobody is refused, and in quotes belongs to the title`() throws
  {
    #expect(throws: QuickDealError.self) { try deal("Meet @home 5k") }
    #expect(try deal("Meet \"@home\" 5k").title == "Meet @home")
  }

  @Test func `reads every field`() throws {
    let deal = try deal(
      "Pilot owner:ana stage:demo label:hot,new label:hot org:\"Acme Corp\" contact:Jo prob:75%"
        + " value:$5k category:best-case"
    )

    #expect(deal.title == "Pilot")
    #expect(deal.owner == numbered(1))
    #expect(deal.stage == numbered(3))
    #expect(deal.labels == ["hot", "new"])
    #expect(deal.organization == "Acme Corp")
    #expect(deal.contact == "Jo")
    #expect(deal.probability == Probability(percent: 75))
    #expect(deal.value == Money(minorUnits: 500_000, currency: .dollar))
    #expect(deal.category == .bestCase)
  }

  @Test(
    arguments: [
      ("Area 51 rollout", "Area 51 rollout", nil),
      ("\"Area 51\"", "Area 51", nil),
      ("Area \"51\"", "Area 51", nil),
      ("48k", "48k", nil),
      ("Acme 500", "Acme", 50_000),
      ("Acme EUR 500", "Acme", 50_000),
      ("Acme 500 eur", "Acme", 50_000),
      ("Acme 500 label:x", "Acme", 50_000),
      ("Re: renewal 5k", "Re: renewal", 500_000),
      ("\"Acme colour:red\" 5k", "Acme colour:red", 500_000),
      ("Call 10:30 https://acme.example 5k", "Call 10:30 https://acme.example", 500_000),
      ("Acme close:", "Acme close:", nil),
      ("value:7 Acme 500", "Acme 500", 700),
      ("Acme 1.000", "Acme 1.000", nil),
      ("Rollout STD 5", "Rollout STD", 500),
    ] as [(String, String, Int64?)]
  )
  func `the last word is the value only if it is an amount`(
    line: String,
    title: String,
    cents: Int64?
  ) throws {
    let deal = try deal(line)

    #expect(deal.title == title)
    #expect(deal.value?.minorUnits == cents)
  }

  @Test(
    arguments: ["Office 365 ADP", "Migrate phase 2 ECS", "Rollout 3SIT", "Plan 48kDEM"]
  )
  func `a word that was a currency long ago stays in the title`(line: String) throws {
    let deal = try deal(line)

    #expect(deal.title == line)
    #expect(deal.value == nil)
  }

  @Test func `a currency of old figures is taken where the field says value, or deals are in it`()
    throws
  {
    let marks = try #require(Currency(code: "DEM"))
    let context = QuickDeal.Context(
      pipeline: .sales,
      people: [],
      currency: .euro,
      currencies: [marks],
      today: day(5, 10)
    )
    let own = QuickDeal.Context(
      pipeline: .sales,
      people: [],
      currency: marks,
      today: day(5, 10)
    )
    let five = Money(minorUnits: 500, currency: marks)

    #expect(try deal("Acme value:DEM5").value == five)
    #expect(try QuickDeal("Acme 5 DEM", in: context).value == five)
    #expect(try QuickDeal("Acme 5 DEM", in: own).value == five)
    #expect(try QuickDeal("Acme 5 ADP", in: own).value == nil)
  }

  @Test(arguments: [
    ("", 0, QuickDealError.Reason.noTitle),
    ("close:eom", 9, .noTitle),
    ("Acme 10k colour:red", 9, .unknownField),
    ("Acme 10k idle:5", 9, .unknownField),
    ("Acme close:never", 5, .notADay),
    ("Acme prob:101", 5, .notAProbability),
    ("Acme value:x", 5, .amount(.notAnAmount("x"))),
    ("Acme owner:zoe", 5, .name(.unknown("zoe", known: ["Ana B"]))),
    ("Acme category:sure", 5, .notACategory),
  ])
  func `says where and why a line is no deal`(
    line: String,
    position: Int,
    reason: QuickDealError.Reason
  ) {
    let error = #expect(throws: QuickDealError.self) { try deal(line) }

    #expect(error?.position == position)
    #expect(error?.reason == reason)
  }

  @Test func `a stage is a name, a beginning or a number from 1`() throws {
    let pipeline = SalesPipeline.sales

    #expect(try pipeline.stage(named: "lead in").id == numbered(1))
    #expect(try pipeline.stage(named: "NEG").id == numbered(5))
    #expect(try pipeline.stage(named: "4").id == numbered(4))
    #expect(throws: NameError.unknown("6", known: pipeline.stages.map(\.name))) {
      try pipeline.stage(named: "6")
    }
  }

  @Test func `a beginning of several names is ambiguous, a whole name never is`() throws {
    let people = [
      Person(id: numbered(1), name: "Ana", initials: "A"),
      Person(id: numbered(2), name: "Anabel", initials: "AL"),
    ]

    #expect(try people.person(named: "ana").id == numbered(1))
    #expect(try people.person(named: "al").id == numbered(2))
    #expect(throws: NameError.ambiguous("an", matches: ["Ana", "Anabel"])) {
      try people.person(named: "an")
    }
  }
}
