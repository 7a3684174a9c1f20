import ArgumentParser
import Pipeline
import Store

/// Loses a deal.
struct LoseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lose",
    abstract: "Mark a deal as lost, with the reason.",
    discussion: "Example: dealboard lose 12 --reason \"Too expensive\""
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var happened: HappenedOptions

  @Argument(help: DealArgument.help)
  var deal: String

  @Option(help: "Why it was lost; an empty one says that nobody knows.")
  var reason: String

  func run() throws {
    try ChangeCommand(options, on: happened.day).run(deal) { deal, workspace in
      let typed = TextArgument.optional(reason).map(LostReason.init)
      let reason = try typed.map { $0.text(among: try workspace.store.lostReasons()) }
      return .changes(
        [.lost(reason: reason)],
        "lose \(deal.title)",
        said: "lost" + (reason.map { ": \($0)" } ?? "")
      )
    }
  }
}
