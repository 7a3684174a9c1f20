/// One stay of a deal in a stage.
public struct StageVisit: Hashable, Sendable {
  /// Where the deal stayed.
  public let stage: Identifier<Stage>
  /// The day it came in.
  public let entered: Day
  /// Whole days spent so far, without the time closed and without what the running clock adds.
  public var days: Int32

  /// Makes a visit; `days` as counted up to the last time the clock stopped.
  public init(stage: Identifier<Stage>, entered: Day, days: Int32 = 0) {
    self.stage = stage
    self.entered = entered
    self.days = days
  }
}
