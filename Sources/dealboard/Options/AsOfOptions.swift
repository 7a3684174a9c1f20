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
}
