import ArgumentParser
import Pipeline

/// Plans a next step, or records something that was done.
struct ActivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "activity",
    abstract: "Plan a next step of a deal; without --due, record what was done.",
    discussion: """
      Example: dealboard activity 12 "Demo for the board" --due +3d --time 14:00 --kind meeting
      """
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var effort: ActivityOptions

  @Argument(help: DealArgument.help)
  var deal: String

  @Argument(help: "What it is about.")
  var text: [String]

  @Option(parsing: .unconditional, help: ArgumentHelp("The day it is due.", valueName: "day"))
  var due: DayArgument?

  @Option(help: ArgumentHelp("The time of day it is due, as 16:30.", valueName: "time"))
  var time: TimeOfDay?

  @Option(help: "What it is: call, meeting, mail or task; else what the first word says.")
  var kind: ActivityKindArgument?

  func run() throws {
    if time != nil, due == nil {
      throw CommandFailure(.usage, "A time needs a day. Add --due DAY.")
    }
    let minutes = try effort.checkedMinutes()
    try ChangeCommand(options).run(deal) { deal, workspace in
      let text = text.joined(separator: " ").cleaned
      let activity = Activity(
        kind: kind?.kind ?? InputWords.current.kind(of: text) ?? .task,
        text: text,
        minutes: minutes,
        cost: try effort.cost?.money(in: deal.currency)
      )
      guard let due else {
        return .changes([.activityLogged(activity)], "did for \(deal.title)", said: "recorded")
      }
      let step = PlannedStep(
        number: deal.stepsPlanned + 1,
        due: try due.day(today: workspace.today),
        minuteOfDay: time?.minute,
        activity: activity
      )
      return .changes(
        [.stepPlanned(step)],
        "plan a step of \(deal.title)",
        said: "step \(step.number) planned for \(step.due)"
      )
    }
  }
}
