import Pipeline
import Store
import Testing

@Suite struct `The state beside the log` {
  @Test(arguments: UInt64(1)...6)
  func `is what a replay makes of random histories`(seed: UInt64) throws {
    let workspace = try Workspace()
    var history = RandomHistory(workspace, seed: seed, from: .today - 60)
    try history.run(150)

    var findings: [DoctorFinding] = []
    try workspace.store.check { findings.append($0) }
    var deals: [Deal] = []
    try workspace.store.deals(asOf: .last) { deals.append($0) }

    #expect(findings.isEmpty)
    #expect(deals.count > 10)
    for deal in deals {
      #expect(try workspace.store.history(of: deal.id).deal() == deal)
    }
  }

  @Test(arguments: UInt64(11)...14)
  func `of any past day is the fold of the events up to it`(seed: UInt64) throws {
    let workspace = try Workspace()
    var history = RandomHistory(workspace, seed: seed, from: .today - 60)
    try history.run(120)
    let last = history.day
    let store = workspace.store
    var ids: Set<Identifier<Deal>> = []
    try store.log(after: 0) { ids.insert($0.deal) }

    for back in [0, 1, 5, 20, 45, 70] {
      let day = last - back
      let expected = try ids.sorted().compactMap { try store.history(of: $0).deal(asOf: day) }
      var deals: [Deal] = []
      try store.deals(asOf: day) { deals.append($0) }
      #expect(deals == expected)
      let snapshot = try workspace.load(asOf: day)
      let open = expected.filter { $0.status.isOpen && !$0.isDeleted }
      #expect(snapshot.openDeals.sorted { $0.id < $1.id } == open)
    }
  }

  @Test(arguments: UInt64(21)...26)
  func `has the same totals as adding the closed deals one by one`(seed: UInt64) throws {
    let workspace = try Workspace()
    var history = RandomHistory(workspace, seed: seed, from: .today - 60)
    try history.run(150)
    let last = history.day
    let stages = workspace.pipeline.stages

    // Windows that hold several whole spans of days, one, none, and that begin or end with one.
    for (back, length) in [(0, 365), (0, 20), (10, 30), (40, 365), (3, 16), (5, 15), (0, 1)]
      + (0..<16).map({ ($0, 40) }) + (32..<48).map({ (0, $0) })
    {
      let day = last - back
      let window = DayRange(days: length, endingOn: day)
      var deals: [Deal] = []
      try workspace.store.deals(asOf: day) { deals.append($0) }
      let expected = TotalsAsSets(of: deals, window: window, asOf: day, stages: stages)
      let snapshot = try workspace.store.load(asOf: day, window: window)

      #expect(TotalsAsSets(snapshot.closed[workspace.pipeline.id]) == expected)
    }
  }

  @Test(arguments: UInt64(31)...34)
  func `has on any past day the figures of a workspace that keeps the deals`(seed: UInt64) throws {
    let workspace = try Workspace()
    var history = RandomHistory(workspace, seed: seed, from: .today - 60)
    try history.run(120)
    let last = history.day
    let (store, pipeline) = (workspace.store, workspace.pipeline)
    let isEven = { (deal: Deal) in deal.id.rawValue.isMultiple(of: 2) }

    for back in [0, 1, 20, 45, 70] {
      let day = last - back
      let window = DayRange(days: 30, endingOn: day)
      var whole = LiveFigures(pipeline: pipeline, day: day, window: window, closed: ClosedTotals())
      var even = whole
      try store.deals(asOf: day) { deal in
        whole.replace(nil, with: deal)
        if isEven(deal) { even.replace(nil, with: deal) }
      }

      #expect(try store.liveFigures(of: pipeline.id, asOf: day, window: window) == whole)
      let narrowed = try store.liveFigures(
        of: pipeline.id,
        asOf: day,
        window: window,
        where: isEven
      )
      #expect(narrowed == even)
    }
  }
}
