import ArgumentParser
import Interchange
import Pipeline
import Store

/// Looks after pipelines.
struct PipelinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pipelines",
    abstract: "List, add and rename pipelines.",
    discussion: "Example: dealboard pipelines add Partners --stages 'Lead,Proposal,Contract'",
    subcommands: [ListPipelines.self, AddPipeline.self, RenamePipeline.self],
    defaultSubcommand: ListPipelines.self
  )
}

/// Lists pipelines.
struct ListPipelines: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the pipelines with their stages.",
    discussion: "Example: dealboard pipelines list --json"
  )

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let workspace = try OpenWorkspace.reading(options)
    try PipelineAnswer.print(workspace.structure.pipelines, json: options.json)
  }
}

/// Adds a pipeline.
struct AddPipeline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a pipeline, with the five default stages unless --stages names others.",
    discussion: "Example: dealboard pipelines add Partners --stages 'Lead,Proposal,Contract'"
  )

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: "Its name.")
  var name: String

  @Option(help: ArgumentHelp("Its stages in order, set apart by commas.", valueName: "names"))
  var stages: String?

  func run() throws {
    let names = stages?.split(separator: ",").map { String($0).cleaned }.filter { !$0.isEmpty }
    if let names, names.isEmpty {
      throw CommandFailure(.usage, "--stages names no stage. Write them as 'A,B,C'.")
    }
    let templates = names?.map { name in
      StageTemplate.defaults.first { $0.name.lowercased() == name.lowercased() }
        ?? StageTemplate(name: name)
    }
    let edit = StructureEdit.addPipeline(
      name: name.cleaned,
      stages: templates ?? StageTemplate.defaults
    )
    let after = try OpenWorkspace.editing(options) { _ in edit }.after
    try PipelineAnswer.print(after.pipelines, json: options.json)
  }
}

/// Renames a pipeline.
struct RenamePipeline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Give a pipeline another name.",
    discussion: "Example: dealboard pipelines rename Sales \"New business\""
  )

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: "The pipeline.")
  var name: String

  @Argument(help: "Its new name.")
  var newName: String

  func run() throws {
    let after = try OpenWorkspace.editing(options) { workspace in
      .renamePipeline(try workspace.names.pipeline(name).id, newName.cleaned)
    }.after
    try PipelineAnswer.print(after.pipelines, json: options.json)
  }
}

/// Prints pipelines.
enum PipelineAnswer {
  /// Prints them in the order they were made.
  static func print(_ pipelines: [SalesPipeline], json: Bool) throws {
    try Answer.print(json: json, .array(pipelines.map(StageAnswer.value))) {
      var table = TextTable([.words("Pipeline"), .words("Stages")])
      for pipeline in pipelines {
        table.add([
          StyledText(pipeline.name, .strong),
          StyledText(pipeline.stages.map(\.name).joined(separator: ", ")),
        ])
      }
      var lines = Lines()
      lines.add(table)
      return lines.text
    }
  }
}
