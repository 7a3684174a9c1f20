import ArgumentParser
import Pipeline

/// A day as it is typed: `2026-03-31`, `today`, `-7d`, `+2w`, `fri`, `eom`.
///
/// Which day is meant depends on what day it is in the workspace, so that it is found later.
struct DayArgument: Hashable, ExpressibleByArgument {
  private let text: String

  /// Today itself.
  static let today = DayArgument(argument: "today")

  /// Takes any text.
  init(argument: String) {
    text = argument
  }

  /// The text, for help.
  var defaultValueDescription: String { text }

  /// The day that is meant.
  ///
  /// Throws `.usage` where the text is no day, or one that does not exist.
  func day(today: Day) throws(CommandFailure) -> Day {
    if let day = DayParser(today: today).day(text) { return day }
    throw CommandFailure(
      .usage,
      "\"\(text)\" is not a day. Write one that exists, as 2026-03-31, today or -7d."
    )
  }
}
