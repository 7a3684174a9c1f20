/// What is told about one deal as of a day, in a list and in its own view.
public struct DealReport: Hashable, Sendable {
  /// The deal as it was at the end of the day.
  public let deal: Deal
  /// The furthest stage that it ever stood in.
  public let furthest: Identifier<Stage>
  /// Days from creation to the day, or to the outcome; `nil` where the creation is unknown, and of a
  /// deleted deal.
  public let ageDays: Int?
  /// Days since it was last touched; `nil` where it is not open.
  public let idleDays: Int?
  /// Whether it is idle for longer than its stage allows.
  public let isStale: Bool
  /// The probability that counts; `nil` where it is not open, and where neither it nor its stage has
  /// one.
  public let probability: Probability?
  /// The day it is expected to close; `nil` where it is not open.
  public let expectedClose: Day?
  /// The stages in the order in which they were visited, repeated ones again.
  public let path: [Identifier<Stage>]
  /// The days in each stage over all visits, in the order of the first ones.
  public let timeInStage: [StageTime]
  /// Days of the present visit; `nil` where it is not open.
  public let currentStageAge: Int?

  /// Days spent in one stage.
  public struct StageTime: Hashable, Sendable {
    /// The stage.
    public let stage: Identifier<Stage>
    /// Days over all visits; 0 is a visit.
    public let days: Int
  }

  /// Tells about a deal as it was at the end of a day.
  public init(_ deal: Deal, in pipeline: SalesPipeline, asOf day: Day) {
    let stage = pipeline.stage(deal.stage)
    let isOpen = deal.status.isOpen && !deal.isDeleted
    self.deal = deal
    self.furthest = deal.furthestStage(in: pipeline)
    self.ageDays = deal.isDeleted ? nil : deal.age(on: day)
    self.idleDays = isOpen ? deal.idleDays(on: day) : nil
    self.isStale = deal.isStale(on: day, idleLimit: stage?.idleLimit)
    self.probability = isOpen ? deal.probability(in: stage) : nil
    self.expectedClose = isOpen ? deal.expectedClose : nil
    self.path = deal.visits.map(\.stage)
    self.currentStageAge = isOpen ? deal.currentVisitDays(on: day) : nil
    var seen: Set<Identifier<Stage>> = []
    self.timeInStage = deal.visits.compactMap { visit in
      guard seen.insert(visit.stage).inserted, let days = deal.days(in: visit.stage, on: day)
      else { return nil }
      return StageTime(stage: visit.stage, days: days)
    }
  }
}
