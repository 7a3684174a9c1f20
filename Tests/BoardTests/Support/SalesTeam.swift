import Pipeline

@testable import Board

/// The team of the mock-ups: 29 open deals worth $1,197,500 in four stages, 44 of 142 closed deals
/// won within the year, eight of them this month.
///
/// Sums by stage, in thousands: Lead 48 + 9.5 + 22 + 6 + 31 + 12 + 75 + 4.2 + 18 + 27 = 252.7, two
/// of twelve without value; Qualified 36 + 120 + 64 + 15 + 7.8 + 19 + 44 = 305.8, two of nine
/// without; Proposal 88 + 140 + 25 + 11 + 52 = 316; Negotiation 96 + 210 + 17 = 323.
/// Weighted: 25.27 + 76.45 + 158 + 242.25 = 501.97.
enum SalesTeam {
  /// A Wednesday.
  static let today = day(11, 18)

  static let pipeline = SalesPipeline(
    id: numbered(1),
    name: "Sales 2026",
    stages: [("Lead", 10), ("Qualified", 25), ("Proposal", 50), ("Negotiation", 75)]
      .enumerated().map { place, stage in
        Stage(
          id: numbered(Int64(place + 1)),
          name: stage.0,
          probability: Probability(percent: stage.1),
          idleLimit: 21
        )
      }
  )

  static let people = [
    Person(id: numbered(1), name: "Anna Kern", initials: "AK", logins: ["anna"]),
    Person(id: numbered(2), name: "Jonas Meyer", initials: "JM"),
    Person(id: numbered(3), name: "Rita Sato", initials: "RS"),
  ]

  /// Anna 48 + 22 + 75 + 27 + 120 + 19 + 88 + 11 + 210 = 620, Jonas 260.7, Rita 316.8.
  static let deals: [Deal] = lead + qualified + proposal + negotiation

  private static let lead: [Deal] = [
    .fixture(1, "Acme renewal", 48_000, owner: 1, days: 12).due(in: 6),
    .fixture(2, "Borealis pilot", 9_500, owner: 2, days: 3).due(in: 0, at: 840),
    .fixture(3, "Cobalt Labs", 22_000, owner: 1, days: 31).due(in: -4),
    .fixture(4, "Delta Foods", 6_000, owner: 3, days: 8),
    .fixture(5, "Evergreen IT", 31_000, owner: 2, days: 5).due(in: 2, "demo"),
    .fixture(6, "Fjord Shipping", 12_000, owner: 3, days: 2).due(in: 5, "email"),
    .fixture(7, "Gamma Rail", 75_000, owner: 1, days: 19),
    .fixture(8, "Hexa Print", 4_200, owner: 2, days: 1).due(in: 1),
    .fixture(9, "Ibex Travel", 18_000, owner: 3, days: 6).due(in: 7),
    .fixture(10, "Jade Clinic", 27_000, owner: 1, days: 14).due(in: 2),
    .fixture(11, "Kilo Partners", owner: 2, days: 4),
    .fixture(12, "Lambda School", owner: 3, days: 10).due(in: 1),
  ]

  private static let qualified: [Deal] = [
    .fixture(13, "Kestrel Media", stage: 2, 36_000, owner: 2, days: 9).due(in: 7, "demo"),
    .fixture(14, "Lumen Energy", stage: 2, 120_000, owner: 1, days: 22).due(in: -1),
    .fixture(
      15,
      "Mistral Bank",
      stage: 2,
      64_000,
      owner: 3,
      days: 4,
      organization: "mistral.example",
      labels: ["finance", "inbound"]
    ).due(in: 0, at: 990, "call CFO"),
    .fixture(16, "Nova Retail", stage: 2, 15_000, owner: 2, days: 11).due(in: 1),
    .fixture(17, "Orchid Spa", stage: 2, 7_800, owner: 3, days: 2).due(in: 5),
    .fixture(18, "Pine & Co", stage: 2, 19_000, owner: 1, days: 7),
    .fixture(19, "Quartz AG", stage: 2, 44_000, owner: 2, days: 3).due(in: 6, "demo"),
    .fixture(20, "Reed Systems", stage: 2, owner: 1, days: 5).due(in: 2),
    .fixture(21, "Sierra Wood", stage: 2, owner: 3, days: 12).due(in: 5),
  ]

  private static let proposal: [Deal] = [
    .fixture(22, "Raven Security", stage: 3, 88_000, owner: 1, days: 16).due(in: 1, "review"),
    .fixture(23, "Sable Motors", stage: 3, 140_000, owner: 3, days: 27).due(in: -6),
    .fixture(24, "Tundra Foods", stage: 3, 25_000, owner: 2, days: 5).due(in: 2, "sign"),
    .fixture(25, "Umbra Studio", stage: 3, 11_000, owner: 1, days: 9).due(in: 5),
    .fixture(26, "Vega Health", stage: 3, 52_000, owner: 3, days: 1).due(in: 0, at: 660),
  ]

