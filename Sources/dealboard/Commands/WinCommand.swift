import ArgumentParser
import Pipeline

/// Wins a deal.
struct WinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "win",
    abstract: "Mark a deal as won.",
    discussion: "Example: dealboard win 12 --value 48000 --on 2026-03-31"
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var happened: HappenedOptions

  @Argument(help: DealArgument.help)
  var deal: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The final value, where it differs.", valueName: "amount")
  )
  var value: AmountArgument?

  func run() throws {
    try ChangeCommand(options, on: happened.day).run(deal) { deal, _ in
      var changes: [DealChange] = []
      if let money = try value?.money(in: deal.currency), money != deal.value {
        changes.append(.valued(money.minorUnits, money.currency))
      }
      return .changes(changes + [.won], "win \(deal.title)", said: "won")
    }
  }
}
