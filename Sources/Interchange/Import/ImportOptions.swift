public import Pipeline

/// A pipeline that is yet to be made, or to be brought up to date.
public struct PipelineTemplate: Hashable, Sendable {
  /// The name, unique within the workspace without regard to case.
  public var name: String
  /// The stages in board order; never empty.
  public var stages: [StageTemplate]

  /// Makes a template.
  public init(name: String, stages: [StageTemplate]) {
    self.name = name
    self.stages = stages
  }
}

/// What the person who imports says about how.
public struct ImportOptions: Sendable {
  /// Which stages are wanted.
  public enum Stages: Hashable, Sendable {
    /// A pipeline with its stages, which everything goes into.
    case pipeline(PipelineTemplate)
    /// The order of the stages of a pipeline that is made; those not named follow.
    ///
    /// Of a file with several pipelines each takes from it the stages that it has itself.
    case order([String])
  }

  /// Which stages are wanted; `nil`: nothing is said.
  public var stages: Stages?
  /// The order of the stages of single pipelines that are made, by the pipeline's name; it goes
  /// before `stages`.
  public var stageOrders: [String: [String]] = [:]
  /// The pipeline that everything goes into, whatever the file says; made where there is none of
  /// this name.
  public var pipeline: String?
  /// Stage names of the file, and the stages that they stand for here as a person types them:
  /// `ImportSurvey.mapped`.
  public var stageMap: [String: String]
  /// How many rejections, and how many warnings, a report keeps; the others are counted.
  public var keptMessages: Int

  /// Makes options.
  public init(
    stages: Stages? = nil,
    pipeline: String? = nil,
    stageMap: [String: String] = [:],
    keptMessages: Int = 1000
  ) {
    self.stages = stages
    self.pipeline = pipeline
    self.stageMap = stageMap
    self.keptMessages = keptMessages
  }
}
