import Pipeline
import Testing

@Suite struct RatioTests {
  private func ratio(_ part: Int, _ whole: Int) -> Ratio {
    Ratio(part, of: whole) ?? Ratio(0)
  }

  @Test func `nothing has no rate`() {
    #expect(Ratio(3, of: 0) == nil)
    #expect(ratio(3, 1) / Ratio(0) == nil)
  }

  @Test func `is kept in lowest terms with a positive denominator`() {
    #expect(ratio(6, -4) == ratio(-3, 2))
    #expect(ratio(6, -4).denominator == 2)
    #expect(ratio(0, 7) == Ratio(0))
  }

  @Test func `calculates exactly`() {
    #expect(ratio(1, 3) + ratio(1, 6) == ratio(1, 2))
    #expect(ratio(1, 3) - ratio(1, 2) == ratio(-1, 6))
    #expect(ratio(2, 3) * ratio(3, 4) == ratio(1, 2))
    #expect(ratio(2, 3) / ratio(-4, 3) == ratio(-1, 2))
    #expect(ratio(1, 3) < ratio(34, 100))
  }

  @Test(
    arguments: [
      (2, 3, 6, 666_667), (-2, 3, 6, -666_667), (1, 8, 2, 12), (3, 8, 2, 38), (-1, 8, 2, -12),
      (5, 2, 0, 2), (7, 2, 0, 4), (999_999, 1_000_000, 2, 100), (1, 3, 18, 333_333_333_333_333_333),
    ] as [(Int, Int, Int, Int128)]
  )
  func `rounds half to even`(part: Int, whole: Int, decimals: Int, expected: Int128) {
    #expect(ratio(part, whole).rounded(decimals: decimals) == expected)
  }

  @Test(
    arguments: [
      // 63,150 / 1,000 = 63.15; 1,250 / 100 = 12.5 and 1,350 / 100 = 13.5, half to even.
      (63_150, 1, 3, 63), (1_250, 1, 2, 12), (1_350, 1, 2, 14), (-1_350, 1, 2, -14),
      // 1,000 / 3 over 10 = 33.33…; times 100 = 33,333.33….
      (1_000, 3, 1, 33), (1_000, 3, -2, 33_333), (0, 1, 5, 0),
      // 10^18 / 10^36 and its half.
      (1_000_000_000_000_000_000, 1, 36, 0), (5, 1, 1, 0), (6, 1, 1, 1),
    ] as [(Int, Int, Int, Int128)]
  )
  func `over a power of ten rounds half to even`(
    part: Int,
    whole: Int,
    power: Int,
    expected: Int128
  ) {
    #expect(ratio(part, whole).rounded(overPowerOfTen: power) == expected)
  }

  @Test func `machine words and long terms round and compare alike`() throws {
    // The same quotients, once in words and once with terms that fit 128 bits only.
    let factor = Int128(1) << 70
    for (part, whole) in [(1, 3), (-7, 2), (5, 8), (10, 4), (999_999, 7)] as [(Int128, Int128)] {
      let short = try #require(Ratio(part, of: whole))
      let long = try #require(Ratio(part * factor + 1, of: whole * factor))
      #expect(short < long)
      #expect(!(long < short))
      #expect(abs(short.approximation - long.approximation) < 1e-12)
      #expect(abs(short.rounded(decimals: 2) - long.rounded(decimals: 2)) <= 1)
    }
  }

  @Test func `a product too large for its terms stays right to eight digits`() throws {
    let large = try #require(Ratio(Int128.max / 3, of: Int128(1) << 100))
    let other = try #require(Ratio((Int128(1) << 90) + 1, of: (Int128(1) << 80) + 7))

    let product = (large * other).approximation
    let sum = (large + other).approximation

    #expect(abs(product / (large.approximation * other.approximation) - 1) < 1e-8)
    #expect(abs(sum / (large.approximation + other.approximation) - 1) < 1e-8)
  }

  @Test func `a share of 4 of 7 lies between 25 and 84 percent`() throws {
    // Wilson: (4/7 + 1.9207/7 ± 1.96 √(0.244898/7 + 0.9604/49)) / (1 + 3.8415/7)
    //       = (0.571429 + 0.274391 ± 1.959964 × 0.233584 …) / 1.548783
    let range = try #require(Share(4, of: 7).range)

    #expect(abs(range.lowerBound - 0.2505) < 0.0005)
    #expect(abs(range.upperBound - 0.8418) < 0.0005)
    #expect(Share(0, of: 0).range == nil)
    #expect(Share(0, of: 5).range?.lowerBound == 0)
    #expect(Share(19, of: 19).isThin && !Share(1, of: 20).isThin)
  }
}

@Suite struct DayHistogramTests {
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `gives the median and percentile of the sorted values`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var values: [Int] = []
    var histogram = DayHistogram()
    for _ in 0..<Int.random(in: 1...200, using: &generator) {
      let days =
        Int.random(in: -3...12_000, using: &generator) / Int.random(in: 1...40, using: &generator)
      values.append(days)
      histogram.add(days)
    }
    for _ in 0..<values.count / 2 {
      histogram.remove(values.removeLast())
    }

    values.sort()
    let middle = values.count / 2
    let median =
      values.count % 2 == 1
      ? Ratio(values[middle]) : Ratio(values[middle - 1] + values[middle], of: 2)
    #expect(histogram.median == median)
    #expect(histogram.mean == Ratio(values.reduce(0, +), of: values.count))
    for percent in [1, 25, 50, 75, 100] {
      let rank = max(1, Int((Double(values.count * percent) / 100).rounded(.up)))
      #expect(histogram.percentile(percent) == values[rank - 1])
    }
  }

  @Test func `nothing has no median`() {
    var histogram = DayHistogram()
    #expect(histogram.median == nil && histogram.mean == nil && histogram.percentile(75) == nil)

    histogram.add(4)
    histogram.remove(4)

    #expect(histogram.median == nil)
    #expect(histogram == DayHistogram())
  }
}
