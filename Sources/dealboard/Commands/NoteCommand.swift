import ArgumentParser
import Pipeline

/// Writes a note on a deal.
struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Write a note on a deal.",
    discussion: "Example: dealboard note 12 \"Budget confirmed, start in May\""
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var happened: HappenedOptions

  @Argument(help: DealArgument.help)
  var deal: String

  @Argument(help: "The note.")
  var text: [String]

  func run() throws {
    guard let note = TextArgument.optional(text.joined(separator: " ")) else {
      throw CommandFailure(.usage, "The note is empty. Write something.")
    }
    try ChangeCommand(options, on: happened.day).run(deal) { deal, _ in
      .changes([.noted(note)], "note on \(deal.title)", said: "noted")
    }
  }
}
