import ArgumentParser
import Pipeline

/// A time of day as it is typed, `16:30`, in minutes since midnight.
struct TimeOfDay: ExpressibleByArgument {
  /// 0 to 1,439.
  let minute: Int16

  /// Reads `16:30`, `16.30` or `4:30pm`, as the board does; `nil` for what is no time.
  init?(argument: String) {
    guard let minute = TimeParser().minute(argument) else { return nil }
    self.minute = minute
  }

  /// Minutes since midnight as `HH:MM`.
  static func text(_ minute: Int16) -> String {
    let (hours, minutes) = minute.quotientAndRemainder(dividingBy: 60)
    return (hours < 10 ? "0" : "") + "\(hours):" + (minutes < 10 ? "0" : "") + "\(minutes)"
  }
}
