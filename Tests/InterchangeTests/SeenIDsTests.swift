import Testing

@testable import Interchange

struct SeenIDsTests {
  /// One id in each so many numbers, as a system gives them that counts for all its customers.
  private func seen(_ count: Int, apart distance: UInt64) -> SeenIDs {
    var seen = SeenIDs()
    for number in 0..<UInt64(count) { seen.insert("\(10_000_000_000 + number * distance)") }
    return seen
  }

  @Test(arguments: [64, 4_096, 90_001] as [UInt64])
  func `numbers take no more the farther apart they lie`(distance: UInt64) {
    let seen = seen(20_000, apart: distance)

    // 16 bytes of each, in a table that is three eighths full at the least: 16 / 0.375 = 43.
    #expect(seen.bytesOfNumbers <= 20_000 * 43)
  }

  @Test func `numbers that follow each other take less than a byte`() {
    #expect(seen(20_000, apart: 1).bytesOfNumbers < 20_000)
  }

  @Test(arguments: [1, 63, 64, 65, 4_096] as [UInt64])
  func `each number is known by itself`(distance: UInt64) {
    let seen = seen(100, apart: distance)

    for number in 0..<UInt64(100) {
      #expect(seen.contains("\(10_000_000_000 + number * distance)"))
      #expect(distance == 1 || !seen.contains("\(10_000_000_001 + number * distance)"))
    }
    #expect(!seen.contains("10000000100") || distance != 1)
  }

  @Test func `a text is known as it is written`() {
    var seen = SeenIDs()
    for id in ["A-1", "007", "+5", "18446744073709551615", "18446744073709551616"] {
      seen.insert(id)
    }

    #expect(seen.contains("A-1") && seen.contains("007") && seen.contains("+5"))
    #expect(seen.contains("18446744073709551615") && seen.contains("18446744073709551616"))
    #expect(!seen.contains("7") && !seen.contains("5") && !seen.contains("a-1"))
  }
}
