import ArgumentParser

/// A deal as it is named on the command line.
enum DealArgument {
  /// What help says of it.
  static let help = ArgumentHelp(
    "The deal: its number, or the beginning of its title.",
    valueName: "id"
  )
}

/// The day that a change happened.
struct HappenedOptions: ParsableArguments {
  /// The day, where one is named.
  @Option(
    name: .customLong("on"),
    parsing: .unconditional,
    help: ArgumentHelp(
      "The day it happened, where that was not today; not before the deal's last event.",
      valueName: "day"
    )
  )
  var day: DayArgument = .today
}
