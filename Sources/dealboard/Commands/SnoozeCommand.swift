import ArgumentParser
import Pipeline

/// Puts a deal aside until a day.
struct SnoozeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze",
    abstract: "Put a deal aside until a day, perhaps with a word why.",
    discussion: """
      Until then no list of what needs attention names it; no clock stops. --off takes it up again.

      Example: dealboard snooze 12 +1w waits for budget
      """
  )

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: DealArgument.help)
  var deal: String

  @Argument(
    help: ArgumentHelp("The day, after today: +1w, fri, 2026-04-30.", valueName: "day")
  )
  var day: DayArgument?

  @Argument(help: "Why.")
  var reason: [String] = []

  @Flag(help: "Take the deal up again.")
  var off = false

  func validate() throws {
    if off, day != nil {
      throw ValidationError("--off takes the deal up again, so it takes no day. Leave one out.")
    }
    if !off, day == nil {
      throw ValidationError("Say until which day, as +1w; --off takes the deal up again.")
    }
  }

  func run() throws {
    try ChangeCommand(options).run(deal) { deal, workspace in
      guard let day else {
        guard deal.snoozedUntil != nil else { return .nothing }
        return .changes(
          [.snoozed(until: nil, reason: nil)],
          "take \(deal.title) up again",
          said: "taken up again"
        )
      }
      let until = try day.dayAfter(workspace.today)
      let reason = TextArgument.optional(reason.joined(separator: " "))
      return .changes(
        [.snoozed(until: until, reason: reason)],
        "put \(deal.title) aside until \(until)",
        said: "put aside until \(until)" + (reason.map { ": \($0)" } ?? "")
      )
    }
  }
}

/// Keeps a deal as it is, with a word why.
struct KeepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keep",
    abstract: "Keep a deal as it is, with a word why, and look again later.",
    discussion: """
      It is what a pipeline review does with a deal that needs nothing now: until the day, which is \
      a week from today where none is named, no list of what needs attention names it.

      Example: dealboard keep 12 waits for budget --until 2026-06-15
      """
  )

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: DealArgument.help)
  var deal: String

  @Argument(help: "Why.")
  var reason: [String]

  @Option(help: ArgumentHelp("The day to look again, after today.", valueName: "day"))
  var until: DayArgument?

  func run() throws {
    try ChangeCommand(options).run(deal) { deal, workspace in
      guard let why = TextArgument.optional(reason.joined(separator: " ")) else {
        throw CommandFailure(.usage, "Say in a word why it is kept.")
      }
      // A week, as on the board.
      let day = try until?.dayAfter(workspace.today) ?? workspace.today + 7
      return .changes(
        [.snoozed(until: day, reason: why, isKept: true)],
        "keep \(deal.title): \(why)",
        said: "kept until \(day): \(why)"
      )
    }
  }
}

extension DayArgument {
  /// The day that is meant, after today.
  ///
  /// Throws `.usage` for today and days before, and for what is no day.
  func dayAfter(_ today: Day) throws(CommandFailure) -> Day {
    let day = try day(today: today)
    guard day > today else {
      throw CommandFailure(.usage, "\(day) is not after today. Name a later day, as +1w.")
    }
    return day
  }
}
