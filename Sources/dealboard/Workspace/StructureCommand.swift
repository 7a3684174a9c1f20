import Interchange
import Pipeline
import Store

/// What every command that edits the stages of a pipeline does around its edit.
struct StructureCommand {
  private let options: WorkspaceOptions

  /// An edit of the pipeline that options name.
  init(_ options: WorkspaceOptions) {
    self.options = options
  }

  /// Makes an edit and prints the pipeline's stages after it.
  func run(_ edit: (SalesPipeline, StructureNames) throws -> StructureEdit) throws {
    let (workspace, structure) = try OpenWorkspace.editing(options) { workspace in
      try edit(try chosenPipeline(in: workspace), workspace.names)
    }
    let pipeline = try chosenPipeline(in: workspace)
    let after = structure.pipelines.first { $0.id == pipeline.id } ?? pipeline
    try StageAnswer.print(after, json: options.json)
  }

  private func chosenPipeline(in workspace: OpenWorkspace) throws -> SalesPipeline {
    try workspace.pipeline(options.pipeline, asOf: workspace.today)
  }
}

/// Prints the stages of a pipeline.
enum StageAnswer {
  /// Prints them in board order.
  static func print(_ pipeline: SalesPipeline, json: Bool) throws {
    try Answer.print(json: json, value(pipeline)) {
      var table = TextTable([
        .numbers("#"), .words("Stage"), .numbers("Probability"), .numbers("Idle limit"),
        .numbers("Stuck limit"),
      ])
      for (place, stage) in pipeline.stages.enumerated() {
        table.add([
          StyledText("\(place + 1)", .dim),
          StyledText(stage.name),
          StyledText(stage.probability.map { "\($0.percent) %" } ?? "none"),
          StyledText(stage.idleLimit.map { "\($0)d" } ?? "none"),
          StyledText(stage.stuckLimit.map { "\($0)d" } ?? "none"),
        ])
      }
      var lines = Lines()
      lines.add(StyledText(pipeline.name, .strong))
      lines.add(table)
      return lines.text
    }
  }

  /// The stages as JSON, in the shape that `import --stages` reads.
  static func value(_ pipeline: SalesPipeline) -> JSONValue {
    .named([
      "name": .string(pipeline.name),
      "stages": .array(
        pipeline.stages.map { stage in
          .named([
            "name": .string(stage.name),
            "probability": JSONValue(stage.probability?.percent),
            "idle_limit_days": JSONValue(stage.idleLimit),
            "stuck_limit_days": JSONValue(stage.stuckLimit),
          ])
        }
      ),
    ])
  }
}
