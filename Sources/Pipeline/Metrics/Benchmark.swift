/// Every figure of the benchmark, now against then (NUMBERS.md, "Now against then").
public struct Benchmark: Hashable, Sendable {
  /// One figure, then and now.
  public struct Line: Hashable, Sendable {
    /// Which figure.
    public let metric: BenchmarkMetric
    /// Then and now; money in minor units.
    public let comparison: Comparison
    /// Whether it rests on fewer than 20 cases, then or now, so that neither better nor worse is
    /// coloured from it.
    public let isThin: Bool
  }

  /// The figures: the whole pipeline, each stage, win rate and age, then each currency by code.
  public let lines: [Line]
  /// Whether the windows of the two have days in common that had come on both, which is to be said.
  public let windowsOverlap: Bool

  /// Sets figures of one pipeline against earlier ones.
  ///
  /// A currency that no deal had yet has counts and sums of 0, and no means and rates.
  public init(now: Figures, then: Figures) {
    let places = Array(now.stages.indices) + now.placesPutAway(or: then)
    let stages = places.map { BenchmarkMetric.openDealsInStage($0) }
    let currencies = Set(now.byCurrency.currencies + then.byCurrency.currencies).sorted()
    let metrics =
      [.openDeals] + stages + [.winRate, .meanAgeAtWin]
      + currencies.flatMap { currency in
        BenchmarkMetric.OfCurrency.allCases.map { .ofCurrency($0, currency) }
      }
    lines = metrics.map { metric in
      let comparison = Comparison(
        then: metric.value(in: then),
        now: metric.value(in: now),
        aim: metric.aim
      )
      let isThin = [now, then].contains { Share.isThin(metric.figure.cases(in: $0)) }
      return Line(metric: metric, comparison: comparison, isThin: isThin)
    }
    windowsOverlap = now.sharesWindow(with: then)
  }
}

extension Figures {
  /// The days of the window that have come by the as-of day, of which alone deals can have closed;
  /// `nil` where none has.
  public var pastWindow: DayRange? {
    DayRange(first: window.first, last: min(window.last, asOf))
  }

  /// Whether some day lies in both windows and had come on both days, so that what closed on it counts
  /// in both.
  public func sharesWindow(with other: Figures) -> Bool {
    guard let own = pastWindow, let others = other.pastWindow else { return false }
    return own.first <= others.last && others.first <= own.last
  }
}

/// A figure that the benchmark compares.
public enum BenchmarkMetric: Hashable, Sendable {
  /// Open deals.
  case openDeals
  /// Open deals in a stage, which counts from 0.
  case openDealsInStage(Int)
  /// Won / (won + lost), by count.
  case winRate
  /// Mean days from creation to win.
  case meanAgeAtWin
  /// A figure of one currency.
  case ofCurrency(OfCurrency, Currency)

  /// Figures that each currency has; the raw value is the name in files, without the currency.
  public enum OfCurrency: String, CaseIterable, Hashable, Sendable {
    /// Open deals.
    case openDeals = "open deals"
    /// The sum of their values.
    case openValue = "open value"
    /// Their mean value.
    case meanDealSize = "avg deal size"
    /// The sum of value × probability.
    case weightedValue = "weighted value"
    /// The mean value of won deals.
    case meanWonValue = "avg won value"
    /// Won / (won + lost), by count.
    case winRate = "win rate by count"
    /// The same by value.
    case winRateByValue = "win rate by value"
    /// Mean days from creation to win.
    case meanAgeAtWin = "mean age at win"
    /// Sales velocity.
    case velocity = "velocity per day"
  }

  /// Which way it is better: only a higher age at win is worse.
  public var aim: Comparison.Aim {
    switch self {
    case .meanAgeAtWin, .ofCurrency(.meanAgeAtWin, _): .lower
    case .openDeals, .openDealsInStage, .winRate, .ofCurrency: .higher
    }
  }

  /// What its values are counted in.
  public var unit: FigureUnit {
    switch self {
    case .openDeals, .openDealsInStage, .ofCurrency(.openDeals, _): .deals
    case .winRate, .ofCurrency(.winRate, _), .ofCurrency(.winRateByValue, _): .rate
    case .meanAgeAtWin, .ofCurrency(.meanAgeAtWin, _): .days
    case .ofCurrency(_, let currency): .money(currency)
    }
  }

  /// The name in files: `open deals in Lead In`, `avg deal size EUR`.
  public func name(in pipeline: SalesPipeline) -> String {
    switch self {
    case .openDeals: "open deals"
    case .openDealsInStage(let place):
      "open deals in \(pipeline.name(at: place) ?? "#\(place + 1)")"
    case .winRate: "win rate by count"
    case .meanAgeAtWin: "mean age at win"
    case .ofCurrency(let metric, let currency): "\(metric.rawValue) \(currency.code)"
    }
  }

  /// The figure that it is, as everything else calls it.
  public var figure: FigureName {
    switch self {
    case .openDeals: FigureName(.openDeals)
    case .openDealsInStage(let place): FigureName(.openDeals, stage: place)
    case .winRate: FigureName(.winRate)
    case .meanAgeAtWin: FigureName(.ageAtWin)
    case .ofCurrency(let metric, let currency): FigureName(metric.kind, currency: currency)
    }
  }

  /// Its value among some figures; `nil`: n/a.
  public func value(in figures: Figures) -> Ratio? {
    switch self {
    case .openDeals: return Ratio(figures.open.deals)
    case .openDealsInStage(let place):
      return figures.report(at: place).map { Ratio($0.open.deals) }
    case .winRate: return figures.winRate.ratio
    case .meanAgeAtWin: return figures.outcomes.agesAtWin.mean
    case .ofCurrency(let metric, let currency):
      guard let known = figures.byCurrency[currency] else {
        // Of a currency that no deal had yet counts and sums are 0, velocity is none of them.
        return metric == .velocity ? nil : metric.value(in: CurrencyFigures())
      }
      return metric.value(in: known)
    }
  }
}

extension BenchmarkMetric.OfCurrency {
  fileprivate var kind: FigureName.Kind {
    switch self {
    case .openDeals: .openDeals
    case .openValue: .openValue
    case .meanDealSize: .averageSize
    case .weightedValue: .weightedValue
    case .meanWonValue: .averageWon
    case .winRate: .winRate
    case .winRateByValue: .winRateByValue
    case .meanAgeAtWin: .ageAtWin
    case .velocity: .velocity
    }
  }

  func value(in figures: CurrencyFigures) -> Ratio? {
    switch self {
    case .openDeals: Ratio(figures.open.value.deals)
    case .openValue: Ratio(figures.open.value.minorUnits)
    case .meanDealSize: figures.open.value.mean
    case .weightedValue: figures.open.weighted
    case .meanWonValue: figures.closed.won.mean
    case .winRate: figures.closed.outcomes.winRate
    case .winRateByValue: figures.closed.winRateByValue
    case .meanAgeAtWin: figures.closed.outcomes.agesAtWin.mean
    case .velocity: figures.velocity.perDay
    }
  }
}
