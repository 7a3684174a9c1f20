/// Counts the open deals of one pipeline that are handed in one after the other, each once: by stage
/// and owner, which is what stages, owners and the whole add up from.
public struct OpenDealCounter: Sendable {
  private let pipeline: SalesPipeline
  private let day: Day
  private let window: DayRange
  /// The numbers of the stages on the board and of those that were put away, side by side: each deal
  /// is looked up by its stage.
  private let stages: [Identifier<Stage>]
  /// The owners so far, side by side: a team is small enough to look through.
  private var owners: [Identifier<Person>?] = []
  /// What each owner's deals in each stage add up to, and in a last one those that stand in no stage
  /// of the pipeline; owner by owner.
  private var cells: [OpenDeals] = []
  /// The days that open deals spent in each stage which they have left.
  private var daysOfThoseWhoLeft: [DayHistogram]

  /// A counter of the deals of a pipeline on a day; stays count that began in `window`.
  public init(pipeline: SalesPipeline, day: Day, window: DayRange) {
    self.pipeline = pipeline
    self.day = day
    self.window = window
    stages = (pipeline.stages + pipeline.archivedStages).map(\.id)
    daysOfThoseWhoLeft = pipeline.stages.map { _ in DayHistogram() }
  }

  /// Counts an open deal of the pipeline that is not deleted.
  public mutating func add(_ deal: Deal) {
    let place = stages.firstIndex(of: deal.stage)
    let stage = place.flatMap { pipeline.stage(at: $0) }
    cells[start(of: deal.owner) + (place ?? stages.count)].add(
      deal,
      stage: stage,
      isStale: deal.isStale(on: day, idleLimit: stage?.idleLimit),
      on: day,
      sign: 1
    )
    deal.forEachStageLeft(on: day) { stage, firstDay, days in
      guard window.contains(firstDay), let place = stages.firstIndex(of: stage),
        daysOfThoseWhoLeft.indices.contains(place)
      else { return }
      daysOfThoseWhoLeft[place].add(days)
    }
  }

  /// Counts what another counter of the same pipeline, day and window has counted.
  mutating func add(_ other: OpenDealCounter) {
    for (index, owner) in other.owners.enumerated() {
      let (start, otherStart) = (start(of: owner), index * cellsPerOwner)
      for place in 0..<cellsPerOwner { cells[start + place].add(other.cells[otherStart + place]) }
    }
    for place in daysOfThoseWhoLeft.indices {
      daysOfThoseWhoLeft[place].add(other.daysOfThoseWhoLeft[place])
    }
  }

  /// The live figures of the deals so far, and of closed ones of which the totals are known
  /// (NUMBERS.md, "The four").
  public func figures(closed: ClosedTotals = ClosedTotals()) -> LiveFigures {
    var figures = LiveFigures(pipeline: pipeline, day: day, window: window, closed: closed)
    for (index, owner) in owners.enumerated() {
      let start = index * cellsPerOwner
      var owned = OpenDeals()
      for place in 0..<cellsPerOwner {
        let cell = cells[start + place]
        owned.add(cell)
        let away = place - figures.stages.count
        if away < 0 {
          figures.stages[place].open.add(cell)
        } else if figures.putAway.indices.contains(away) {
          figures.putAway[away].add(cell)
        }
      }
      figures.open.add(owned)
      figures.owners[owner] = owned
    }
    for place in daysOfThoseWhoLeft.indices {
      figures.stages[place].daysOfThoseWhoLeft.add(daysOfThoseWhoLeft[place])
    }
    return figures
  }

  private var cellsPerOwner: Int { stages.count + 1 }

  private mutating func start(of owner: Identifier<Person>?) -> Int {
    if let index = owners.firstIndex(of: owner) { return index * cellsPerOwner }
    owners.append(owner)
    cells.append(contentsOf: repeatElement(OpenDeals(), count: cellsPerOwner))
    return cells.count - cellsPerOwner
  }
}
