/// Rows of one table: what was measured, what it was measured against, and whether it is what it
/// should be; where it is not, what limits it.
struct Report {
  private let title: String
  private var table: Table
  private var reasons: [String] = []

  init(_ title: String) {
    self.title = title
    table = Table([title, "measured", "against", "ratio", ""])
  }

  /// Adds a measurement that may be so many times another; not a number where it was not made.
  mutating func add(
    _ name: String,
    _ value: Double,
    against other: Double,
    atMost limit: Double,
    unit: String = "ms",
    else reason: String = ""
  ) {
    let ratio = value / other
    table.add([
      name, "\(fixed(value)) \(unit)", "\(fixed(other)) \(unit)", fixed(ratio),
      verdict(ratio, atMost: limit),
    ])
    if !(ratio <= limit) { reasons.append("\(name): \(reason)") }
  }

  /// Adds a measurement that has a limit of its own.
  mutating func add(
    _ name: String,
    _ value: Double,
    atMost limit: Double,
    unit: String = "ms",
    else reason: String = ""
  ) {
    table.add([name, "\(fixed(value)) \(unit)", "", "", verdict(value, atMost: limit)])
    if value > limit { reasons.append("\(name): \(reason)") }
  }

  /// Prints the table, and under it why what is missed or not measured is.
  func show() {
    print(table.text)
    for reason in reasons where !reason.hasSuffix(": ") { print("  \(reason)") }
    print("")
  }
}
