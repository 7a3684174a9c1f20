/// Measured values of one thing.
struct Sample {
  private var values: [Double] = []

  mutating func add(_ value: Double) {
    values.append(value)
  }

  /// The middle value; not a number of none.
  var median: Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return .nan }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// The arithmetic mean; not a number of none.
  var mean: Double {
    values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
  }
}
