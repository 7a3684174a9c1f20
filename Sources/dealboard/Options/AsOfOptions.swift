import ArgumentParser
import Pipeline

/// The day that a reading command looks at.
struct AsOfOptions: ParsableArguments {
  /// The day, where one is named.
  @Option(
    name: .customLong("as-of"),
    parsing: .unconditional,
    help: ArgumentHelp(
      "Look at the end of a past day: 2026-03-31, today or -7d.",
      valueName: "day"
    )
  )
  var asOf: DayArgument = .today

  /// The day that is meant.
  ///
  /// Throws `.usage` for a day after today: what will be known then is not known yet, and ages that
  /// grow by themselves would be the only thing to change.
  func day(today: Day) throws(CommandFailure) -> Day { try asOf.dayUp(to: today) }
}

extension DayArgument {
  /// The day that is meant, today or before.
  ///
  /// Throws `.usage` for a later one, and for what is no day.
  func dayUp(to today: Day) throws(CommandFailure) -> Day {
    let day = try day(today: today)
    guard day <= today else {
      throw CommandFailure(.usage, "\(day) is after today. Name today, \(today), or a day before.")
    }
    return day
  }
}
