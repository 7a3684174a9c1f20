import Testing

@testable import Pipeline

/// What people might type by accident, from a fixed seed.
@Suite struct `Noise that is typed` {
  private static let words = [
    "owner:", "stage:", "value:", ">", "<", "-", "+", "\"", "..", ":", "10k", "1,234", "1.5m", "€",
    "USD",
    "eom", "2026-03-31", "31-3", "-7d", "99999999999999999999", "this-month", "none", "is:",
    "stale", "ana",
    " ", "\u{1B}[2J", "\u{202E}", "é", "🇪🇪", "٣", "0", "%", "/", ".", "'", "close:", "next:",
    "idle:>",
  ]

  private func lines(_ seed: UInt64) -> [String] {
    var random = SplitMix64(seed: seed)
    return (0..<400).map { _ in
      (0...random.next() % 6).map { _ in
        Self.words[Int(random.next() % UInt64(Self.words.count))]
      }.joined()
    }
  }

  @Test(arguments: UInt64(1)...4)
  func `is a filter or is not, and a filter fits or does not`(seed: UInt64) throws {
    let context = DealFilter.Context(pipelines: [.sales], people: [], today: Day(number: 20_543))
    for line in lines(seed) {
      guard let filter = try? DealFilter(line, in: context) else { continue }
      _ = filter.matches(Deal.fixture(1))
    }
  }

  @Test(arguments: UInt64(5)...8)
  func `is an amount within bounds or none`(seed: UInt64) throws {
    for line in lines(seed) {
      guard let money = try? AmountParser(currency: .euro).money(line) else { continue }
      #expect(money.minorUnits >= 0)
      #expect(money.minorUnits <= Money.largestUnits * 1000)
    }
  }

  @Test(arguments: UInt64(13)...16)
  func `is a next step or none, and keeps every word that is neither day nor time`(
    seed: UInt64
  ) throws {
    for line in lines(seed) {
      for words in [InputWords.english, .dutch] {
        let today = Day(number: 20_543)
        guard let step = try? StepLine("mail \(line)", today: today, words: words) else { continue }
        #expect(Day(step.due.description) == step.due)
        #expect((step.minuteOfDay ?? 0) < 1_440)
        #expect(step.activity.text.hasPrefix("mail"))
      }
    }
  }

  @Test(arguments: UInt64(9)...12)
  func `is a day that exists or none`(seed: UInt64) throws {
    for line in lines(seed) {
      guard let day = DayParser(today: Day(number: 20_543)).day(line) else { continue }
      #expect(Day(day.description) == day)
    }
  }
}
