import Testing

@testable import Pipeline

/// What is called better or worse rests on 20 cases at least.
@Suite struct `Thin figures` {
  /// 24 closed deals, 12 of them won: seven with a value, eleven of known creation.
  private static let closed: ClosedDeals = {
    var closed = ClosedDeals()
    for win in 0..<12 {
      closed.add(isWon: true, age: win < 11 ? 30 : nil, value: win < 7 ? 1_000 : nil, sign: 1)
    }
    for _ in 0..<12 { closed.add(isWon: false, age: 10, value: 500, sign: 1) }
    return closed
  }()

  private static func open(_ deals: Int) -> OpenTotals {
    var open = OpenTotals()
    for _ in 0..<deals { open.add(1_000, probability: nil, isStale: false, sign: 1) }
    return open
  }

  @Test func `velocity rests on the smallest n of its factors`() {
    let velocity = SalesVelocity(open: Self.open(30), closed: Self.closed)

    #expect(velocity.valuedWins == 7)
    #expect(velocity.outcomes == Share(12, of: 24))
    #expect(velocity.knownAges == 11)
    #expect(velocity.cases == 7)
    #expect(velocity.isThin)
  }

  @Test func `velocity without an open deal is 0 and sure`() {
    let velocity = SalesVelocity(open: OpenTotals(), closed: Self.closed)

    #expect(velocity.perDay == Ratio(0))
    #expect(velocity.cases == nil)
    #expect(!velocity.isThin)
  }

  @Test func `what is counted is never thin`() {
    #expect(!Share.isThin(nil))
    #expect(Share.isThin(19))
    #expect(!Share.isThin(20))
  }

  @Test func `a benchmark calls velocity thin where one factor is, in every currency`() throws {
    let cases = try EdgeCases()
    let now = cases.figures(asOf: day(3, 31))
    let lines = Benchmark(now: now, then: cases.figures(asOf: day(2, 28))).lines

    let velocity = lines.filter {
      if case .ofCurrency(.velocity, _) = $0.metric { true } else { false }
    }
    #expect(velocity.count == 3)
    // Of two, one and one valued wins.
    #expect(velocity.allSatisfy { $0.isThin })
  }
}
