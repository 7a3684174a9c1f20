import ArgumentParser
import Interchange
import Pipeline

/// Names days, and compares the figures with those of an earlier one.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Name days, and compare the figures now with those of an earlier one.",
    discussion: "Example: dealboard baseline compare 2026-02-28",
    subcommands: [
      ListBaselines.self, SaveBaseline.self, RemoveBaseline.self, CompareBaseline.self,
    ],
    defaultSubcommand: ListBaselines.self
  )
}
