/// A line through some values, in dots of which a cell has two by four.
struct TrendLine {
  private let values: [Double?]
  private let cells: Int

  /// A line through values that stand side by side, each over so many cells; `nil` breaks it.
  init(_ values: [Double?], cellsEach cells: Int) {
    self.values = values
    self.cells = cells
  }

  /// The rows from the top down as braille characters; blank where nothing is known.
  ///
  /// The greatest value touches the top, zero the bottom. Where a value has no cell there is no line.
  func rows(_ height: Int) -> [String] {
    let known = values.compactMap(\.self)
    let columns = values.count * cells
    guard let most = known.max(), most > 0, height > 0, columns > 0 else {
      return Array(repeating: "", count: max(0, height))
    }
    var dots = [[UInt32]](repeating: Array(repeating: 0, count: columns), count: height)
    func set(_ x: Int, _ value: Double) {
      let y = Int(((1 - max(0, value) / most) * Double(height * 4 - 1)).rounded())
      guard (0..<(columns * 2)).contains(x), (0..<(height * 4)).contains(y) else { return }
      dots[y / 4][x / 2] |= Self.bit(x % 2, y % 4)
    }
    for index in values.indices {
      guard let value = values[index] else { continue }
      let x = index * cells * 2 + cells
      set(x, value)
      guard index + 1 < values.count, let next = values[index + 1] else { continue }
      let steps = cells * 2
      for step in 1..<max(2, steps) {
        set(x + step, value + (next - value) * Double(step) / Double(steps))
      }
    }
    return dots.map { row in
      var text = String.UnicodeScalarView()
      for bits in row { text.append(Unicode.Scalar(0x2800 + bits) ?? " ") }
      return String(text)
    }
  }

  /// The bit of a dot, by its column and row within a cell (Unicode, "Braille Patterns").
  private static func bit(_ x: Int, _ y: Int) -> UInt32 {
    let bits: [[UInt32]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    return bits[y][x]
  }
}
