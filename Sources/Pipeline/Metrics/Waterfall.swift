/// What became of the open deals of one pipeline from the end of one day to the end of another, per
/// currency (NUMBERS.md, "Waterfall between two days").
///
/// It counts events that stand on the last day, not deals: one lost and reopened is in both. Each
/// carries the value that the deal had at that moment; no value is 0.
public struct Waterfall: Hashable, Sendable {
  /// What an event did to the open deals.
  public enum Cause: String, CaseIterable, Hashable, Sendable {
    /// Came to be: created, its deletion taken back, or come from another pipeline or currency.
    case created
    /// Its value rose.
    case increases
    /// Its value fell.
    case decreases
    /// Won.
    case won
    /// Lost.
    case lost
    /// Ceased to be: deleted, its creation taken back, or gone to another pipeline or currency.
    case deleted
    /// Became open again: reopened, or its outcome taken back.
    case reopened

    /// Whether it adds to the open deals, takes from them, or neither.
    var deals: Int {
      switch self {
      case .created, .reopened: 1
      case .won, .lost, .deleted: -1
      case .increases, .decreases: 0
      }
    }

    /// Whether it adds to the open value or takes from it.
    var value: Int128 {
      switch self {
      case .created, .reopened, .increases: 1
      case .won, .lost, .deleted, .decreases: -1
      }
    }
  }

  /// One event, for explaining a bar.
  public struct Entry: Hashable, Sendable {
    /// What it did.
    public let cause: Cause
    /// To which deal.
    public let deal: Identifier<Deal>
    /// On which day.
    public let day: Day
    /// In which currency.
    public let currency: Currency
    /// How much came or went, in minor units; never negative.
    public let minorUnits: Int64
    /// The other pipeline or currency that the deal came from, or went to; `nil` where it did not.
    public let transfer: Transfer?

    /// Whether the deal came from, or went to, another pipeline or currency.
    public var isTransfer: Bool { transfer != nil }
  }

  /// Where a deal that changes its pipeline or its currency stood before, or stands afterwards.
  public enum Transfer: Hashable, Sendable {
    /// In another pipeline.
    case pipeline(Identifier<SalesPipeline>)
    /// In another currency of the same one.
    case currency(Currency)
  }

  /// A number of deals, or of events, and their value in minor units.
  public struct Bar: Hashable, Sendable {
    /// How many.
    public internal(set) var deals = 0
    /// Their value in minor units.
    public internal(set) var minorUnits: Int128 = 0

    mutating func add(_ minorUnits: Int64?) {
      deals += 1
      self.minorUnits += Int128(minorUnits ?? 0)
    }
  }

  /// The bars of one currency.
  public struct Flow: Hashable, Sendable {
    /// Open at the end of the first day.
    public internal(set) var start = Bar()
    /// Open at the end of the second day.
    public internal(set) var end = Bar()
    private var causes: [Cause: Bar] = [:]

    init() {}

    /// What came or went by a cause; deals count events.
    public subscript(cause: Cause) -> Bar { causes[cause] ?? Bar() }

    /// Whether start and what came and went give the end, to the last minor unit.
    ///
    /// If not, that is a bug, and to be said.
    public var closes: Bool {
      var (deals, minorUnits) = (start.deals, start.minorUnits)
      for cause in Cause.allCases {
        deals += cause.deals * self[cause].deals
        minorUnits += cause.value * self[cause].minorUnits
      }
      return deals == end.deals && minorUnits == end.minorUnits
    }

    mutating func add(_ entry: Entry) {
      causes[entry.cause, default: Bar()].add(entry.minorUnits)
    }
  }

  /// Where it starts: the end of a day, or a moment of it.
  public let start: LogPoint
  /// The day at whose end it ends.
  public let last: Day
  /// The bars per currency, by code.
  public internal(set) var byCurrency = PerCurrency<Flow>()
  /// Every event in it, by deal as handed in, then in the order of the log.
  public internal(set) var entries: [Entry] = []
  let pipeline: Identifier<SalesPipeline>

  /// The day at whose end, or in the course of which, it starts.
  public var first: Day { start.day }

  /// Follows the open deals of a pipeline between the ends of two days, `first` before `last`.
  public init(
    of histories: some Sequence<DealHistory>,
    pipeline: Identifier<SalesPipeline>,
    from first: Day,
    to last: Day
  ) {
    self.init(of: histories, pipeline: pipeline, from: .end(of: first), to: last)
  }

  /// Follows the open deals of a pipeline from a place in the log, such as the last review, to the
  /// end of a day, which may be the same one.
  public init(
    of histories: some Sequence<DealHistory>,
    pipeline: Identifier<SalesPipeline>,
    from start: LogPoint,
    to last: Day
  ) {
    self.init(of: pipeline, from: start, to: last)
    for history in histories { count(history) }
  }

  /// A waterfall of no deals.
  public init(of pipeline: Identifier<SalesPipeline>, from start: LogPoint, to last: Day) {
    self.pipeline = pipeline
    self.start = start
    self.last = last
  }

  /// Whether every currency's bars give its end.
  public var closes: Bool { byCurrency.allSatisfy(\.value.closes) }
}
