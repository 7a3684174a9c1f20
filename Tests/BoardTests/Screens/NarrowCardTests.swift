import Pipeline
import Testing

@testable import Board

/// Cards in columns of 17 cells, at 120x40: sixteen are left of the bar.
struct NarrowCardTests {
  private func screen(days: Int) -> String {
    let deal = Deal.fixture(1, "Old", 1_234_000, owner: 1, days: days)
    return TestBoard(.fixture([deal]), rows: 40, columns: 120).screen
  }

  @Test func `a hundred days and more are told in weeks where the days do not fit`() {
    // Value, owner and dots take 12 cells, which leaves four: 1,555 / 7 = 222.1.
    #expect(screen(days: 1_555).contains("$1.23M AK●●●222w"))
  }

  @Test func `days that fit stay days`() {
    #expect(screen(days: 155).contains("$1.23M AK●●●155d"))
  }
}
