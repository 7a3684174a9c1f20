/// Measured values of one thing.
struct Sample {
  private var values: [Double] = []

  mutating func add(_ value: Double) {
    values.append(value)
  }

  /// The middle value; 0 of none.
  var median: Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// The arithmetic mean; 0 of none.
  var mean: Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }
}
