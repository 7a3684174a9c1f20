import Pipeline
import Store
import Testing

@Suite struct `Goals, baselines and saved filters` {
  private let quarter = Period.quarter(year: 2026, 1)

  private func euros(_ units: Int64) -> Goal.Target {
    .money(Money(minorUnits: units * 100, currency: .euro))
  }

  @Test func `are seen by other boards after an edit`() throws {
    let workspace = try Workspace()
    let other = try workspace.secondStore()
    let before = try other.changes(after: 0, asOf: .today).structureVersion

    _ = try workspace.store.edit(.setGoal(in: workspace.pipeline.id, quarter, euros(500_000)))
    _ = try workspace.store.edit(
      .saveBaseline(in: workspace.pipeline.id, name: "Before the fair", .today - 30)
    )
    _ = try workspace.store.edit(.saveFilter(name: "big", text: "value:>50k"))

    #expect(try other.changes(after: 0, asOf: .today).structureVersion == before + 3)
    let snapshot = try other.load(asOf: .today, window: .test)
    #expect(snapshot.goals.map(\.target) == [euros(500_000)])
    #expect(snapshot.baselines.map(\.day) == [.today - 30])
    #expect(snapshot.filters.map(\.text) == ["value:>50k"])
    let structure = try other.structure()
    #expect(structure.goals == snapshot.goals)
    #expect(structure.baselines == snapshot.baselines)
    #expect(structure.filters == snapshot.filters)
  }

  @Test func `hold one goal for each period, owner and thing counted`() throws {
    let workspace = try Workspace()
    let store = workspace.store
    let pipeline = workspace.pipeline.id
    let ana = try store.edit(.addPerson(name: "Ana")).people[0].id
    _ = try store.edit(.setGoal(in: pipeline, .year(2026), euros(2_000_000)))
    let first = try store.edit(.setGoal(in: pipeline, quarter, euros(400_000))).goals
    _ = try store.edit(.setGoal(in: pipeline, quarter, .deals(30)))
    _ = try store.edit(.setGoal(in: pipeline, owner: ana, quarter, euros(90_000)))

    let goals = try store.edit(.setGoal(in: pipeline, quarter, euros(500_000))).goals

    // The quarter begins with the year and ends before it.
    #expect(goals.map(\.period) == [quarter, quarter, quarter, .year(2026)])
    #expect(goals.map(\.owner) == [nil, nil, ana, nil])
    #expect(
      goals.map(\.target) == [euros(500_000), .deals(30), euros(90_000), euros(2_000_000)]
    )
    #expect(goals.first?.id == first.first { $0.period == quarter }?.id)
  }

  @Test func `are removed, and removing what is gone is fine`() throws {
    let workspace = try Workspace()
    let store = workspace.store
    let pipeline = workspace.pipeline.id
    let goal = try store.edit(.setGoal(in: pipeline, quarter, .deals(30))).goals[0].id
    let baseline = try store.edit(.saveBaseline(in: pipeline, name: "Q4", .today)).baselines[0].id
    let filter = try store.edit(.saveFilter(name: "big", text: "value:>1k")).filters[0].id

    for _ in 0..<2 {
      _ = try store.edit(.removeGoal(goal))
      _ = try store.edit(.removeBaseline(baseline))
      _ = try store.edit(.removeFilter(filter))
    }

    let structure = try store.structure()
    #expect(structure.goals.isEmpty)
    #expect(structure.baselines.isEmpty)
    #expect(structure.filters.isEmpty)
  }

  @Test func `refuse a goal of nothing and a name that is taken`() throws {
    let workspace = try Workspace()
    let store = workspace.store
    let pipeline = workspace.pipeline.id
    _ = try store.edit(.saveBaseline(in: pipeline, name: "Q4", .today))

    #expect(throws: StoreError.emptyGoal) {
      try store.edit(.setGoal(in: pipeline, quarter, euros(0)))
    }
    #expect(throws: StoreError.nameTaken("q4")) {
      try store.edit(.saveBaseline(in: pipeline, name: "q4", .today - 1))
    }
    #expect(throws: StoreError.emptyName) { try store.edit(.saveFilter(name: " ", text: "acme")) }
    let nobody = Identifier<Person>(rawValue: 9)
    #expect(throws: StoreError.unknownPerson(nobody)) {
      try store.edit(.setGoal(in: pipeline, owner: nobody, quarter, .deals(1)))
    }
  }

  @Test func `save a filter in place of the one of the same name`() throws {
    let workspace = try Workspace()
    _ = try workspace.store.edit(.saveFilter(name: "Big", text: "value:>10k"))
    _ = try workspace.store.edit(.saveFilter(name: "Ana's", text: "owner:ana"))

    let filters = try workspace.store.edit(.saveFilter(name: "big", text: "value:>50k")).filters

    #expect(filters.map(\.name) == ["Ana's", "big"])
    #expect(filters.map(\.text) == ["owner:ana", "value:>50k"])
  }

  @Test func `keep the default pipeline that they are of when an import adds another`() throws {
    let workspace = try Workspace()
    _ = try workspace.store.edit(.setGoal(in: workspace.pipeline.id, quarter, .deals(3)))

    _ = try workspace.importing { session in
      try session.edit(.addPipeline(name: "Partners", stages: StageTemplate.defaults))
    }

    #expect(try workspace.store.structure().pipelines.map(\.name) == ["Sales", "Partners"])
  }
}

@Suite struct `The team` {
  @Test func `says who is away, in which place they stand and what they cost`() throws {
    let workspace = try Workspace()
    let store = workspace.store
    var ana = try store.edit(.addPerson(name: "Ana")).people[0]
    ana.awayUntil = .today
    ana.hourlyCost = Money(minorUnits: 8_500, currency: .euro)

    let after = try store.edit(.setPerson(ana)).people[0]

    #expect(after == ana)
    #expect(after.isAway(on: .today))
    #expect(!after.isAway(on: .today + 1))
  }

  @Test func `stands in the order it was put into, who comes later at its end`() throws {
    let workspace = try Workspace()
    let store = workspace.store
    for name in ["Ana", "Ben", "Cleo", "Dan"] { _ = try store.edit(.addPerson(name: name)) }
    let team = try store.structure().people.map(\.id)

    _ = try store.edit(.orderPeople([team[2], team[0]]))
    let people = try store.edit(.addPerson(name: "Eva")).people

    #expect(people.map(\.name) == ["Cleo", "Ana", "Ben", "Dan", "Eva"])
    #expect(people.map(\.place) == [0, 1, 2, 3, 4])
    let nobody = Identifier<Person>(rawValue: 9)
    #expect(throws: StoreError.unknownPerson(nobody)) { try store.edit(.orderPeople([nobody])) }
  }
}
