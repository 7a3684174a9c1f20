/// In which stage the money goes (NUMBERS.md, "Effort"): deal-days, value lost, and what activities
/// took, stage by stage.
public struct Effort: Hashable, Sendable {
  /// The pipeline.
  public let pipeline: SalesPipeline
  /// The day that everything is as of.
  public let asOf: Day
  /// The days of the window.
  public let window: DayRange
  /// The effort of each stage in board order.
  public private(set) var stages: [StageEffort]
  private let hours: [Identifier<Person>: Money]

  /// No effort; `people` say what an hour of theirs costs.
  public init(
    of pipeline: SalesPipeline,
    people: [Person],
    asOf day: Day,
    window: Window = .standard
  ) {
    self.pipeline = pipeline
    self.asOf = day
    self.window = window.days(asOf: day)
    self.stages = pipeline.stages.map { _ in StageEffort() }
    self.hours = people.reduce(into: [:]) { $0[$1.id] = $1.hourlyCost }
  }

  /// Counts one deal's history.
  ///
  /// An activity counts for the stage in which the deal stood then, and costs an hour of whoever
  /// owned the deal then. What was done while the deal was closed belongs to no stage.
  public mutating func count(_ history: DealHistory) {
    if let deal = history.deal(asOf: asOf) { count(history, as: deal) }
  }

  /// Counts one deal's history, of which the deal as of the as-of day is at hand.
  mutating func count(_ history: DealHistory, as deal: Deal) {
    guard deal.pipeline == pipeline.id, !deal.isDeleted else { return }
    var isCounted = stages.map { _ in false }
    for place in stages.indices {
      let stage = pipeline.stages[place].id
      guard let first = deal.firstDay(in: stage), window.contains(first) else { continue }
      isCounted[place] = true
      stages[place].deals += 1
      stages[place].dealDays += deal.days(in: stage, on: asOf) ?? 0
      if !(deal.status.isOpen && deal.stage == stage) { stages[place].left += 1 }
      if deal.status.isWon { stages[place].won += 1 }
    }
    countLoss(of: deal)
    countActivities(of: history, isCounted)
  }

  /// Whether a deal was lost in the window while it stood in a stage.
  func isLost(_ deal: Deal, in stage: Identifier<Stage>) -> Bool {
    guard case .lost(let day, _) = deal.status else { return false }
    return deal.stage == stage && window.contains(day)
  }

  private mutating func countLoss(of deal: Deal) {
    guard isLost(deal, in: deal.stage), let place = pipeline.position(of: deal.stage) else {
      return
    }
    stages[place].lost += 1
    stages[place].lostValue.update(deal.currency, from: ValueTotals()) {
      $0.add(deal.minorUnits, sign: 1)
    }
  }

  private mutating func countActivities(of history: DealHistory, _ isCounted: [Bool]) {
    var stage: Identifier<Stage>?
    var owner: Identifier<Person>?
    var isOpen = true
    for event in history.standing(asOf: asOf) {
      switch event.change {
      case .created(let draft):
        owner = draft.owner
        stage = draft.stage
      case .moved(let target), .transferred(_, let target): stage = target
      case .ownerSet(let person): owner = person
      case .won, .lost, .deleted: isOpen = false
      case .reopened: isOpen = true
      case .activityLogged(let activity), .stepDone(_, let activity):
        guard isOpen, let place = stage.flatMap({ pipeline.position(of: $0) }), isCounted[place]
        else { continue }
        stages[place].add(activity, hour: owner.flatMap { hours[$0] })
      case .enteredStage, .retitled, .valued, .probabilitySet, .expectedCloseSet, .organizationSet,
        .contactSet, .labelled, .categorySet, .noted, .longNotesSet, .stepPlanned, .stepDropped,
        .snoozed,
        .updatedAtSource, .undone:
        break
      }
    }
  }
}
