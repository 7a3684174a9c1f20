import Pipeline
import Testing

/// What must hold of every history.
@Suite struct PropertyTests {
  static let seeds = 1...20 as ClosedRange<UInt64>

  private func figures(_ deals: [Deal], asOf day: Day, _ window: Window = .all) -> Figures {
    Figures(of: deals, pipeline: RandomLog.pipeline, asOf: day, window: window)
  }

  @Test func `the histories at hand have every kind of twist`() {
    let histories = Self.seeds.flatMap { RandomLog(seed: $0, deals: 40).histories }
    let undos = histories.flatMap { history in
      history.events.compactMap { event -> DealEvent? in
        guard case .undone(let id) = event.change else { return nil }
        return history.events.first { $0.id == id }
      }
    }
    func deals(with isMet: (DealChange) -> Bool) -> Int {
      histories.count { history in history.standing().contains { isMet($0.change) } }
    }

    #expect(undos.count > 100)
    #expect(undos.contains { if case .undone = $0.change { true } else { false } })
    #expect(undos.contains { if case .created = $0.change { true } else { false } })
    #expect(undos.contains { $0.change == .deleted })
    #expect(deals { $0 == .reopened } > 20)
    #expect(deals { $0 == .deleted } > 5)
    #expect(deals { $0 == .enteredStage } > 5)
    #expect(
      deals { if case .transferred(let to, _) = $0 { to == numbered(1) } else { false } } > 20
    )
    #expect(histories.contains { $0.deal()?.created == nil && $0.deal() != nil })
    #expect(
      histories.count { Set($0.deals(asOf: Self.days).compactMap { $0?.currency }).count > 1 } > 20
    )
  }

  private static let days = (0...300).map { RandomLog.firstDay + $0 }

  @Test(arguments: seeds)
  func `the stages add up to the whole`(seed: UInt64) {
    let log = RandomLog(seed: seed, deals: 60)
    let figures = figures(log.histories.compactMap { $0.deal() }, asOf: log.lastDay)

    #expect(figures.stages.reduce(0) { $0 + $1.open.deals } == figures.open.deals)
    #expect(figures.stages.reduce(0) { $0 + $1.open.stale } == figures.open.stale)
    #expect(figures.owners.values.reduce(0) { $0 + $1.open.deals } == figures.open.deals)
    #expect(figures.stages[0].winRate == figures.winRate)
    for (currency, money) in figures.byCurrency {
      let stages = figures.stages.map { $0.open[currency] }
      #expect(stages.reduce(0) { $0 + $1.value.minorUnits } == money.open.value.minorUnits)
      #expect(stages.reduce(0) { $0 + $1.percentMinorUnits } == money.open.percentMinorUnits)
      let columns = money.forecast.columns.compactMap { money.forecast[$0]?.open }
      #expect(columns.reduce(0) { $0 + $1.value.deals } == money.open.value.deals)
      #expect(columns.reduce(0) { $0 + $1.percentMinorUnits } == money.open.percentMinorUnits)
    }
  }

  @Test(arguments: seeds, Grouping.allCases)
  func `groups of one value each add up to the whole`(seed: UInt64, grouping: Grouping) {
    let log = RandomLog(seed: seed, deals: 40)
    let deals = log.histories.compactMap { $0.deal() }
    let whole = figures(deals, asOf: log.lastDay)
    var groups = Grouped(
      by: grouping,
      from: FigureCounter(Figures(pipeline: RandomLog.pipeline, asOf: log.lastDay, window: .all))
    )

    for deal in deals { groups.update(deal) { $0.count(deal) } }

    let parts = groups.sorted(among: []).map(\.counts.figures)
    #expect(parts.reduce(0) { $0 + $1.outcomes.lost } == whole.outcomes.lost)
    guard grouping != .reason else { return }
    #expect(parts.reduce(0) { $0 + $1.open.deals } == whole.open.deals)
    #expect(parts.reduce(0) { $0 + $1.outcomes.won } == whole.outcomes.won)
  }

  @Test(arguments: seeds)
  func `a day's figures are those of the events up to it`(seed: UInt64) {
    let log = RandomLog(seed: seed, deals: 40)

    for back in stride(from: 0, through: 120, by: 17) {
      let day = log.lastDay - back
      let replayed = log.histories.compactMap { history in
        DealHistory(events: history.events.filter { $0.day <= day }).deal()
      }
      let asOf = log.histories.compactMap { $0.deal(asOf: day) }
      #expect(asOf == replayed)
      #expect(figures(asOf, asOf: day) == figures(replayed, asOf: day))
    }
  }

  @Test(arguments: seeds)
  func `an undo restores every number`(seed: UInt64) {
    let log = RandomLog(seed: seed, deals: 40)
    let before = figures(log.histories.compactMap { $0.deal() }, asOf: log.lastDay)
    var places = Array(log.histories.indices)
    var random = SeededGenerator(seed: seed)
    places.shuffle(using: &random)

    for place in places.prefix(10) {
      guard let deal = log.histories[place].deal(), !deal.isDeleted else { continue }
      let change: DealChange = deal.status.isOpen ? .won : .reopened
      let done = log.histories[place].with(change, on: log.lastDay)
      let undone = done.with(.undone(done.events[done.events.count - 1].id), on: log.lastDay)
      var histories = log.histories
      histories[place] = done
      let between = figures(histories.compactMap { $0.deal() }, asOf: log.lastDay)
      histories[place] = undone
      let after = figures(histories.compactMap { $0.deal() }, asOf: log.lastDay)

      #expect(after == before)
      if deal.pipeline == numbered(1) { #expect(between != before) }
    }
  }

  @Test(arguments: seeds)
  func `the order of different deals within a day does not matter`(seed: UInt64) {
    let log = RandomLog(seed: seed, deals: 40)
    var shuffled = log.histories
    var random = SeededGenerator(seed: seed)
    shuffled.shuffle(using: &random)
    func waterfall(_ histories: [DealHistory]) -> PerCurrency<Waterfall.Flow> {
      Waterfall(
        of: histories,
        pipeline: numbered(1),
        from: log.lastDay - 60,
        to: log.lastDay - 5
      ).byCurrency
    }

    #expect(
      figures(shuffled.compactMap { $0.deal() }, asOf: log.lastDay)
        == figures(log.histories.compactMap { $0.deal() }, asOf: log.lastDay)
    )
    #expect(waterfall(shuffled) == waterfall(log.histories))
  }

  /// Events of all deals in the order of their days, each as its deal before and after it.
  @Test(arguments: seeds)
  func `figures that follow every event are those counted anew`(seed: UInt64) {
    let log = RandomLog(seed: seed, deals: 40)
    let window = DayRange(days: 365, endingOn: log.lastDay)
    func live() -> LiveFigures {
      LiveFigures(
        pipeline: RandomLog.pipeline,
        day: log.lastDay,
        window: window,
        closed: ClosedTotals()
      )
    }
    let events = log.histories.flatMap(\.events).sorted {
      ($0.day, $0.sequence) < ($1.day, $1.sequence)
    }
    var states: [Identifier<Deal>: (events: [DealEvent], deal: Deal?)] = [:]
    var followed = live()

    for event in events {
      let old = states[event.deal] ?? ([], nil)
      let own = old.events + [event]
      let new = DealHistory(events: own).deal()
      followed.replace(old.deal, with: new)
      states[event.deal] = (own, new)
    }

    var anew = live()
    for history in log.histories { anew.replace(nil, with: history.deal()) }
    #expect(followed == anew)
  }

  @Test(arguments: seeds)
  func `the live block agrees with the whole count`(seed: UInt64) {
    let log = RandomLog(seed: seed, deals: 50)
    let deals = log.histories.compactMap { $0.deal() }
    let counted = figures(deals, asOf: log.lastDay, .standard)
    var live = LiveFigures(
      pipeline: RandomLog.pipeline,
      day: log.lastDay,
      window: counted.window,
      closed: ClosedTotals()
    )

    for deal in deals { live.replace(nil, with: deal) }

    #expect(live.open == counted.open)
    #expect(live.outcomes == counted.outcomes)
    for place in counted.stages.indices {
      #expect(live.winRate(stage: place) == counted.stages[place].winRate.ratio)
      #expect(live.stages[place].daysOfThoseWhoLeft == counted.stages[place].daysOfThoseWhoLeft)
    }
    for (currency, money) in counted.byCurrency {
      #expect(live.velocity(in: currency) == money.velocity)
      #expect(live.wonThisMonth[currency] ?? ValueTotals() == money.wonInMonth)
    }
  }

  @Test(arguments: seeds)
  func `every waterfall closes and meets the figures of both its days`(seed: UInt64) {
    let log = RandomLog(seed: seed, deals: 60)
    for (back, length) in [(0, 30), (10, 60), (40, 40), (3, 120)] {
      let last = log.lastDay - back
      let first = last - length
      let waterfall = Waterfall(of: log.histories, pipeline: numbered(1), from: first, to: last)
      let then = figures(log.histories.compactMap { $0.deal(asOf: first) }, asOf: first)
      let now = figures(log.histories.compactMap { $0.deal(asOf: last) }, asOf: last)

      #expect(waterfall.closes)
      for (currency, flow) in waterfall.byCurrency {
        let start = then.byCurrency[currency]?.open.value ?? ValueTotals()
        let end = now.byCurrency[currency]?.open.value ?? ValueTotals()
        #expect(flow.start.deals == start.deals && flow.start.minorUnits == start.minorUnits)
        #expect(flow.end.deals == end.deals && flow.end.minorUnits == end.minorUnits)
      }
    }
  }

  @Test(arguments: seeds)
  func `a waterfall needs histories only of what changed`(seed: UInt64) {
    let log = RandomLog(seed: seed, deals: 40)
    let (first, last) = (log.lastDay - 40, log.lastDay)
    let whole = Waterfall(of: log.histories, pipeline: numbered(1), from: first, to: last)
    var split = Waterfall(of: numbered(1), from: .end(of: first), to: last)

    for history in log.histories {
      if history.events.contains(where: { $0.day > first }) {
        split.count(history)
      } else if let deal = history.deal() {
        split.count(unchanged: deal)
      }
    }

    #expect(split.byCurrency == whole.byCurrency)
  }
}

extension DealHistory {
  /// The history with one more event.
  fileprivate func with(_ change: DealChange, on day: Day) -> DealHistory {
    let last = events[events.count - 1]
    let event = DealEvent(
      sequence: last.sequence + 100_000,
      id: DealHistory.eventID(events.count + 1, of: last.deal.rawValue),
      step: last.step,
      actor: "Ana",
      deal: last.deal,
      revision: last.revision + 1,
      recordedAt: last.recordedAt,
      day: day,
      change: change
    )
    return DealHistory(events: events + [event])
  }
}
