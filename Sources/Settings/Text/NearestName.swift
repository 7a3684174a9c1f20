/// Finds the name that somebody who mistyped one will have meant.
enum NearestName {
  /// The name that the fewest slips of the hand make of a text; `nil` where more than a third of its
  /// letters would have to be wrong.
  static func of(_ text: String, among names: [String]) -> String? {
    let letters = Array(text.lowercased().unicodeScalars)
    // Nobody mistypes that much, and the time it takes grows with the square.
    guard letters.count <= 40 else { return nil }
    let allowed = max(1, letters.count / 3)
    let near = names.map {
      (name: $0, slips: slips(letters, Array($0.lowercased().unicodeScalars)))
    }
    .min { $0.slips < $1.slips }
    guard let near, near.slips <= allowed, near.slips < letters.count else { return nil }
    return near.name
  }

  /// How many letters have to be put in, left out, replaced, or swapped with their neighbour.
  ///
  /// Source: optimal string alignment, L. Boytsov, "Indexing methods for approximate dictionary
  /// searching", 2011.
  private static func slips(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var last = Array(0...other.count)
    for (row, letter) in one.enumerated() {
      var next = [row + 1]
      for (column, letterThere) in other.enumerated() {
        var least = min(
          last[column + 1] + 1,
          next[column] + 1,
          last[column] + (letter == letterThere ? 0 : 1)
        )
        if row > 0, column > 0, letter == other[column - 1], one[row - 1] == letterThere {
          least = min(least, before[column - 1] + 1)
        }
        next.append(least)
      }
      (before, last) = (last, next)
    }
    return last[other.count]
  }
}
