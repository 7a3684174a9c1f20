public import Pipeline

/// The workspace that an import goes into.
public struct ImportContext {
  /// The pipelines in the order they were made.
  public var pipelines: [SalesPipeline]
  /// The default pipeline where it has no deal and was never changed: it gives way to the first one
  /// that an import makes.
  public var untouchedDefault: Identifier<SalesPipeline>?
  /// The currency of deals that name none.
  public var currency: Currency
  /// The day of the import.
  public var today: Day
  /// How many seconds clocks in the workspace's zone stand ahead of UTC at a moment.
  public var secondsFromUTC: (Instant) -> Int

  /// The names of people, to name an owner that an import and someone here both changed.
  public var people: [Identifier<Person>: String]

  /// Makes a context.
  public init(
    pipelines: [SalesPipeline],
    untouchedDefault: Identifier<SalesPipeline>? = nil,
    currency: Currency,
    today: Day,
    people: [Identifier<Person>: String] = [:],
    secondsFromUTC: @escaping (Instant) -> Int
  ) {
    self.pipelines = pipelines
    self.untouchedDefault = untouchedDefault
    self.currency = currency
    self.today = today
    self.people = people
    self.secondsFromUTC = secondsFromUTC
  }

  /// A stage's name, one that was put away included; `nil` for one that is not here.
  func name(of stage: Identifier<Stage>) -> String? {
    pipelines.lazy.compactMap { $0.stage(stage)?.name }.first
  }

  /// A pipeline's name; `nil` for one that is not here.
  func name(of pipeline: Identifier<SalesPipeline>) -> String? {
    pipelines.first { $0.id == pipeline }?.name
  }
}
