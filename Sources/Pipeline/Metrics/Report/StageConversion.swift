/// How the deals that came to a stage went on from it, under one policy.
///
/// Each deal counts once; who went forward and back again is a regression, counted apart.
public struct StageConversion: Hashable, Sendable {
  /// The stage.
  public let stage: Stage
  /// How many went on.
  public internal(set) var converted = 0
  /// How many did not and will not.
  public internal(set) var failed = 0
  /// How many may still; in no denominator.
  public internal(set) var pending = 0

  init(_ stage: Stage) {
    self.stage = stage
  }

  /// How many came to the stage.
  public var reached: Int { converted + failed + pending }

  /// Converted / (converted + failed); `nil` where both are 0.
  public var rate: Ratio? { Ratio(converted, of: converted + failed) }
}

/// Moves to an earlier stage, by the board's present order.
public struct Regressions: Hashable, Sendable {
  /// How many deals went back at least once.
  public internal(set) var deals = 0
  /// How many moves back there were.
  public internal(set) var moves = 0

  mutating func add(_ deal: Deal, in pipeline: SalesPipeline, window: DayRange) {
    let places = deal.visits.map { (place: pipeline.position(of: $0.stage), day: $0.entered) }
    let back = zip(places, places.dropFirst()).count { from, to in
      guard let start = from.place, let end = to.place else { return false }
      return end < start && window.contains(to.day)
    }
    moves += back
    if back > 0 { deals += 1 }
  }
}
