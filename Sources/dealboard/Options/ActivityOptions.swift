import ArgumentParser
import Pipeline

/// What an activity took.
struct ActivityOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The minutes it takes, else the usual ones of its kind."))
  var minutes: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What it costs beyond time, such as \"EUR 120\".", valueName: "amount")
  )
  var cost: AmountArgument?

  /// The minutes; `nil` where none are given.
  ///
  /// Throws `.usage` below zero and above a year.
  func checkedMinutes() throws(CommandFailure) -> Int32? {
    guard let minutes else { return nil }
    guard 0...525_600 ~= minutes else {
      throw CommandFailure(.usage, "\(minutes) minutes are none that fit. Write 0 to 525600.")
    }
    return Int32(minutes)
  }
}

/// A kind of activity as it is typed.
struct ActivityKindArgument: ExpressibleByArgument {
  /// The kind.
  let kind: ActivityKind

  /// Reads a kind's name; `nil` for others.
  init?(argument: String) {
    guard let kind = ActivityKind(rawValue: argument.lowercased()) else { return nil }
    self.kind = kind
  }

  /// The names, for help and completions.
  static var allValueStrings: [String] { ActivityKind.allCases.map(\.rawValue) }
}
