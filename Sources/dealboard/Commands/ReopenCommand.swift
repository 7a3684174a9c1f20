import ArgumentParser
import Pipeline

/// Reopens a closed deal.
struct ReopenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen",
    abstract: "Open a won or lost deal again, in the stage it was in.",
    discussion: "Example: dealboard reopen 12"
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var happened: HappenedOptions

  @Argument(help: DealArgument.help)
  var deal: String

  func run() throws {
    try ChangeCommand(options, on: happened.day).run(deal) { deal, workspace in
      let stage = workspace.names.name(of: deal.stage)
      return .changes([.reopened], "reopen \(deal.title)", said: "open again in \(stage)")
    }
  }
}
