import Pipeline
import Testing

/// Every figure against one worked out anew, slowly, from a grid of days.
@Suite struct ReferenceTests {
  struct Question: CustomTestStringConvertible {
    let seed: UInt64
    let window: Window
    let daysBack: Int
    var testDescription: String { "seed \(seed), \(window), \(daysBack) days back" }
  }

  static let questions = (1...24 as ClosedRange<UInt64>).map { seed in
    Question(
      seed: seed,
      window: [.all, .days(60), .days(365), .period(.month(year: 2026, 1))][Int(seed % 4)],
      daysBack: [0, 3, 30, 75][Int(seed / 4 % 4)]
    )
  }

  private let stages: [Int64] = [1, 2, 3, 4, 5]

  @Test(arguments: questions)
  func `figures are those of a grid of days`(question: Question) {
    let log = RandomLog(seed: question.seed, deals: 40)
    let today = log.lastDay - question.daysBack
    let window = question.window.days(asOf: today)
    let figures = Figures(
      of: log.histories.compactMap { $0.deal(asOf: today) },
      pipeline: RandomLog.pipeline,
      asOf: today,
      window: question.window
    )
    let all = log.histories.compactMap { GridDeal($0, asOf: today) }
      .filter { $0.pipeline == 1 }
    let deals = all.filter { !$0.isDeleted }
    let open = deals.filter(\.isOpen)
    let closed = deals.filter { $0.closed.map(window.contains) ?? false }

    #expect(figures.deleted == all.count { $0.isDeleted })
    #expect(figures.open.deals == open.count)
    #expect(figures.winRate == Share(closed.count { $0.isWon }, of: closed.count))
    expect(figures.outcomes.agesAtWin, closed.filter(\.isWon).compactMap(age), "age at win")
    expect(figures.outcomes.agesAtLoss, closed.filter(\.isLost).compactMap(age), "age at loss")
    let recent = deals.filter { deal in
      deal.closed.map { $0 > today - 90 && $0 <= today } ?? false
    }
    #expect(figures.recentWinRate == Share(recent.count { $0.isWon }, of: recent.count))
    let born = deals.filter { $0.created.map(window.contains) ?? false }
    #expect(figures.cohort.created == born.count)
    #expect(figures.cohort.won == born.count { $0.isWon })
    let stale = open.filter { isStale($0, on: today) }
    #expect(figures.staleDeals.map(\.rawValue) == stale.map(\.id).sorted())
    expectCurrencies(figures, deals, closed, today)
    expectStages(figures, deals, closed, today, window)
    expectOwners(figures, open, closed)
  }

  @Test(arguments: questions, ConversionPolicy.allCases)
  func `conversion is the one of the law's table`(question: Question, policy: ConversionPolicy) {
    let log = RandomLog(seed: question.seed, deals: 40)
    let today = log.lastDay - question.daysBack
    let window = question.window.days(asOf: today)
    let figures = Figures(
      of: log.histories.compactMap { $0.deal(asOf: today) },
      pipeline: RandomLog.pipeline,
      asOf: today,
      window: question.window
    )
    let deals = log.histories.compactMap { GridDeal($0, asOf: today) }
      .filter { $0.pipeline == 1 && !$0.isDeleted }

    for (place, stage) in stages.enumerated() {
      var counts = (converted: 0, failed: 0, pending: 0)
      for deal in deals {
        guard let (outcome, day) = outcome(of: deal, at: stage, policy), window.contains(day) else {
          continue
        }
        switch outcome {
        case .converted: counts.converted += 1
        case .failed: counts.failed += 1
        case .pending: counts.pending += 1
        }
      }
      let found = figures.stages[place][policy]
      #expect(found.converted == counts.converted, "converted at \(stage)")
      #expect(found.failed == counts.failed, "failed at \(stage)")
      #expect(found.pending == counts.pending, "pending at \(stage)")
    }
    let back = deals.map { deal in
      zip(deal.path, deal.path.dropFirst()).count { earlier, later in
        later.stage < earlier.stage && window.contains(later.day)
      }
    }
    #expect(figures.regressions.moves == back.reduce(0, +))
    #expect(figures.regressions.deals == back.count { $0 > 0 })
  }

