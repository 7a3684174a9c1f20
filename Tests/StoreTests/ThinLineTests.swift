import Pipeline
import Store
import Testing

@Suite struct `A workspace file` {
  @Test func `begins with the default pipeline and nothing else`() throws {
    let workspace = try Workspace()

    let snapshot = try workspace.load()

    #expect(snapshot.pipelines.map(\.name) == ["Sales"])
    #expect(snapshot.pipelines[0].stages.map(\.name) == StageTemplate.defaults.map(\.name))
    #expect(snapshot.openDeals.isEmpty)
    #expect(snapshot.settings == .test)
    #expect(snapshot.lastSequence == 0)
  }

  @Test func `keeps what was appended for the next opening`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme", minorUnits: 48_000_00))
    try workspace.change(deal, .moved(to: workspace.stage(2)))
    try workspace.store.close()

    let store = try workspace.secondStore()
    let snapshot = try store.load(asOf: .today, window: DayRange(days: 365, endingOn: .today))

    #expect(snapshot.openDeals.map(\.title) == ["Acme"])
    #expect(snapshot.openDeals.map(\.stage) == [workspace.stage(2)])
    #expect(snapshot.openDeals.map(\.minorUnits) == [4_800_000])
    #expect(snapshot.lastSequence == 2)
  }

  @Test func `shows one store the changes of another`() throws {
    let workspace = try Workspace()
    let other = try workspace.secondStore()
    let before = try other.pulse()

    let deal = try workspace.add(workspace.draft("Acme"))
    let after = try other.pulse()
    let changes = try other.changes(after: 0, asOf: .today)

    #expect(before != after)
    #expect(changes.changes.map(\.deal) == [deal])
    #expect(changes.lastSequence == 1)
  }

  @Test func `leaves one's own step out of the news, but not what others did around it`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"))
    let before = try workspace.change(deal, .retitled("Before"), by: "Ben")
    let own = try workspace.append([
      workspace.request(.created(workspace.draft("Mine 1")), .newDeal),
      workspace.request(.created(workspace.draft("Mine 2")), .newDeal),
    ])
    _ = try workspace.change(before.changes[0].deal, .retitled("After"), by: "Ben")

    let news = try workspace.store.changes(after: 1, asOf: .today, without: own.step?.id)

    #expect(news.changes.map(\.event.change) == [.retitled("Before"), .retitled("After")])
    #expect(news.lastSequence == 5)
    #expect(!news.needsReload)
  }

  @Test func `tells of one's own step as others left its deal before one had looked`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"))
    let before = try workspace.change(deal, .organizationSet("Acme Oy"), by: "Ben")
    let own = try workspace.change(before.changes[0].deal, .moved(to: workspace.stage(2)))
    _ = try workspace.change(own.changes[0].deal, .retitled("Renamed"), by: "Ben")

    let news = try workspace.store.changes(after: 1, asOf: .today, without: own.step?.id)
    let order = news.around(own)

    #expect(order.before.map(\.event.change) == [.organizationSet("Acme Oy")])
    #expect(order.own.map(\.event.change) == [.moved(to: workspace.stage(2))])
    #expect(order.after.map(\.event.change) == [.retitled("Renamed")])
    // Whoever applies them in this order ends with what the file has, and shows nothing older.
    let all = (order.before + order.own + order.after).map(\.deal)
    #expect(Set(all.map(\.title)) == ["Renamed"])
    #expect(Set(all.map(\.revision)) == [4])
  }

  @Test func `asks for no loading anew after one's own step, however many deals it has`() throws {
    let workspace = try Workspace()
    let step = try workspace.importing { session in
      for number in 0...StepOutcome.changesLimit {
        _ = try session.create(workspace.draft("Deal \(number)"), on: .today)
      }
    }

    let own = try workspace.store.changes(after: 0, asOf: .today, without: step?.id)
    let anothers = try workspace.store.changes(after: 0, asOf: .today)

    #expect(!own.needsReload)
    #expect(own.changes.isEmpty)
    #expect(own.lastSequence == Int64(StepOutcome.changesLimit) + 1)
    #expect(anothers.needsReload)
  }

  @Test func `holds what an import wrote, as one step`() throws {
    let workspace = try Workspace()

    let step = try workspace.importing { session in
      for number in 1...3 {
        let deal = try session.create(workspace.draft("Deal \(number)"), on: .today - 10)
        _ = try session.append(.won, on: .today - 2, to: deal)
      }
    }

    #expect(step?.eventCount == 6)
    #expect(step?.isImport == true)
    var titles: [String] = []
    try workspace.store.deals(asOf: .today) { titles.append("\($0.title) \($0.status.name)") }
    #expect(titles == ["Deal 1 won", "Deal 2 won", "Deal 3 won"])
  }
}
