import Pipeline
import Store
import Testing

@Suite struct `An import` {
  private struct Stop: Error {}

  @Test func `leaves nothing where it fails`() throws {
    let workspace = try Workspace()

    #expect(throws: Stop.self) {
      try workspace.importing { session in
        _ = try session.person(named: "Ana")
        _ = try session.create(workspace.draft("Acme"), on: .today)
        throw Stop()
      }
    }

    #expect(try workspace.load().lastSequence == 0)
    #expect(try workspace.load().people.isEmpty)
  }

  @Test func `that is a dry run says what it would do and leaves nothing`() throws {
    let workspace = try Workspace()

    let step = try workspace.importing(isDryRun: true) { session in
      _ = try session.create(workspace.draft("Acme"), on: .today)
    }

    #expect(step?.eventCount == 1)
    #expect(try workspace.load().openDeals.isEmpty)
  }

  @Test func `finds deals by key, those of its own included`() throws {
    let workspace = try Workspace()
    let key = SourceKey(source: "pipedrive", id: "12")
    _ = try workspace.importing { session in
      var draft = workspace.draft("Acme")
      draft.key = key
      let made = try session.create(draft, on: .today - 5)
      #expect(try session.deal(for: key) == made)
      _ = try session.create(workspace.draft("Brick"), on: .today)
      #expect(try session.deal(for: key) == made)
      let moved = try session.append(.moved(to: workspace.stage(1)), on: .today, to: made)
      #expect(try session.deal(for: key) == moved)
    }

    #expect(try workspace.store.deal(for: key)?.stage == workspace.stage(1))
    let events = try workspace.importing { session in
      let deal = try #require(try session.deal(for: key))
      let log = try session.events(of: deal.id)
      #expect(log.map(\.isImport) == [true, true])
    }
    #expect(events == nil)
  }

  @Test func `takes people by name without regard to case, and makes them active`() throws {
    let workspace = try Workspace()
    var ana = try workspace.store.edit(.addPerson(name: "Ana Souza")).people[0]
    ana.isActive = false
    _ = try workspace.store.edit(.setPerson(ana))

    _ = try workspace.importing { session in
      #expect(try session.person(named: "ANA SOUZA") == ana.id)
      let new = try session.person(named: "Ben")
      #expect(try session.person(named: "ben") == new)
    }

    let people = try workspace.load().people
    #expect(people.map(\.name) == ["Ana Souza", "Ben"])
    #expect(people.map(\.isActive) == [true, true])
  }

  @Test func `puts its first pipeline in the place of the untouched default`() throws {
    let workspace = try Workspace()

    _ = try workspace.importing { session in
      let stages = [StageTemplate(name: "Prospecting"), StageTemplate(name: "Engaging")]
      try session.edit(.addPipeline(name: "Maven", stages: stages))
      let pipeline = try #require(try session.pipelines().first)
      let draft = DealDraft(
        title: "Acme",
        pipeline: pipeline.id,
        stage: pipeline.stages[1].id,
        currency: .euro
      )
      _ = try session.create(draft, on: .today)
    }

    #expect(try workspace.load().pipelines.map(\.name) == ["Maven"])
    #expect(try workspace.load().openDeals.map(\.title) == ["Acme"])
  }

  @Test func `keeps a default that was used`() throws {
    let workspace = try Workspace()
    _ = try workspace.add(workspace.draft("Acme"))

    _ = try workspace.importing { session in
      try session.edit(.addPipeline(name: "Maven", stages: [StageTemplate(name: "Only")]))
    }

    #expect(try workspace.load().pipelines.map(\.name) == ["Sales", "Maven"])
  }

  @Test func `remembers what was not taken, until it is forgotten`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"))

    _ = try workspace.importing { session in
      try session.remember(notTaken: .retitled("Acme Inc"), for: .title, of: deal.id)
      try session.remember(notTaken: .valued(nil, .euro), for: .value, of: deal.id)
      try session.remember(notTaken: .valued(7, .euro), for: .value, of: deal.id)
    }
    _ = try workspace.importing { session in
      #expect(
        try session.valuesNotTaken(of: deal.id)
          == [.title: .retitled("Acme Inc"), .value: .valued(7, .euro)]
      )
      try session.remember(notTaken: nil, for: .title, of: deal.id)
      #expect(try session.valuesNotTaken(of: deal.id) == [.value: .valued(7, .euro)])
    }
  }

  @Test func `of one more deal than are handed out asks boards to load anew`() throws {
    let workspace = try Workspace()
    let count = StepOutcome.changesLimit + 1
    _ = try workspace.importing { session in
      for number in 1...count {
        _ = try session.create(workspace.draft("Deal \(number)"), on: .today)
      }
    }

    let changes = try workspace.store.changes(after: 0, asOf: .today)
    #expect(changes.needsReload)
    #expect(changes.lastSequence == Int64(count))

    let undone = try workspace.undo()
    #expect(undone?.needsReload == true)
    #expect(try workspace.load().openDeals.isEmpty)
  }
}
