/// Who counts as asked, converted, failed and pending at a stage (NUMBERS.md, "Conversion between
/// stages").
public enum ConversionPolicy: String, CaseIterable, Hashable, Sendable {
  /// Asked is who got to the stage or further, or won; converted who got further, or won.
  case reached
  /// Asked is who visited the stage; converted who was in any later stage afterwards, or won.
  case touched
  /// Asked is who visited the stage; converted who went from it directly to the next.
  case strict

  /// What became of a deal at a stage.
  enum Outcome {
    case converted
    case failed
    case pending
  }

  /// What became of a deal at a stage, and the first day that makes it asked there; `nil` where it
  /// is not asked.
  func outcome(of deal: Deal, path: StagePath, at place: Int, isLast: Bool) -> (Outcome, Day)? {
    switch self {
    case .reached:
      guard path.furthest >= place || deal.status.isWon else { return nil }
      let day = path.firstDay(atOrBeyond: place) ?? deal.status.closedDay ?? deal.existsSince
      if path.furthest > place || deal.status.isWon { return (.converted, day) }
      return (deal.status.isLost ? .failed : .pending, day)
    case .touched:
      guard let day = path.firstDay(at: place) else { return nil }
      if deal.status.isWon || path.wentBeyond(place) { return (.converted, day) }
      return (deal.status.isLost ? .failed : .pending, day)
    case .strict:
      guard let day = path.firstDay(at: place) else { return nil }
      let isConverted =
        isLast ? deal.status.isWon && path.current == place : path.wentDirectly(from: place)
      if isConverted { return (.converted, day) }
      return (deal.status.isOpen && path.current == place ? .pending : .failed, day)
    }
  }
}

/// How many deals went on from a stage, of those first there in the window.
public struct Conversion: Hashable, Sendable {
  /// How many went on; from the last stage: were won.
  public internal(set) var converted = 0
  /// How many did not and will not.
  public internal(set) var failed = 0
  /// How many may still; in no denominator.
  public internal(set) var pending = 0

  /// A conversion of nothing.
  public init() {}

  /// How many were asked: converted + failed + pending.
  public var asked: Int { converted + failed + pending }

  /// Converted / (converted + failed); its ratio is `nil` where both are 0.
  public var share: Share { Share(converted, of: converted + failed) }

  /// Counts a deal with this outcome, or one fewer where `sign` is -1.
  mutating func count(_ outcome: ConversionPolicy.Outcome, sign: Int = 1) {
    switch outcome {
    case .converted: converted += sign
    case .failed: failed += sign
    case .pending: pending += sign
    }
  }
}

/// Moves to an earlier stage, counted apart from conversion.
public struct Regressions: Hashable, Sendable {
  /// How many deals went back in the window.
  public internal(set) var deals = 0
  /// How often they did.
  public internal(set) var moves = 0

  /// No regressions.
  public init() {}
}