  private enum Outcome { case converted, failed, pending }

  /// NUMBERS.md's table, row by row.
  private func outcome(
    of deal: GridDeal,
    at stage: Int64,
    _ policy: ConversionPolicy
  ) -> (Outcome, Day)? {
    let visited = deal.path.first { $0.stage == stage }?.day
    switch policy {
    case .reached:
      guard deal.furthest >= stage || deal.isWon else { return nil }
      let day =
        deal.path.first { $0.stage >= stage }?.day ?? deal.closed ?? deal.existsSince
      if deal.furthest > stage || deal.isWon { return (.converted, day) }
      return (deal.isLost ? .failed : .pending, day)
    case .touched:
      guard let visited else { return nil }
      let places = Array(deal.path.enumerated())
      let wentOn = places.contains { first in
        first.element.stage == stage
          && places.contains { $0.offset > first.offset && $0.element.stage > stage }
      }
      if wentOn || deal.isWon { return (.converted, visited) }
      return (deal.isLost ? .failed : .pending, visited)
    case .strict:
      guard let visited else { return nil }
      let direct = zip(deal.path, deal.path.dropFirst()).contains { earlier, later in
        earlier.stage == stage && later.stage == stage + 1
      }
      let isConverted = stage == 5 ? deal.isWon && deal.stage == 5 : direct
      if isConverted { return (.converted, visited) }
      return (deal.isOpen && deal.stage == stage ? .pending : .failed, visited)
    }
  }
}

extension ReferenceTests {
  private func age(_ deal: GridDeal) -> Int? {
    guard let created = deal.created, let closed = deal.closed else { return nil }
    return closed - created
  }

  private func isStale(_ deal: GridDeal, on today: Day) -> Bool {
    let limit = [1: 14, 2: 14, 3: 21, 4: 21][deal.stage]
    return limit.map { today - deal.lastTouched > $0 } ?? false
  }

  private func probability(_ deal: GridDeal) -> Int {
    deal.probability ?? [1: 10, 2: 20, 3: 40, 4: 60, 5: 80][deal.stage] ?? 0
  }

  private func expectCurrencies(
    _ figures: Figures,
    _ deals: [GridDeal],
    _ closed: [GridDeal],
    _ today: Day
  ) {
    #expect(figures.byCurrency.currencies == Set(deals.map(\.currency)).sorted())
    for (currency, found) in figures.byCurrency {
      let own = deals.filter { $0.currency == currency }
      let open = own.filter(\.isOpen)
      let won = closed.filter { $0.currency == currency && $0.isWon }
      let lost = closed.filter { $0.currency == currency && $0.isLost }
      expect(found.open.value, open)
      #expect(found.open.fresh == open.count { !isStale($0, on: today) })
      #expect(found.open.percentMinorUnits == weighted(open))
      expect(found.closed.won, won)
      expect(found.closed.lost, lost)
      expect(found.closed.outcomes.agesAtWin, won.compactMap(age), "age at win \(currency)")
      expect(
        found.wonInMonth,
        own.filter { deal in
          deal.isWon && deal.closed.map { $0.startOfMonth == today.startOfMonth } ?? false
        }
      )
      let columns = Dictionary(grouping: open) { column(of: $0, today) }
      #expect(found.forecast.columns.map(\.name).sorted() == columns.keys.sorted())
      for column in found.forecast.columns {
        let expected = columns[column.name] ?? []
        expect(found.forecast[column]?.open.value ?? ValueTotals(), expected)
        #expect(found.forecast[column]?.open.percentMinorUnits == weighted(expected))
      }
      if open.isEmpty {
        #expect(found.velocity.perDay == Ratio(0))
      } else {
        expectVelocity(found.velocity.perDay, open.count { !isStale($0, on: today) }, won, lost)
      }
    }
  }

