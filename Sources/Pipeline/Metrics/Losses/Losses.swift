/// The deals lost in a window by reason and by the stage they stood in (NUMBERS.md, "Volume, losses,
/// upsell").
///
/// Population: the deals of one pipeline whose latest outcome on the as-of day is a loss in the
/// window, with their latest values. Nothing lost: no rows.
public struct Losses: Hashable, Sendable {
  /// Some lost deals.
  public struct Row: Hashable, Sendable {
    /// How many.
    public internal(set) var deals = 0
    /// Their values by currency.
    public internal(set) var byCurrency = PerCurrency<ValueTotals>()

    mutating func add(_ deal: Deal) {
      deals += 1
      byCurrency.update(deal.currency, from: ValueTotals()) { $0.add(deal.minorUnits, sign: 1) }
    }
  }

  /// The pipeline.
  public let pipeline: SalesPipeline
  /// The days in which the deals were lost.
  public let window: DayRange
  /// All of them.
  public private(set) var whole = Row()
  private var reasons: [LostReason?: Row] = [:]
  private var stages: [Identifier<Stage>: Row] = [:]

  /// No losses.
  public init(of pipeline: SalesPipeline, asOf day: Day, window: Window = .standard) {
    self.pipeline = pipeline
    self.window = window.days(asOf: day)
  }

  /// Counts a deal as it was at the end of the as-of day.
  public mutating func count(_ deal: Deal) {
    guard deal.pipeline == pipeline.id, !deal.isDeleted,
      case .lost(let day, let reason) = deal.status, window.contains(day)
    else { return }
    whole.add(deal)
    reasons[reason.map(LostReason.init), default: Row()].add(deal)
    stages[deal.stage, default: Row()].add(deal)
  }

  /// What a group of them comes to.
  public func row(of group: LossGroup) -> Row {
    switch group {
    case .all: whole
    case .reason(let reason): reasons[reason] ?? Row()
    case .stage(let stage): stages[stage] ?? Row()
    }
  }

  /// How many of all lost deals are in a group.
  public func share(of group: LossGroup) -> Share {
    Share(row(of: group).deals, of: whole.deals)
  }

  /// By the reason that was given, the most frequent first, then by name; `nil`: none was given.
  ///
  /// A reason that was written in several ways is called as in the first deal that came.
  public var byReason: [(reason: LostReason?, row: Row)] {
    reasons.map { (reason: $0.key, row: $0.value) }.sorted { left, right in
      if left.row.deals != right.row.deals { return left.row.deals > right.row.deals }
      guard let leftReason = left.reason, let rightReason = right.reason else {
        return left.reason != nil
      }
      return leftReason.text < rightReason.text
    }
  }

  /// By the stage that they stood in, in board order, those without a loss too; last those lost in
  /// stages that were put away.
  public var byStage: [(stage: Stage, row: Row)] {
    let archived = pipeline.archivedStages.filter { stages[$0.id] != nil }.sorted { $0.id < $1.id }
    return (pipeline.stages + archived).map { (stage: $0, row: stages[$0.id] ?? Row()) }
  }
}
