import ArgumentParser
import Pipeline

/// Deletes a deal.
struct DeleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Delete a deal; undo brings it back.",
    discussion: "Example: dealboard delete 12"
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var happened: HappenedOptions

  @Argument(help: DealArgument.help)
  var deal: String

  func run() throws {
    try ChangeCommand(options, on: happened.day).run(deal) { deal, _ in
      .changes([.deleted], "delete \(deal.title)", said: "deleted; `dealboard undo` brings it back")
    }
  }
}
