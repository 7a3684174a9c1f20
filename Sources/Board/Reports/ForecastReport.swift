public import Pipeline

/// What is expected to be booked, month by month.
public struct ForecastReport: Hashable, Sendable {
  /// The most deals of one column and currency that are listed.
  public static let dealLimit = 200

  /// The figures, with the forecast of each currency and owner.
  public let figures: Figures
  /// The open deals of each column, those of one currency together and the largest first, so many
  /// at most.
  public let deals: [ForecastColumn: [Deal]]
  /// The deals won in the as-of month up to the as-of day, in the same order.
  public let won: [Deal]
  /// Whether enough deals are due for each goal whose period is not over, those that end first first.
  public let coverages: [Coverage]
  /// How earlier expectations came out.
  public let record: ForecastRecord

  /// Lists deals beside the figures that they were counted in.
  init(
    figures: Figures,
    open: [Deal],
    won: [Deal],
    coverages: [Coverage],
    record: ForecastRecord
  ) {
    self.figures = figures
    self.record = record
    self.coverages = coverages
    // Amounts of two currencies cannot be told apart by size, so each has a list of its own.
    func largestFirst(_ deals: [Deal]) -> [Deal] {
      Dictionary(grouping: deals, by: \.currency).sorted { $0.key < $1.key }.flatMap { _, deals in
        deals.sorted { left, right in
          let values = (left.minorUnits ?? -1, right.minorUnits ?? -1)
          return values.0 == values.1 ? left.id < right.id : values.0 > values.1
        }.prefix(Self.dealLimit)
      }
    }
    deals = Dictionary(grouping: open) {
      ForecastColumn(expectedClose: $0.expectedClose, asOf: figures.asOf)
    }.mapValues(largestFirst)
    self.won = largestFirst(won)
  }
}

extension ScopedDeals {
  /// Counts what is expected, and whether it is enough for goals, and lists the deals behind it.
  func forecast(goals: [Goal]) throws(Source.Failure) -> ForecastReport {
    var figures = Figures(pipeline: pipeline, asOf: scope.asOf, window: scope.window)
    var open: [Deal] = []
    var won: [Deal] = []
    var coverages = goals.map { Coverage(of: $0, asOf: scope.asOf, window: scope.window) }
    let test = test
    let month = DayRange(first: scope.asOf.startOfMonth, last: scope.asOf)
    try source.deals(asOf: scope.asOf) { deal in
      guard test(deal) else { return }
      figures.count(deal)
      for place in coverages.indices { coverages[place].count(deal) }
      guard !deal.isDeleted else { return }
      if deal.status.isOpen { open.append(deal) }
      if case .won(let day) = deal.status, month?.contains(day) == true { won.append(deal) }
    }
    return ForecastReport(
      figures: figures,
      open: open,
      won: won,
      coverages: coverages,
      record: try forecastRecord()
    )
  }
}

/// Which number of the forecast a cell of its grid shows.
public enum ForecastRow: Hashable, Sendable {
  /// How many deals.
  case deals
  /// What is won in the month already.
  case won
  /// The value of the deals of a category.
  case category(ForecastCategory)
  /// The value of all of them.
  case open
  /// The sum of value × probability; what was omitted by hand weighs nothing.
  case weighted
  /// What is won and what is to be expected, against the goal.
  case expected
  /// The goal.
  case goal
  /// One owner's part; `nil`: what nobody owns.
  case owner(Identifier<Person>?)
}

/// A cell of the forecast's grid.
public struct ForecastPlace: Hashable, Sendable {
  /// The row.
  public var row: ForecastRow
  /// The column; several months where the far ones are folded into one.
  public var columns: [ForecastColumn]

  /// Names a cell.
  public init(_ row: ForecastRow, _ columns: [ForecastColumn]) {
    self.row = row
    self.columns = columns
  }
}

/// What the rows of owners show.
enum ForecastMeasure: String, CaseIterable, Hashable, Sendable {
  case weighted
  case open
  case commit
  case bestCase = "best case"
  case pipeline
  case deals

  /// The row of the whole pipeline that shows the same.
  var row: ForecastRow {
    switch self {
    case .weighted: .weighted
    case .open: .open
    case .commit: .category(.commit)
    case .bestCase: .category(.bestCase)
    case .pipeline: .category(.pipeline)
    case .deals: .deals
    }
  }
}
