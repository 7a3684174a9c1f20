import ArgumentParser
import Pipeline

/// Marks a planned step as done.
struct DoneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "done",
    abstract: "Mark a deal's next step as done.",
    discussion: "Example: dealboard done 12 --minutes 45 --text \"They want an offer\""
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var effort: ActivityOptions
  @OptionGroup var happened: HappenedOptions

  @Argument(help: DealArgument.help)
  var deal: String

  @Option(help: ArgumentHelp("The step's number, where it is not the next.", valueName: "number"))
  var step: Int32?

  @Option(help: "What came of it.")
  var text: String?

  func run() throws {
    let minutes = try effort.checkedMinutes()
    try ChangeCommand(options, on: happened.day).run(deal) { deal, _ in
      let planned = try find(in: deal)
      var activity = planned.activity
      activity.minutes = minutes ?? activity.minutes
      activity.cost = try effort.cost?.money(in: deal.currency) ?? activity.cost
      if let text { activity.text = text.cleaned }
      return .changes(
        [.stepDone(planned.number, activity)],
        "do a step of \(deal.title)",
        said: "step \(planned.number) done"
      )
    }
  }

  private func find(in deal: Deal) throws(CommandFailure) -> PlannedStep {
    guard let first = deal.nextStep else {
      throw CommandFailure(
        .usage,
        "\(deal.title) has no step planned. Record what was done with `dealboard activity`."
      )
    }
    guard let step else { return first }
    guard let planned = deal.steps.first(where: { $0.number == step }) else {
      let numbers = deal.steps.map { "\($0.number)" }.joined(separator: ", ")
      throw CommandFailure(
        .usage,
        "\(deal.title) has no step \(step) planned. There are: \(numbers)."
      )
    }
    return planned
  }
}