  /// N × V × W / L as one fraction: N × sum × won × ages / (valued × closed × days).
  private func expectVelocity(_ found: Ratio?, _ n: Int, _ won: [GridDeal], _ lost: [GridDeal]) {
    let values = won.compactMap(\.value)
    let ages = won.compactMap(age)
    let days = ages.reduce(0, +)
    guard !values.isEmpty, !ages.isEmpty, days > 0 else {
      #expect(found == nil)
      return
    }
    let above = Int128(n) * values.reduce(0) { $0 + Int128($1) } * Int128(won.count * ages.count)
    let below = Int128(values.count) * Int128(won.count + lost.count) * Int128(days)
    #expect(found == Ratio(above, of: below))
  }

  private func column(of deal: GridDeal, _ today: Day) -> String {
    guard let close = deal.expectedClose else { return "no_date" }
    return close < today ? "overdue" : String(close.description.prefix(7))
  }

  private func weighted(_ deals: [GridDeal]) -> Int128 {
    deals.reduce(0) { $0 + Int128($1.value ?? 0) * Int128(probability($1)) }
  }

  private func expectStages(
    _ figures: Figures,
    _ deals: [GridDeal],
    _ closed: [GridDeal],
    _ today: Day,
    _ window: DayRange
  ) {
    for (place, stage) in stages.enumerated() {
      let found = figures.stages[place]
      let here = deals.filter { $0.isOpen && $0.stage == stage }
      #expect(found.open.deals == here.count)
      let visits = here.compactMap { $0.visitDays() }
      #expect(found.open.meanVisitDays(on: today) == Ratio(visits.reduce(0, +), of: visits.count))
      let reached = closed.filter { $0.isWon || $0.furthest >= stage }
      #expect(found.winRate == Share(reached.count { $0.isWon }, of: reached.count))
      let there = deals.filter { deal in
        deal.path.first { $0.stage == stage }.map { window.contains($0.day) } ?? false
      }
      expect(found.days, there.compactMap { $0.days(in: stage) }, "days in \(stage)")
      expect(
        found.daysOfThoseWhoLeft,
        there.filter { !($0.isOpen && $0.stage == stage) }.compactMap { $0.days(in: stage) },
        "days of those who left \(stage)"
      )
    }
  }

  private func expectOwners(_ figures: Figures, _ open: [GridDeal], _ closed: [GridDeal]) {
    for (owner, found) in figures.owners {
      let mine = { (deal: GridDeal) in deal.owner == owner?.rawValue }
      #expect(found.open.deals == open.count(where: mine))
      #expect(found.outcomes.won == closed.count { $0.isWon && mine($0) })
      #expect(found.outcomes.lost == closed.count { $0.isLost && mine($0) })
    }
    let known = Set((open + closed).map(\.owner))
    #expect(known.isSubset(of: Set(figures.owners.keys.map { $0?.rawValue })))
  }

  private func expect(_ found: ValueTotals, _ deals: [GridDeal]) {
    let values = deals.compactMap(\.value)
    #expect(found.deals == deals.count)
    #expect(found.valued == values.count)
    #expect(found.minorUnits == values.reduce(0) { $0 + Int128($1) })
  }

  private func expect(_ found: DayHistogram, _ days: [Int], _ comment: Comment) {
    let sorted = days.sorted()
    let middle = sorted.count / 2
    #expect(found.count == days.count, comment)
    #expect(found.sum == days.reduce(0, +), comment)
    guard !sorted.isEmpty else { return }
    let twice = sorted.count % 2 == 1 ? sorted[middle] * 2 : sorted[middle - 1] + sorted[middle]
    #expect(found.median == Ratio(twice, of: 2), comment)
  }
}
