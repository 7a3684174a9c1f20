/// Why an open deal needs a decision in the review.
public enum ReviewReason: Hashable, Sendable {
  /// One of the three clocks of NUMBERS.md says so.
  case clock(AttentionReason)
  /// The day of its expected close passed so many days ago.
  case closePassed(days: Int)
  /// It has no value.
  case noValue
  /// Its own probability is far from what became of the deals that reached its stage.
  case atOdds(Probability, record: Share)

  /// Which reason it is, without its numbers.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The next step is overdue.
    case overdue
    /// Untouched for longer than the stage allows.
    case stale
    /// In its stage for longer than that allows.
    case stuck
    /// The expected close passed.
    case closePassed = "close_passed"
    /// Nothing is planned.
    case noNextStep = "no_next_step"
    /// Without a value.
    case noValue = "no_value"
    /// Its probability is at odds with the stage's record.
    case atOdds = "probability_at_odds"
  }

  /// Which reason it is.
  public var kind: Kind {
    switch self {
    case .clock(.overdue): .overdue
    case .clock(.stale): .stale
    case .clock(.stuck): .stuck
    case .clock(.noNextStep): .noNextStep
    case .closePassed: .closePassed
    case .noValue: .noValue
    case .atOdds: .atOdds
    }
  }

  /// How many days it is past what it should be; 0 for what no clock measures.
  public var daysPast: Int {
    switch self {
    case .clock(let reason): reason.daysPast
    case .closePassed(let days): days
    case .noValue, .atOdds: 0
    }
  }

  /// Whether it is the worse of two reasons: by days past, then in the order of `Kind`.
  func isWorse(than other: ReviewReason) -> Bool {
    if daysPast != other.daysPast { return daysPast > other.daysPast }
    let kinds = Kind.allCases
    return kinds.firstIndex(of: kind) ?? 0 < kinds.firstIndex(of: other.kind) ?? 0
  }
}

extension Deal {
  /// The deal's own probability against its stage's record; `nil` where they agree, and where either
  /// is missing.
  ///
  /// They are at odds where the probability lies outside the record's 95 % range and more than 20
  /// points from the share won itself, of 20 deals or more: with thousands of deals the range alone
  /// would call a good guess wrong.
  func probabilityAtOdds(with record: Share?) -> ReviewReason? {
    guard let own = probability, let record, record.whole >= StageSuggestion.fewestCases,
      let range = record.range
    else { return nil }
    let chance = Double(own.percent) / 100
    let share = Double(record.part) / Double(record.whole)
    guard !range.contains(chance), abs(chance - share) > 0.2 else { return nil }
    return .atOdds(own, record: record)
  }
}
