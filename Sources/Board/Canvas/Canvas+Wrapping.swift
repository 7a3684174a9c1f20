extension Canvas {
  /// A text in lines of at most so many cells, broken at blanks, and within a word where that is
  /// longer than a line: a path must be readable to its end.
  func wrapped(_ text: String, columns: Int) -> [String] {
    guard columns > 0 else { return [] }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      var rest = String(word)
      let longer = line.isEmpty ? rest : line + " " + rest
      if width(of: longer) <= columns {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while width(of: rest) > columns {
        let part = fitting(rest, columns: columns)
        lines.append(part)
        rest.removeFirst(part.count)
      }
      line = rest
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The beginning of a text that fits into so many cells; at least one character.
  private func fitting(_ text: String, columns: Int) -> String {
    var part = ""
    var used = 0
    for character in text {
      let cells = width(of: String(character))
      if !part.isEmpty, used + cells > columns { break }
      part.append(character)
      used += cells
    }
    return part
  }
}
