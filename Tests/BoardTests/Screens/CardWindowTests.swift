import Testing

@testable import Board

/// Which cards of a column are drawn.
struct CardWindowTests {
  @Test(arguments: [
    // All fit: nothing is out of sight, wherever the column was scrolled to.
    (count: 5, top: 3, first: 0, shown: 5, below: 0),
    // Ten rows, two a card: four cards, a row above and one below.
    (count: 20, top: 8, first: 8, shown: 4, below: 8),
    // At the top no row is lost above: four cards and the row below.
    (count: 20, top: 0, first: 0, shown: 4, below: 16),
    // The end: nine rows under the mark, four cards.
    (count: 20, top: 19, first: 16, shown: 4, below: 0),
    (count: 0, top: 4, first: 0, shown: 0, below: 0),
  ])
  func `no room is left below while cards are out of sight above`(
    count: Int,
    top: Int,
    first: Int,
    shown: Int,
    below: Int
  ) {
    let window = CardWindow(count: count, top: top, rows: 10, density: .compact)

    #expect(window.first == first)
    #expect(window.shown == shown)
    #expect(window.below == below)
  }
}
