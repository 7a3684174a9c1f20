import Testing

@testable import Pipeline

@Suite struct WorkspaceTests {
  private static func workspace(
    _ deals: [Deal] = [],
    on today: Day = day(3, 31),
    closed: ClosedTotals = ClosedTotals()
  ) -> Workspace {
    Workspace(
      WorkspaceSnapshot(
        settings: WorkspaceSettings(timeZone: "Europe/Amsterdam", currency: .euro),
        pipelines: [.sales],
        people: [Person(id: numbered(1), name: "Ana", initials: "A")],
        openDeals: deals,
        closed: [numbered(1): closed],
        window: DayRange(days: 365, endingOn: today),
        asOf: today,
        lastSequence: 0,
        structureVersion: 1
      )
    )
  }

  private static func step(_ due: Day) -> DealChange {
    .stepPlanned(PlannedStep(number: 1, due: due, activity: Activity(kind: .call, text: "")))
  }

  private func ids(_ column: StageColumn) -> [Int64] {
    column[0..<column.count].map(\.rawValue)
  }

  @Test func `a narrowed workspace is one made of the deals that pass, sorted as before`() throws {
    var world = RandomDeals(seed: 7)
    for _ in 0..<200 { _ = world.step() }
    let open = world.deals.filter { $0.status.isOpen && !$0.isDeleted }
    var whole = Self.workspace(open, on: world.today)
    whole.setOrder(.title, of: 2)

    let narrowed = try #require(whole.narrowed { $0.id.rawValue.isMultiple(of: 2) })

    var anew = Self.workspace(open.filter { $0.id.rawValue.isMultiple(of: 2) }, on: world.today)
    anew.setOrder(.title, of: 2)
    for stage in Int64(1)...4 {
      #expect(ids(narrowed.column(stage)) == ids(anew.column(stage)))
      #expect(narrowed.column(stage).order == anew.column(stage).order)
    }
    #expect(narrowed.live(1) == anew.live(1))
    #expect(narrowed.dealCount < whole.dealCount)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `many hands find and count what one hand does`(seed: UInt64) throws {
    var world = RandomDeals(seed: seed)
    for _ in 0..<1_500 { _ = world.step() }
    let whole = Self.workspace(world.deals.filter { !$0.isDeleted }, on: world.today)
    let passes = { @Sendable (deal: Deal) in deal.id.rawValue % 3 != 0 }

    let alone = try #require(whole.narrowed(to: passes))
    let together = try #require(whole.narrowed(by: HandsFromTheEnd(count: 3), to: passes))

    #expect(alone.dealCount == world.deals.count { !$0.isDeleted && passes($0) })
    #expect(together.dealCount == alone.dealCount)
    #expect(together.live(1) == alone.live(1))
    for stage in Int64(1)...4 { #expect(ids(together.column(stage)) == ids(alone.column(stage))) }
    for deal in world.deals { #expect(together[deal.id] == alone[deal.id]) }
  }

  @Test func `a search that nobody waits for any more finds nothing`() {
    let whole = Self.workspace([Deal.fixture(1)])
    #expect(
      whole.narrowed(by: HandsFromTheEnd(count: 3), unless: { true }, to: { _ in true }) == nil
    )
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `a narrowed workspace and the whole one go on apart`(seed: UInt64) throws {
    var world = RandomDeals(seed: seed)
    for _ in 0..<150 { _ = world.step() }
    let passes = { @Sendable (deal: Deal) in deal.owner == numbered(1) }
    let open = world.deals.filter { $0.status.isOpen && !$0.isDeleted }
    var whole = Self.workspace(open, on: world.today)
    var narrowed = try #require(whole.narrowed(to: passes))

    for _ in 0..<150 {
      let (old, new) = world.step()
      if old.map({ whole[$0.id] == nil }) == true { continue }
      whole.replace(new)
      // A deal that passes no more is taken out as one that never was.
      var shown = new
      if !passes(new) { shown.presence = .neverWas }
      if passes(new) || narrowed[new.id] != nil { narrowed.replace(shown) }
    }

    for deal in world.deals where whole[deal.id] != nil {
      #expect(whole[deal.id] == deal)
      if !passes(deal) { #expect(narrowed[deal.id].map(\.isDeleted) ?? true) }
    }
    let left = world.deals.filter {
      $0.status.isOpen && !$0.isDeleted && passes($0) && whole[$0.id] != nil
    }
    let anew = Self.workspace(left, on: world.today)
    for stage in Int64(1)...4 { #expect(ids(narrowed.column(stage)) == ids(anew.column(stage))) }
    #expect(narrowed.live(1).open == anew.live(1).open)
  }

  @Test func `sums of closed deals count the same whenever they are added`() {
    let deals = [Deal.fixture(1), Deal.fixture(2)]
    var closed = ClosedTotals()
    closed.outcomes = [
      ClosedTotals.Outcome(
        isWon: true,
        currency: .euro,
        furthest: numbered(2),
        deals: 3,
        valued: 3,
        minorUnits: 900_000
      )
    ]
    closed.ages = [ClosedTotals.Age(isWon: true, currency: .euro, days: 20, deals: 3)]
    var later = Self.workspace(deals)

    later.add([numbered(1): closed])

    #expect(later.live(1) == Self.workspace(deals, closed: closed).live(1))
    #expect(later.live(1).outcomes.won == 3)
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `columns and figures stay those of a workspace made anew`(seed: UInt64) {
    var world = RandomDeals(seed: seed)
    var followed = Self.workspace(on: world.today)
    let orders = ColumnOrder.allCases

    for round in 0..<150 {
      followed.replace(world.step().new)
      if world.chance(1, of: 5) {
        world.passDays()
        followed.advance(to: world.today)
      }
      if round == 70 {
        for (place, order) in orders.enumerated() {
          followed.setOrder(order, of: Int64(place + 1))
        }
      }
    }

    let open = world.deals.filter { $0.status.isOpen && !$0.isDeleted }
    var anew = Self.workspace(open, on: world.today)
    for (place, order) in orders.enumerated() {
      let stage = Int64(place + 1)
      anew.setOrder(order, of: stage)
      #expect(ids(followed.column(stage)) == ids(anew.column(stage)))
      #expect(followed.column(stage).order == order)
    }
    #expect(followed.live(1).open == anew.live(1).open)
    #expect(followed.live(1).stages.map(\.open) == anew.live(1).stages.map(\.open))
    for deal in world.deals { #expect(followed[deal.id] == deal) }
  }

  @Test func `a column begins with overdue steps, then today's, none, later; newest first`() {
    let today = day(3, 31)
    let deals: [Deal] = [
      .fixture(1).after(Self.step(today + 1), on: today),
      .fixture(2),
      .fixture(3).after(Self.step(today), on: today),
      .fixture(4).after(Self.step(today - 1), on: today),
      .fixture(5, created: day(2, 1)),
      .fixture(6),
    ]

    let column = Self.workspace(deals).column(1)

    #expect(ids(column) == [4, 3, 5, 6, 2, 1])
    #expect(column.position(of: numbered(5)) == 2)
    #expect(column.position(of: numbered(9)) == nil)
    #expect(column[6] == nil)
  }

  @Test func `midnight makes today's step overdue`() {
    let today = day(3, 30)
    var workspace = Self.workspace(
      [.fixture(1).after(Self.step(today), on: today), .fixture(2)],
      on: today
    )

    workspace.advance(to: today + 1)

    #expect(workspace.live(1).open.overdue == 1)
    #expect(workspace.live(1).open.dueToday == 0)
    #expect(workspace.pipelinesBehind == [numbered(1)])
  }

  @Test func `the other orders put largest, oldest, earliest and first in the alphabet on top`() {
    let deals: [Deal] = [
      .fixture(1, created: day(1, 3), title: "beta", minorUnits: 10, expectedClose: day(5, 1)),
      .fixture(2, created: day(1, 1), title: "Alpha", minorUnits: 30),
      .fixture(3, created: day(1, 2), title: "alpha", expectedClose: day(4, 1)),
      .fixture(4, created: day(1, 4), title: "Gamma", currency: .dollar, minorUnits: 99),
    ]
    var workspace = Self.workspace(deals)

    workspace.setOrder(.value, of: 1)
    #expect(ids(workspace.column(1)) == [2, 1, 4, 3])
    workspace.setOrder(.ageInStage, of: 1)
    #expect(ids(workspace.column(1)) == [2, 3, 1, 4])
    workspace.setOrder(.expectedClose, of: 1)
    #expect(ids(workspace.column(1)) == [3, 1, 4, 2])
    workspace.setOrder(.title, of: 1)
    #expect(ids(workspace.column(1)) == [3, 2, 1, 4])
  }

  @Test func `a won deal leaves its column, stays known and stands on the Won rail`() {
    let deal = Deal.fixture(1, minorUnits: 500)
    var workspace = Self.workspace([deal])

    workspace.replace(deal.after(.won, on: day(3, 31)))

    #expect(workspace.column(1).isEmpty)
    #expect(workspace[1]?.status == .won(day(3, 31)))
    #expect(ids(workspace.wonColumn(numbered(1))) == [1])
    #expect(workspace.live(1).dealsWonThisMonth == 1)
  }

  @Test func `taking the win back restores every figure`() {
    let deal = Deal.fixture(1, minorUnits: 500)
    var workspace = Self.workspace([deal, .fixture(2, stage: 3)])
    let before = workspace.live(1)

    workspace.replace(deal.after(.won, on: day(3, 31)))
    workspace.replace(deal)

    #expect(workspace.live(1) == before)
    #expect(ids(workspace.column(1)) == [1])
  }

  @Test func `a closed deal that is handed in can be reopened without counting twice`() {
    let lost = Deal.fixture(1, created: day(3, 1)).after(.lost(reason: nil), on: day(3, 4))
    let totals = ClosedTotals(
      outcomes: [
        .init(
          isWon: false,
          currency: .euro,
          furthest: numbered(1),
          deals: 1,
          valued: 0,
          minorUnits: 0
        )
      ],
      ages: [.init(isWon: false, currency: .euro, days: 3, deals: 1)],
      stays: [.init(stage: numbered(1), days: 3, deals: 1)]
    )
    var workspace = Self.workspace(closed: totals)

    workspace.hold(lost)
    workspace.replace(lost.after(.reopened, on: day(3, 31)))

    #expect(workspace.live(1).outcomes.lost == 0)
    #expect(workspace.live(1).stages[0].daysOfThoseWhoLeft.count == 0)
    #expect(workspace.live(1).open.deals == 1)
    #expect(workspace.pipelinesBehind.isEmpty)
  }

  @Test func `a closed deal that nobody handed in marks its pipeline as behind`() {
    let lost = Deal.fixture(1).after(.lost(reason: nil), on: day(3, 4))
    var workspace = Self.workspace()

    workspace.replace(lost.after(.noted("Maybe next year"), on: day(3, 31)))

    #expect(workspace.pipelinesBehind == [numbered(1)])
    #expect(workspace.live(1).outcomes.lost == 0)
  }

  @Test func `a deal that is here as a later event left it stays as it is`() {
    let deal = Deal.fixture(1, minorUnits: 500)
    let moved = deal.after(.moved(to: 2), on: day(3, 31))
    let renamed = moved.after(.retitled("Renamed"), on: day(3, 31))
    var workspace = Self.workspace([deal])
    func event(_ sequence: Int64, _ change: DealChange, revision: Int32) -> DealEvent {
      DealEvent(
        sequence: sequence,
        id: EventID(high: 0, low: UInt64(sequence)),
        step: numbered(1),
        actor: "Ana",
        deal: numbered(1),
        revision: revision,
        recordedAt: Instant(milliseconds: 0),
        day: day(3, 31),
        change: change
      )
    }

    workspace.apply(
      RecordedChange(event: event(3, .retitled("Renamed"), revision: 3), deal: renamed)
    )
    workspace.apply(RecordedChange(event: event(2, .moved(to: 2), revision: 2), deal: moved))

    #expect(workspace[1] == renamed)
    #expect(workspace.column(2).count == 1)
    #expect(workspace.lastSequence == 3)
  }

  @Test func `an event dated after today is kept unseen`() {
    let deal = Deal.fixture(1, minorUnits: 500)
    var workspace = Self.workspace([deal])
    let won = deal.after(.won, on: day(4, 7))
    let event = DealEvent(
      sequence: 9,
      id: EventID(high: 0, low: 9),
      step: numbered(1),
      actor: "Ana",
      deal: numbered(1),
      revision: 2,
      recordedAt: Instant(milliseconds: 0),
      day: day(4, 7),
      change: .won
    )

    workspace.apply(RecordedChange(event: event, deal: won))

    #expect(workspace[1] == deal)
    #expect(workspace.dealsWithLaterEvents == [numbered(1)])
    #expect(workspace.lastSequence == 9)
  }

  @Test func `a copy stays as it was`() {
    let deal = Deal.fixture(1)
    var workspace = Self.workspace([deal])
    let (copy, column) = (workspace, workspace.column(1))

    workspace.replace(deal.after(.moved(to: 2), on: day(3, 31)))

    #expect(copy[1]?.stage == numbered(1))
    #expect(copy.column(1).count == 1)
    #expect(column.position(of: numbered(1)) == 0)
    #expect(workspace.column(1).isEmpty)
  }

  @Test func `a deal takes less than 400 bytes in the table`() {
    #expect(MemoryLayout<Deal?>.stride < 400 - MemoryLayout<RankKey>.stride)
  }
}

/// Does the last piece first.
private struct HandsFromTheEnd: WorkingHands {
  let count: Int

  func results<Result: Sendable>(
    of pieces: Int,
    _ work: @escaping @Sendable (_ piece: Int) -> Result
  ) -> [Result] {
    (0..<pieces).reversed().map(work).reversed()
  }
}
