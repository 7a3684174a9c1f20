import ArgumentParser
import Pipeline

/// Moves a deal to another stage.
struct MoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move",
    abstract: "Move a deal to another stage.",
    discussion: """
      With --pipeline the deal goes to a stage of that pipeline.

      Example: dealboard move 12 "Proposal Made"
      """
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var happened: HappenedOptions

  @Argument(help: DealArgument.help)
  var deal: String

  @Argument(help: "The stage: a name, the beginning of one, or a number from 1.")
  var stage: String

  func run() throws {
    try ChangeCommand(options, on: happened.day).run(deal) { deal, workspace in
      let names = workspace.names
      let target = try options.pipeline.map { try names.pipeline($0) }
      guard let pipeline = target ?? names.pipeline(deal.pipeline) else { return .nothing }
      let stage = try names.stage(stage, of: pipeline)
      let change: DealChange =
        pipeline.id == deal.pipeline
        ? .moved(to: stage.id) : .transferred(to: pipeline.id, stage: stage.id)
      return .changes(
        [change],
        "move \(deal.title) to \(stage.name)",
        said: "moved to \(stage.name)"
      )
    }
  }
}
