/// A table of measurements, printed as plain text.
struct Table {
  private var rows: [[String]]

  init(_ header: [String]) {
    rows = [header]
  }

  mutating func add(_ row: [String]) {
    rows.append(row)
  }

  /// The rows with aligned columns: the first to the left, numbers to the right.
  var text: String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + blanks : blanks + cell
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}

/// A number with a fixed count of decimals.
func fixed(_ value: Double, _ decimals: Int = 2) -> String {
  guard value.isFinite else { return "-" }
  var scale = 1.0
  for _ in 0..<decimals { scale *= 10 }
  let rounded = Int((value * scale).rounded())
  guard decimals > 0 else { return String(rounded) }
  let fraction = String(abs(rounded) % Int(scale))
  let padded = String(repeating: "0", count: decimals - fraction.count) + fraction
  return "\(rounded < 0 ? "-" : "")\(abs(rounded) / Int(scale)).\(padded)"
}

/// What a measurement came to against the most it may be.
func verdict(_ value: Double, atMost limit: Double) -> String {
  guard value.isFinite else { return "NOT MEASURED (≤ \(fixed(limit)))" }
  return "\(value <= limit ? "met" : "MISSED") (≤ \(fixed(limit)))"
}
