public import Pipeline

/// Which pipelines and stages an import goes into, and which it would make.
public struct ImportPlan: Hashable, Sendable {
  /// What becomes of a pipeline.
  public enum Destination: Hashable, Sendable {
    /// It is there and stays as it is.
    case existing(Identifier<SalesPipeline>)
    /// It is there and gets these stages, in this order.
    case update(Identifier<SalesPipeline>, PipelineTemplate)
    /// It is made.
    case make(PipelineTemplate)

    /// What it is to look like; `nil` where it stays as it is.
    public var template: PipelineTemplate? {
      switch self {
      case .existing: nil
      case .update(_, let template), .make(let template): template
      }
    }
  }

  /// Why a stage stands where it stands in a pipeline that is made.
  public enum Reason: Hashable, Sendable {
    /// The person who imports said so.
    case asked
    /// The description of the pipeline has it there, with all that there is to say of it.
    case described
    /// The file numbers its stages, as our own export does.
    case numbered
    /// The default pipeline has it there.
    case defaultOrder
    /// Of the deals that name it this many of so many are won; more means later.
    case winShare(won: Int, of: Int)
  }

  /// A pipeline of the file and where its deals go.
  public struct Pipeline: Hashable, Sendable {
    /// The names in the file that mean it; an empty one stands for rows that name none.
    public let fileNames: [String]
    /// Where the deals go.
    public let destination: Destination
    /// The reason for the place of each stage of `destination.template`, in the same order.
    public let reasons: [Reason]
  }

  /// The pipelines by their first appearance in the file; never empty.
  public let pipelines: [Pipeline]
  /// The default pipeline that gives way to the first one made.
  public let replaced: Identifier<SalesPipeline>?
  /// What of the options could not be followed.
  public let warnings: [ImportWarning]

  /// Whether anything is to be made or brought up to date, so that a person should be asked.
  public var changesStructure: Bool {
    pipelines.contains { $0.destination.template != nil }
  }

  /// Plans the import of a file that was looked at.
  public init(for survey: ImportSurvey, into context: ImportContext, options: ImportOptions) {
    var planner = Planner(survey: survey, context: context, options: options)
    planner.run()
    self.pipelines = planner.pipelines
    self.warnings = planner.warnings
    let makesOne = planner.pipelines.contains {
      if case .make = $0.destination { true } else { false }
    }
    let isUsed = planner.pipelines.contains { pipeline in
      switch pipeline.destination {
      case .existing(let id), .update(let id, _): id == context.untouchedDefault
      case .make: false
      }
    }
    self.replaced = makesOne && !isUsed ? context.untouchedDefault : nil
  }
}
