import Pipeline
import Store
import Testing

@Suite struct `Appending a step` {
  @Test func `twice records it once`() throws {
    let workspace = try Workspace()
    let step = workspace.step([
      workspace.request(.created(workspace.draft("Acme")), .newDeal),
      workspace.request(.noted("first call"), .dealMade(0)),
    ])

    let first = try workspace.store.append(step, today: .today)
    let second = try workspace.store.append(step, today: .today)

    #expect(second.step == first.step)
    #expect(second.changes.map(\.event) == first.changes.map(\.event))
    #expect(try workspace.load().lastSequence == 2)
  }

  @Test func `leaves nothing where its last change breaks a rule`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"))

    #expect(throws: StoreError.rule(deal: deal.id, title: "Acme", .notClosed)) {
      try workspace.append([
        workspace.request(.created(workspace.draft("Brick")), .newDeal),
        workspace.request(.reopened, .deal(deal.id, revision: deal.revision)),
      ])
    }

    #expect(try workspace.load().openDeals == [deal])
  }

  @Test(
    arguments: [
      (DealChange.moved(to: Identifier(rawValue: 99)), DealRuleViolation.unknownStage),
      (.moved(to: Identifier(rawValue: 1)), .sameStage),
      (.valued(-1, .euro), .negativeValue),
      (.retitled(" "), .emptyTitle),
      (.stepDropped(3), .unknownStep),
    ]
  )
  func `is refused by a deal's rules`(change: DealChange, violation: DealRuleViolation) throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"))

    let error = #expect(throws: StoreError.self) { try workspace.change(deal, change) }

    #expect(error == .rule(deal: deal.id, title: "Acme", violation))
  }

  @Test func `of an unknown deal is refused`() throws {
    let workspace = try Workspace()

    #expect(throws: StoreError.unknownDeal(Identifier(rawValue: 7))) {
      try workspace.append([
        workspace.request(.won, .deal(Identifier(rawValue: 7), revision: 1))
      ])
    }
  }

  @Test func `dated after today is refused`() throws {
    let workspace = try Workspace()

    #expect(throws: StoreError.dayAfterToday(.today + 1)) {
      try workspace.add(workspace.draft("Acme"), on: .today + 1)
    }
  }

  @Test func `to a deal with events in the future is refused until their day`() throws {
    let workspace = try Workspace()
    _ = try workspace.importing { session in
      let deal = try session.create(workspace.draft("Acme"), on: .today - 3)
      _ = try session.append(.won, on: .today + 5, to: deal)
    }
    let snapshot = try workspace.load()
    let deal = try #require(snapshot.openDeals.first)

    #expect(snapshot.dealsWithLaterEvents == [deal.id])
    #expect(throws: StoreError.hasFutureEvents(deal: deal.id, title: "Acme", until: .today + 5)) {
      try workspace.change(deal, .noted("now"))
    }
    #expect(try workspace.load(asOf: .today + 5).openDeals.isEmpty)
  }

  @Test func `that leaves a field as it is records nothing`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"))

    let outcome = try workspace.change(deal, .retitled("Acme"))

    #expect(outcome.step == nil)
    #expect(try workspace.load().lastSequence == 1)
  }

  @Test func `keeps what was replaced`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme", minorUnits: 100))
    let valued = try workspace.change(deal, .valued(250, .euro)).changes[0].deal
    try workspace.change(valued, .moved(to: workspace.stage(4)))

    let events = try workspace.store.history(of: deal.id).events

    #expect(
      events.map(\.before) == [nil, .valued(100, .euro), .moved(to: workspace.stage(0))]
    )
  }

  @Test func `keeps every character of a text`() throws {
    let workspace = try Workspace()
    let title = "a\u{0}b\u{1B}[31m \u{202E}\u{1F469}\u{200D}\u{1F4BB} e\u{301}"
    var draft = workspace.draft(title)
    draft.labels = ["", "1:a", "\u{1F}", "é"]
    let deal = try workspace.add(draft)

    let stored = try #require(try workspace.load().openDeals.first)

    #expect(stored == deal)
    #expect(Array(stored.title.unicodeScalars) == Array(title.unicodeScalars))
    #expect(stored.labels == draft.labels)
  }
}
