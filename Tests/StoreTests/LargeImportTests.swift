import Pipeline
import Store
import Testing

/// More deals than are held back or wait for the thread that writes.
private let count = 3000

@Suite struct `An import of many deals` {
  private struct Stop: Error {}

  @Test func `leaves what a replay of its log gives`() throws {
    let workspace = try Workspace()

    let step = try workspace.importing { try workspace.bring(count, into: $0) }

    // Each deal's creation, every third one's move, and every sixth one's end.
    #expect(step?.eventCount == 3000 + 1000 + 500)
    #expect(try workspace.findings().isEmpty)
    var titles: [String] = []
    try workspace.store.deals(asOf: .last) { titles.append($0.title) }
    #expect(titles == (1...count).map { "Deal \($0)" })
  }

  @Test func `changes deals that were written long before`() throws {
    let workspace = try Workspace()

    _ = try workspace.importing { session in
      try workspace.bring(count, into: session)
      for number in 1...50 {
        let id = Identifier<Deal>(rawValue: Int64(number * 7))
        let deal = try #require(try session.deal(id))
        let retitled = try session.append(.retitled("Again \(number)"), on: .today, to: deal)
        #expect(try session.deal(id) == retitled)
      }
    }

    #expect(try workspace.findings().isEmpty)
    let deal = try workspace.store.deal(Identifier(rawValue: 350), asOf: .today)
    #expect(deal?.title == "Again 50")
  }

  @Test func `finds all of them when it is repeated`() throws {
    let workspace = try Workspace()
    _ = try workspace.importing { try workspace.bring(count, into: $0) }

    let again = try workspace.importing { session in
      let (ours, others) = try (session.hasDeals(from: "pipedrive"), session.hasDeals(from: "csv"))
      #expect(ours && !others)
      for number in 1...count {
        let deal = try session.deal(for: SourceKey(source: "pipedrive", id: "\(number)"))
        #expect(deal?.title == "Deal \(number)")
      }
    }

    #expect(again == nil)
  }

  @Test func `leaves nothing where it fails, and can be made after that`() throws {
    let workspace = try Workspace()

    #expect(throws: Stop.self) {
      try workspace.importing { session in
        try workspace.bring(count, into: session)
        throw Stop()
      }
    }

    #expect(try workspace.load().lastSequence == 0)
    #expect(try workspace.secondStore().readOnlyReason == nil)
    _ = try workspace.importing { try workspace.bring(count, into: $0) }
    #expect(try workspace.findings().isEmpty)
  }

  @Test func `leaves nothing where a row cannot be written`() throws {
    let workspace = try Workspace()

    #expect(throws: StoreError.self) {
      try workspace.importing { session in
        try workspace.bring(1, into: session)
        // The key of the first one again, which no two deals may have.
        try workspace.bring(count, into: session)
      }
    }

    #expect(try workspace.load().lastSequence == 0)
    #expect(try workspace.load().openDeals.isEmpty)
    #expect(try workspace.secondStore().readOnlyReason == nil)
  }

  @Test func `is taken back by one undo, and brought again by one redo`() throws {
    let workspace = try Workspace()
    _ = try workspace.importing { try workspace.bring(count, into: $0) }

    _ = try workspace.undo()
    #expect(try workspace.load().openDeals.isEmpty)
    #expect(try workspace.findings().isEmpty)

    _ = try workspace.redo()
    // Those that did not end: every sixth one did.
    #expect(try workspace.load().openDeals.count == 2500)
    #expect(try workspace.findings().isEmpty)
  }

  @Test func `makes its indexes before the structure is edited, and in a new file only`() throws {
    let workspace = try Workspace()

    _ = try workspace.importing { session in
      try workspace.bring(count, into: session)
      try session.edit(.addPipeline(name: "Second", stages: [StageTemplate(name: "Only")]))
    }
    _ = try workspace.importing { session in
      _ = try session.create(workspace.draft("Last"), on: .today)
    }

    #expect(try workspace.findings().isEmpty)
    #expect(try workspace.secondStore().readOnlyReason == nil)
  }

  @Test func `keeps an empty text apart from none`() throws {
    let workspace = try Workspace()

    _ = try workspace.importing { session in
      var draft = workspace.draft("Acme")
      draft.organization = ""
      _ = try session.create(draft, on: .today)
      _ = try session.create(workspace.draft("Brick"), on: .today)
    }

    let organizations = try workspace.load().openDeals.sorted { $0.id < $1.id }
      .map(\.organization)
    #expect(organizations == ["", nil])
    #expect(try workspace.findings().isEmpty)
  }
}

extension Workspace {
  /// Brings deals that are keyed by their numbers; every third one is moved, and every sixth won or
  /// lost after that.
  fileprivate func bring(_ count: Int, into session: ImportSession) throws {
    for number in 1...count {
      var draft = draft("Deal \(number)", stage: number % 3, minorUnits: Int64(number))
      draft.key = SourceKey(source: "pipedrive", id: "\(number)")
      let deal = try session.create(draft, on: .today - 30)
      guard number.isMultiple(of: 3) else { continue }
      let moved = try session.append(.moved(to: stage(3)), on: .today - 10, to: deal)
      guard number.isMultiple(of: 6) else { continue }
      let end = number.isMultiple(of: 12) ? DealChange.won : .lost(reason: "Price")
      _ = try session.append(end, on: .today - 5, to: moved)
    }
  }

  /// What `doctor` finds.
  fileprivate func findings() throws -> [DoctorFinding] {
    var findings: [DoctorFinding] = []
    try store.check { findings.append($0) }
    return findings
  }
}
