/// Which cards of a column are drawn, and where.
struct CardWindow: Equatable {
  /// The first card that is drawn.
  var first: Int
  /// How many are drawn.
  var shown: Int
  /// How many are out of sight above; 0 leaves no row for them.
  var above: Int { first }
  /// How many are out of sight below; 0 leaves no row for them.
  var below: Int

  /// The cards of a column of `count` from `top` on, in so many rows; from further up where the
  /// column got shorter and room would be left below.
  init(count: Int, top: Int, rows: Int, density: Density) {
    let fitsWhole = count <= Self.capacity(rows: rows, density)
    let last = fitsWhole ? 0 : count - Self.capacity(rows: rows - 1, density)
    let first = max(0, min(top, last, count - 1))
    self.first = first
    let room = rows - (first > 0 ? 1 : 0)
    let all = Self.capacity(rows: room, density)
    if count - self.first <= all {
      shown = max(0, count - self.first)
      below = 0
    } else {
      shown = min(Self.capacity(rows: room - 1, density), count - self.first)
      below = count - self.first - shown
    }
  }

  /// How many cards fit into so many rows.
  static func capacity(rows: Int, _ density: Density) -> Int {
    max(0, rows + density.gap) / (density.cardRows + density.gap)
  }

  /// The first card to draw so that a row is seen, moving as little as possible, and so that no
  /// room is left empty below.
  static func top(showing row: Int, count: Int, top: Int, rows: Int, density: Density) -> Int {
    var top = max(0, min(top, row))
    while top < row {
      let window = CardWindow(count: count, top: top, rows: rows, density: density)
      if row < window.first + window.shown { break }
      // Whole steps first: a jump to the end of a long column must not walk through it.
      top = max(top + 1, row - max(1, window.shown))
    }
    while top > 0 {
      let window = CardWindow(count: count, top: top - 1, rows: rows, density: density)
      guard window.below == 0, row < window.first + window.shown else { break }
      top -= 1
    }
    return top
  }
}
