import Pipeline
import Testing

@testable import Board

/// Sentences in lines: the same in a window and in a report.
struct WrappingTests {
  private let canvas = Canvas(rows: 1, columns: 10, width: testWidth)

  @Test(arguments: [
    ("", 10, []), ("one two three", 7, ["one two", "three"]), ("one  two", 10, ["one two"]),
    // A word that is longer than a line is broken, so that nothing of it is cut.
    ("at /var/lib/deals.db", 8, ["at", "/var/lib", "/deals.d", "b"]), ("東京都", 4, ["東京", "都"]),
    ("one", 0, []),
  ])
  func `lines break at blanks, and within words that are too long`(
    text: String,
    columns: Int,
    lines: [String]
  ) {
    #expect(canvas.wrapped(text, columns: columns) == lines)
    #expect(ReportText.wrapped(text, columns: columns) == lines)
  }
}