  private static let negotiation: [Deal] = [
    .fixture(27, "Willow Homes", stage: 4, 96_000, owner: 2, days: 13).due(in: 7, "legal"),
    .fixture(28, "Xenon Air", stage: 4, 210_000, owner: 1, days: 34).due(in: -2),
    .fixture(29, "Yarrow Farm", stage: 4, 17_000, owner: 3, days: 6).due(in: 1, "sign"),
  ]

  /// The eight deals won this month, worth 58 + 33 + 9.9 + 41 + 20 + 12 + 30 + 8 = 211.9 thousand.
  static let won: [Deal] = [
    .fixture(30, "Zephyr Sport", stage: 4, 58_000, owner: 1, days: 20).after(.won, on: today),
    .fixture(31, "Atlas Cargo", stage: 4, 33_000, owner: 2, days: 20).after(.won, on: day(11, 16)),
    .fixture(32, "Birch School", stage: 4, 9_900, owner: 3, days: 20).after(.won, on: day(11, 13)),
    .fixture(33, "Cinder Coal", stage: 4, 41_000, owner: 1, days: 20).after(.won, on: day(11, 12)),
    .fixture(34, "Dune Hotels", stage: 4, 20_000, owner: 2, days: 20).after(.won, on: day(11, 9)),
    .fixture(35, "Ember Cafe", stage: 4, 12_000, owner: 3, days: 20).after(.won, on: day(11, 6)),
    .fixture(36, "Flint Tools", stage: 4, 30_000, owner: 1, days: 20).after(.won, on: day(11, 4)),
    .fixture(37, "Grove Dental", stage: 4, 8_000, owner: 2, days: 20).after(.won, on: day(11, 2)),
  ]

  /// 44 won at 20, 34 and 48 days: mean (20 × 20 + 4 × 34 + 20 × 48) / 44 = 34, median 34; mean
  /// value 1,320,000 / 44 = 30,000.
  ///
  /// 98 lost: 50 got as far as Lead, 30 Qualified, 12 Proposal, 6
  /// Negotiation.
  static let closed = totals(
    won: [(20, 20, 600_000), (34, 4, 120_000), (48, 20, 600_000)],
    lost: [50, 30, 12, 6],
    wonThisMonth: (8, 211_900)
  )

  /// As of yesterday Zephyr Sport was open yet.
  static let yesterday: LiveFigures = {
    let zephyr = Deal.fixture(30, "Zephyr Sport", stage: 4, 58_000, owner: 1, days: 20)
    return Workspace(.fixture(deals + [zephyr], closed: closed, asOf: today - 1)).live(numbered(1))
  }()

  /// 90 days ago 40 of 140 were won, at 40 days each.
  static let earlier = Workspace(
    .fixture(
      [],
      closed: totals(won: [(40, 40, 1_000_000)], lost: [50, 30, 14, 6], wonThisMonth: (0, 0)),
      asOf: today - 90
    )
  ).live(numbered(1))

  private static func totals(
    won: [(age: Int, deals: Int, value: Int128)],
    lost: [Int],
    wonThisMonth: (deals: Int, value: Int128)
  ) -> ClosedTotals {
    let wins = won.map { group in
      ClosedTotals.Outcome(
        isWon: true,
        currency: .dollar,
        furthest: numbered(4),
        deals: group.deals,
        valued: group.deals,
        minorUnits: group.value * 100
      )
    }
    let losses = lost.enumerated().map { place, deals in
      ClosedTotals.Outcome(
        isWon: false,
        currency: .dollar,
        furthest: numbered(Int64(place + 1)),
        deals: deals,
        valued: deals,
        minorUnits: Int128(deals) * 1_000_000
      )
    }
    return ClosedTotals(
      outcomes: wins + losses,
      ages: won.map { .init(isWon: true, currency: .dollar, days: $0.age, deals: $0.deals) }
        + lost.map { .init(isWon: false, currency: .dollar, days: 15, deals: $0) },
      stays: [(1, 10, 142), (2, 9, 92), (3, 12, 62), (4, 12, 50)].map { stage, days, deals in
        ClosedTotals.Stay(stage: numbered(stage), days: days, deals: deals)
      },
      wonThisMonth: [
        ClosedTotals.WonThisMonth(
          currency: .dollar,
          deals: wonThisMonth.deals,
          valued: wonThisMonth.deals,
          minorUnits: wonThisMonth.value * 100
        )
      ]
    )
  }
}
