public import Pipeline

/// What a report sets its numbers against: an earlier day, perhaps with a window of its own.
public struct ReportBaseline: Hashable, Sendable {
  /// The day, at whose end the numbers were so.
  public var day: Day
  /// How it was chosen, in words: `90 days ago`, a saved baseline's name, `2025-Q4`.
  public var name: String
  /// The windows of then and now, where two periods are compared; `nil`: the same window for both,
  /// up to each day.
  public var windows: Windows?

  /// The windows of two periods that are compared.
  public struct Windows: Hashable, Sendable {
    /// The earlier period.
    public var then: Window
    /// The present one.
    public var now: Window
  }

  /// Names a day.
  public init(day: Day, name: String, windows: Windows? = nil) {
    self.day = day
    self.name = name
    self.windows = windows
  }
}

/// How a baseline is chosen; the day follows from it anew on each day.
enum BaselineChoice: Hashable, Sendable {
  /// So many days before the day that is shown.
  case daysAgo(Int)
  /// A day.
  case day(Day)
  /// A baseline that was saved under a name.
  case saved(Identifier<Baseline>)
  /// The period of a length before the one that the day lies in.
  case previous(Period.Length)
  /// The same period a year before.
  case yearBefore(Period.Length)

  /// The baseline as seen from a day; a saved one that is gone is 90 days ago again.
  func baseline(asOf day: Day, among saved: [Baseline]) -> ReportBaseline {
    switch self {
    case .daysAgo(let days):
      return ReportBaseline(day: day - days, name: Self.words(daysAgo: days))
    case .day(let other): return ReportBaseline(day: other, name: phrase("a day"))
    case .saved(let id):
      guard let baseline = saved.first(where: { $0.id == id }) else {
        return Self.standard.baseline(asOf: day, among: saved)
      }
      return ReportBaseline(day: baseline.day, name: "\"\(baseline.name)\"")
    case .previous(let length):
      return Self.compare(Period(length, containing: day), with: { $0.previous }, asOf: day)
    case .yearBefore(let length):
      return Self.compare(
        Period(length, containing: day),
        with: { Period(length, containing: $0.first.adding(months: -12)) },
        asOf: day
      )
    }
  }

  /// 90 days ago.
  static let standard = BaselineChoice.daysAgo(90)

  private static func words(daysAgo days: Int) -> String {
    days == 365 ? phrase("a year ago") : phrase("\(FigureText.count(days, "day")) ago")
  }

  private static func compare(
    _ present: Period,
    with earlier: (Period) -> Period,
    asOf day: Day
  ) -> ReportBaseline {
    let earlier = earlier(present)
    return ReportBaseline(
      day: earlier.last,
      name: phrase("\(present) against \(earlier)"),
      windows: ReportBaseline.Windows(then: .period(earlier), now: .period(present))
    )
  }
}
