import ArgumentParser

/// A time of day as it is typed, `16:30`, in minutes since midnight.
struct TimeOfDay: ExpressibleByArgument {
  /// 0 to 1,439.
  let minute: Int16

  /// Reads `H:MM` or `HH:MM`; `nil` for anything else.
  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, 1...2 ~= parts[0].count, parts[1].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { 48...57 ~= $0 } }),
      let hours = Int16(parts[0]), let minutes = Int16(parts[1]), hours < 24, minutes < 60
    else { return nil }
    minute = hours * 60 + minutes
  }

  /// Minutes since midnight as `HH:MM`.
  static func text(_ minute: Int16) -> String {
    let (hours, minutes) = minute.quotientAndRemainder(dividingBy: 60)
    return (hours < 10 ? "0" : "") + "\(hours):" + (minutes < 10 ? "0" : "") + "\(minutes)"
  }
}
