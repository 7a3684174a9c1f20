extension String {
  /// The text in lines of at most so many cells, broken at blanks, and within a word where that is
  /// longer than a line: a path must be readable to its end.
  ///
  /// Empty where there is no cell.
  public func wrapped(columns: Int, width: (String) -> Int) -> [String] {
    guard columns > 0 else { return [] }
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      var rest = String(word)
      let longer = line.isEmpty ? rest : line + " " + rest
      if width(longer) <= columns {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while width(rest) > columns {
        let part = rest.beginning(fitting: columns, width: width)
        lines.append(part)
        rest.removeFirst(part.count)
      }
      line = rest
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The beginning that fits into so many cells; at least one character.
  private func beginning(fitting columns: Int, width: (String) -> Int) -> String {
    var part = ""
    var used = 0
    for character in self {
      let cells = width(String(character))
      if !part.isEmpty, used + cells > columns { break }
      part.append(character)
      used += cells
    }
    return part
  }
}
