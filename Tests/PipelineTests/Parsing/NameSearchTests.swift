import Pipeline
import Testing

@Suite struct NameSearchTests {
  private static let cafes = [["Cafe", "Café"], ["Café", "Cafe"]]

  private func pipeline(_ names: [String]) -> SalesPipeline {
    SalesPipeline(
      id: numbered(1),
      name: "Sales",
      stages: names.enumerated().map { Stage(id: numbered(Int64($0 + 1)), name: $1) }
    )
  }

  private func people(_ names: [String]) -> [Person] {
    names.enumerated().map { Person(id: numbered(Int64($0 + 1)), name: $1, initials: "P\($0)") }
  }

  @Test(arguments: cafes)
  func `names that differ by a mark are told apart by it`(names: [String]) throws {
    let pipeline = pipeline(names)
    let people = people(names)

    for (typed, meant) in [("Café", "Café"), ("Cafe", "Cafe"), ("CAFÉ", "Café"), ("cafe", "Cafe")] {
      #expect(try pipeline.stage(named: typed).name == meant)
      #expect(try people.person(named: typed).name == meant)
      #expect(NameSearch(names, names: { [$0] }).found(typed) == [meant])
    }
  }

  @Test(arguments: [["Acme", "ACME"], ["ACME", "Acme"]])
  func `a name spelled exactly alike goes before one of other capitals`(names: [String]) {
    let search = NameSearch(names, names: { [$0] })

    #expect(search.found("ACME") == ["ACME"])
    #expect(search.found("Acme") == ["Acme"])
    #expect(search.found("acme") == names)
  }

  @Test(arguments: [["Càfe", "Café", "Cafe Noir"], ["Café", "Càfe", "Cafe Noir"]])
  func `names that are the same without their marks are several`(names: [String]) {
    #expect(throws: NameError.ambiguous("cafe", matches: Array(names.prefix(2)))) {
      try pipeline(names).stage(named: "cafe")
    }
  }

  @Test(arguments: [[0, 1], [1, 0]])
  func `a name goes before another's initials or login`(order: [Int]) throws {
    let both = [
      Person(id: numbered(1), name: "Al", initials: "A"),
      Person(id: numbered(2), name: "Anabel Lee", initials: "AL", logins: ["al"]),
    ]

    let people = order.map { both[$0] }

    #expect(try people.person(named: "aL").name == "Al")
    #expect(try people.person(named: "AL").name == "Anabel Lee")
  }

  @Test func `what begins a name is looked for last, and nothing begins none`() {
    let search = NameSearch(["Écart", "Eclair"], names: { [$0] })

    #expect(search.found("ec") == ["Écart", "Eclair"])
    #expect(search.found("ecl") == ["Eclair"])
    #expect(search.found("x") == [])
    #expect(search.found("") == [])
  }
}
