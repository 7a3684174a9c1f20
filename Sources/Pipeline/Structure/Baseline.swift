/// A day that got a name, so that later figures are set against those as of it.
public struct Baseline: Hashable, Sendable {
  /// The baseline's number.
  public let id: Identifier<Baseline>
  /// The pipeline whose figures are meant.
  public let pipeline: Identifier<SalesPipeline>
  /// The name, unique within the pipeline without regard to case.
  public let name: String
  /// The day.
  public let day: Day

  /// Makes a baseline.
  public init(
    id: Identifier<Baseline>,
    pipeline: Identifier<SalesPipeline>,
    name: String,
    day: Day
  ) {
    self.id = id
    self.pipeline = pipeline
    self.name = name
    self.day = day
  }
}
