import Pipeline

/// A name in letters three rows high, so that it is read from across the room.
///
/// The signs `▀▄█` make two points of one cell. Letters lose their accents; a name in another script,
/// one that is too long, and every name where signs are ASCII is written small, in bold.
struct BigText {
  /// How many rows the letters have.
  static let rows = 3

  private let columns: [[Bool]]
  private let plain: String

  /// A text in large letters.
  init(_ text: String) {
    plain = text
    columns = Self.columns(of: FoldedText(text).text.uppercased()) ?? []
  }

  /// Draws it, in the longest form that fits: the whole name, its first word, or small.
  func draw(on canvas: inout Canvas, in rect: Rect, _ style: Style) {
    let first = plain.split(separator: " ").first.map { Self($0) }
    let forms = [self] + (first.map { [$0] } ?? [])
    guard canvas.glyphs == .unicode, rect.rows >= Self.rows,
      let form = forms.first(where: { !$0.columns.isEmpty && $0.columns.count <= rect.columns })
    else {
      canvas.write(
        plain,
        row: rect.row + rect.rows / 2,
        column: rect.column,
        limit: rect.columns,
        style
      )
      return
    }
    for (column, points) in form.columns.enumerated() {
      for row in 0..<Self.rows {
        let (upper, lower) = (points[2 * row], 2 * row + 1 < points.count && points[2 * row + 1])
        let sign: Unicode.Scalar
        switch (upper, lower) {
        case (true, true): sign = "█"
        case (true, false): sign = "▀"
        case (false, true): sign = "▄"
        case (false, false): continue
        }
        canvas.put(sign, row: rect.row + row, column: rect.column + column, style)
      }
    }
  }

  private init(_ text: Substring) {
    plain = String(text)
    columns = Self.columns(of: FoldedText(text).text.uppercased()) ?? []
  }

  /// The points of a text column by column, five high; `nil` where a letter has no form.
  private static func columns(of text: String) -> [[Bool]]? {
    var columns: [[Bool]] = []
    for letter in text {
      guard let rows = font[letter] else { return nil }
      if !columns.isEmpty { columns.append([false, false, false, false, false]) }
      for column in 0..<(rows.first?.count ?? 0) {
        columns.append(rows.map { Array($0)[column] == "#" })
      }
    }
    return columns
  }

  /// The letters, five rows each.
  private static let font: [Character: [String]] = [
    "A": [".#.", "#.#", "###", "#.#", "#.#"], "B": ["##.", "#.#", "##.", "#.#", "##."],
    "C": [".##", "#..", "#..", "#..", ".##"], "D": ["##.", "#.#", "#.#", "#.#", "##."],
    "E": ["###", "#..", "##.", "#..", "###"], "F": ["###", "#..", "##.", "#..", "#.."],
    "G": [".##", "#..", "#.#", "#.#", ".##"], "H": ["#.#", "#.#", "###", "#.#", "#.#"],
    "I": ["###", ".#.", ".#.", ".#.", "###"], "J": ["..#", "..#", "..#", "#.#", ".#."],
    "K": ["#.#", "#.#", "##.", "#.#", "#.#"], "L": ["#..", "#..", "#..", "#..", "###"],
    "M": ["#...#", "##.##", "#.#.#", "#...#", "#...#"],
    "N": ["#..#", "##.#", "#.##", "#..#", "#..#"],
    "O": [".#.", "#.#", "#.#", "#.#", ".#."], "P": ["##.", "#.#", "##.", "#..", "#.."],
    "Q": [".#.", "#.#", "#.#", "###", ".##"], "R": ["##.", "#.#", "##.", "#.#", "#.#"],
    "S": [".##", "#..", ".#.", "..#", "##."], "T": ["###", ".#.", ".#.", ".#.", ".#."],
    "U": ["#.#", "#.#", "#.#", "#.#", "###"], "V": ["#.#", "#.#", "#.#", "#.#", ".#."],
    "W": ["#...#", "#...#", "#.#.#", "##.##", "#...#"], "X": ["#.#", "#.#", ".#.", "#.#", "#.#"],
    "Y": ["#.#", "#.#", ".#.", ".#.", ".#."], "Z": ["###", "..#", ".#.", "#..", "###"],
    "0": ["###", "#.#", "#.#", "#.#", "###"], "1": [".#.", "##.", ".#.", ".#.", "###"],
    "2": ["##.", "..#", ".#.", "#..", "###"], "3": ["##.", "..#", ".#.", "..#", "##."],
    "4": ["#.#", "#.#", "###", "..#", "..#"], "5": ["###", "#..", "##.", "..#", "##."],
    "6": [".##", "#..", "##.", "#.#", ".#."], "7": ["###", "..#", ".#.", ".#.", ".#."],
    "8": [".#.", "#.#", ".#.", "#.#", ".#."], "9": [".#.", "#.#", ".##", "..#", "##."],
    "-": ["..", "..", "##", "..", ".."], "'": ["#", "#", ".", ".", "."],
    ".": [".", ".", ".", ".", "#"], " ": ["..", "..", "..", "..", ".."],
  ]
}
