extension StyleTable {
  /// The styles that a row's cells are sent in, by their numbers.
  ///
  /// A blank between two words takes the style of the word before it where nobody sees the
  /// difference: each change of colour is ten bytes and more, and a board's rows are full of short
  /// words in different colours.
  func sentStyles(of cells: Span<TerminalCell>, into sent: inout [Int]) {
    sent.removeAll(keepingCapacity: true)
    for place in cells.indices {
      // An index from before a reset is drawn plain.
      let style = Int(cells[place].style.rawValue)
      sent.append(style < templates.count ? style : 0)
    }
    var word: Int?
    var place = 0
    while place < cells.count {
      guard Self.isBlank(cells[place]) else {
        word = place
        place += 1
        continue
      }
      var end = place + 1
      while end < cells.count, Self.isBlank(cells[end]) { end += 1 }
      // Blanks at the end of a row are left as they are: curses clears them with one sequence.
      if end < cells.count { close(place..<end, after: word, &sent) }
      place = end
    }
  }

  /// The longest gap that is closed; longer ones are skipped rather than sent.
  private static let longestGap = 4

  private func close(_ gap: Range<Int>, after word: Int?, _ sent: inout [Int]) {
    if let word, gap.count <= Self.longestGap {
      let style = sent[word]
      if gap.allSatisfy({ grounds[sent[$0]] == grounds[style] }) {
        for place in gap { sent[place] = style }
        return
      }
    }
    // Where a coloured ground begins, its first blank goes with the word that follows.
    let last = gap.upperBound - 1
    let next = sent[gap.upperBound]
    if grounds[sent[last]] == grounds[next], grounds[next] != grounds[0] { sent[last] = next }
  }

  private static func isBlank(_ cell: TerminalCell) -> Bool {
    cell.scalars.0 == 0x20 && cell.scalars.1 == 0 && cell.width == 1
  }
}
