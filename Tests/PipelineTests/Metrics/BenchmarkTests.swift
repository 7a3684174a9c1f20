import Pipeline
import Testing

@Suite struct BenchmarkTests {
  @Test func `the edge cases' lines are those worked out, in their order`() throws {
    let cases = try EdgeCases()
    let benchmark = Benchmark(
      now: cases.figures(asOf: day(3, 31)),
      then: cases.figures(asOf: day(2, 28))
    )
    let expected = cases.expected["benchmark"].items

    #expect(expected.count == benchmark.lines.count)
    #expect(benchmark.windowsOverlap)
    for (line, named) in zip(benchmark.lines, expected) {
      let name = line.metric.name(in: .sales)
      func expect(_ value: Ratio?, _ field: String) {
        if case .money = line.metric.unit {
          named[field].expect(cents: value, "\(name) \(field)")
        } else {
          named[field].expect(value, "\(name) \(field)")
        }
      }
      #expect(named["metric"].text == name)
      expect(line.comparison.then, "then")
      expect(line.comparison.now, "now")
      expect(line.comparison.change, "change")
      named["change_pct"].expect(line.comparison.percent, "\(name) percent")
      #expect(named["direction"].text == line.comparison.direction?.rawValue, "\(name)")
    }
  }

  /// The windows of 31 March 2026 and of an earlier day: what closes on a day that lies in both, and had
  /// come on both, counts twice.
  @Test(arguments: [
    // 1 April 2025 to 31 March 2026 against 1 April 2024 to 31 March 2025, and a day later.
    (Window.standard, day(3, 31, year: 2025), false), (.standard, day(4, 1, year: 2025), true),
    // Of the quarter no day had come on 31 December, and one on 1 January.
    (.period(.quarter(year: 2026, 1)), day(12, 31, year: 2025), false),
    (.period(.quarter(year: 2026, 1)), day(1, 1), true),
    // The quarter after it: of no day of it has anything closed on either.
    (.period(.quarter(year: 2026, 2)), day(2, 28), false), (.all, day(2, 28), true),
  ])
  func `windows overlap where a day of both had come on both`(
    window: Window,
    then: Day,
    overlap: Bool
  ) {
    let now = Figures(pipeline: .sales, asOf: day(3, 31), window: window)
    let earlier = Figures(pipeline: .sales, asOf: then, window: window)

    #expect(Benchmark(now: now, then: earlier).windowsOverlap == overlap)
  }

  @Test func `6 deals now against 13 then ask for 7`() {
    func figures(_ counts: [Int]) -> Figures {
      let stages = counts.enumerated().flatMap { place, count in
        Array(repeating: Int64(place + 1), count: count)
      }
      let deals = stages.enumerated().map { Deal.fixture(Int64($0 + 1), stage: $1) }
      return Figures(of: deals, pipeline: .sales, asOf: day(3, 31))
    }

    let missing = figures([6, 7, 5, 4, 3]).missing(against: figures([13, 9, 6, 4, 3]))

    #expect(missing.map(\.count) == [7, 2, 1])
    #expect(missing.map(\.stage.name) == ["Lead In", "Contact Made", "Demo Scheduled"])
  }
}
