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
