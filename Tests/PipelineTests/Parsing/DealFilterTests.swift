import Pipeline
import Testing

@Suite struct DealFilterTests {
  private static let context = DealFilter.Context(
    pipelines: [.sales],
    people: [
      Person(id: numbered(1), name: "Ana Brück", initials: "AB", logins: ["ana"]),
      Person(id: numbered(2), name: "Ben Ode", initials: "BO"),
    ],
    today: day(3, 31)
  )

  private static let deals: [Deal] = [
    .fixture(
      1,
      created: day(3, 1),
      title: "Acme renewal",
      stage: 3,
      minorUnits: 1_500_000,
      owner: 1,
      expectedClose: day(3, 31),
      labels: ["Hot lead", "renewal"]
    ),
    .fixture(
      2,
      created: day(3, 20),
      title: "Ølstéd pilot",
      stage: 1,
      currency: .dollar,
      minorUnits: 900_000,
      owner: 2,
      probability: 0,
      expectedClose: day(2, 1)
    ),
    .fixture(
      3,
      created: day(3, 31),
      title: "Zephyr",
      stage: 5,
      organization: "ACME Holding",
      contact: "José"
    ),
    Deal.fixture(4, title: "Gone", stage: 2, minorUnits: 100)
      .after(.lost(reason: "No budget"), on: day(2, 2)),
  ]

  @Test(arguments: [
    ("", "a", true), ("ac", "acm", true), ("acme", "acme ren", true), ("acme r", "acme re", true),
    ("acme", "acme owner:ana", true), ("acme", "acme -zephyr", true), ("acm", "ac", false),
    ("acme", "zephyr", false), ("-ac", "-acm", false), ("nor", "nor:x", false),
    ("owner:a", "owner:an", false), ("value:>1", "value:>10", false), ("\"ac\"", "\"acm\"", false),
    ("-", "-a", false), ("acme re", "acme", false),
  ])
  func `letters that are added to a word leave no deal more`(
    _ before: String,
    _ after: String,
    _ narrows: Bool
  ) throws {
    let earlier = try #require(try? DealFilter(before, in: Self.context))
    guard let later = try? DealFilter(after, in: Self.context) else { return #expect(!narrows) }

    #expect(later.narrows(earlier) == narrows)
    if narrows {
      #expect(Set(try numbers(after)).isSubset(of: try numbers(before)))
    }
  }

  private func numbers(_ text: String) throws -> [Int64] {
    let filter = try DealFilter(text, in: Self.context)
    return Self.deals.filter(filter.matches).map(\.id.rawValue)
  }

  @Test(
    arguments: [
      ("", [1, 2, 3, 4]),
      ("acme", [1, 3]),
      ("olsted", [2]),
      ("ØLSTED", [2]),
      ("jose", [3]),
      ("bruck", [1]),
      ("acme renewal", [1]),
      ("\"acme holding\"", [3]),
      ("-acme", [2, 4]),
      ("owner:ana", [1]),
      ("owner:ab", [1]),
      ("owner:ode,ana", [1, 2]),
      ("owner:none", [3, 4]),
      ("-owner:none", [1, 2]),
      ("owner:nobody", [3, 4]), ("owner:Niemand", [3, 4]), ("owner:no,ana", [1, 3, 4]),
      ("org:nobody", []), ("contact:niemand", []), ("label:nobody", []), ("reason:nobody", []),
      ("stage:demo", [1]),
      ("stage:3", [1]),
      ("stage:\"lead in\"", [2]),
      ("stage:started,lead", [2, 3]),
      ("value:>10k", [1]),
      ("value:>=9k", [1, 2]),
      ("value:9000", [2]),
      ("value:1..9000", [2, 4]),
      ("value:<$10k", [2]),
      ("value:none", [3]),
      ("idle:>10", [1, 2]),
      ("idle:0", [3]),
      ("age:11", [2]),
      ("days:<12", [2, 3]),
      ("close:this-month", [1]),
      ("close:overdue", [2]),
      ("close:none", [3, 4]),
      ("close:<2026-03", [2]),
      ("close:2026-Q1", [1, 2]),
      ("close:today", [1]),
      ("close:>=-7d", [1]),
      ("close:2026-02-01..2026-02-28", [2]),
      ("label:hot", [1]),
      ("label:lead", [1]),
      ("label:none", [2, 3, 4]),
      ("org:acme", [3]),
      ("contact:none", [1, 2, 4]),
      ("prob:>=40", [1, 3]),
      ("prob:0%", [2]),
      ("currency:usd", [2]),
      ("category:pipeline", [1, 2, 3, 4]),
      ("category:best-case", []),
      ("next:none", [1, 2, 3, 4]),
      ("status:lost", [4]),
      ("reason:budget", [4]), ("reason:\"=no Budget\"", [4]),
      ("is:stale", [1]),
      ("owner:ana stage:demo value:>10k label:hot close:this-month", [1]),
    ] as [(String, [Int64])]
  )
  func `lets through`(text: String, expected: [Int64]) throws {
    #expect(try numbers(text) == expected)
  }

  @Test(arguments: [
    ("acme owner:", 5, "owner:", DealFilterError.Reason.unfinished),
    ("owner:zoe", 0, "owner:zoe", .unknownName(known: ["Ana Brück", "Ben Ode"])),
    ("idle:soon", 0, "idle:soon", .notANumber),
    ("idle:-3", 0, "idle:-3", .notANumber),
    ("close:whenever", 0, "close:whenever", .notADay),
    ("value:>much", 0, "value:>much", .notAnAmount(.notAnAmount("much"))),
    ("a  status:maybe", 3, "status:maybe", .unknownWord(known: ["open", "won", "lost"])),
  ])
  func `says which term cannot be understood`(
    text: String,
    position: Int,
    term: String,
    reason: DealFilterError.Reason
  ) {
    let error = #expect(throws: DealFilterError.self) {
      try DealFilter(text, in: Self.context)
    }

    #expect(error?.position == position)
    #expect(error?.term == term)
    #expect(error?.reason == reason)
  }

  @Test func `an unknown field names those there are`() throws {
    let error = #expect(throws: DealFilterError.self) {
      try DealFilter("colour:red", in: Self.context)
    }

    guard case .unknownField(let known) = error?.reason else {
      Issue.record("not an unknown field")
      return
    }
    #expect(known.contains("owner"))
  }

  @Test(arguments: [
    ("Ølstéd", "olsted"), ("Straße", "strasse"), ("ŁÓDŹ", "lodz"), ("Ægir", "aegir"),
  ])
  func `folding leaves bare small letters`(text: String, folded: String) {
    #expect(FoldedText(text) == FoldedText(folded))
  }

  @Test func `letters with combining marks are found without them`() {
    #expect(FoldedText("jose").occurs(in: "Jose\u{301}"))
    #expect(FoldedText("привет").occurs(in: "ПРИВЕТ, мир"))
    #expect(!FoldedText("acme").occurs(in: "ACM"))
  }

  @Test func `an equals sign asks for the whole text, letter by letter`() throws {
    let context = DealFilter.Context(pipelines: [.sales], people: [], today: day(3, 31))
    let filter = try DealFilter("label:\"=very hot\"", in: context)

    #expect(filter.matches(.fixture(1, labels: ["very hot"])))
    #expect(!filter.matches(.fixture(1, labels: ["very hot indeed"])))
    #expect(!filter.matches(.fixture(1, labels: ["Very Hot"])))
  }
}
