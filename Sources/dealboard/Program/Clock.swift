import Glibc
import Pipeline

/// The present moment, and the day that counts as today.
struct Clock: Sendable {
  /// The zone whose calendar days are of.
  let zone: LocalTime
  /// The day that DEALBOARD_TODAY names; today then stands still.
  private let fixedToday: Day?

  /// A clock of a zone.
  ///
  /// Throws a failure where DEALBOARD_TODAY is no day.
  init(zone: LocalTime) throws(CommandFailure) {
    self.zone = zone
    guard let text = Environment["DEALBOARD_TODAY"] else {
      fixedToday = nil
      return
    }
    guard let day = Day(text) else {
      throw CommandFailure(
        .usage,
        "DEALBOARD_TODAY is \"\(text)\", which is not a day. Write it as 2026-03-31, or unset it."
      )
    }
    fixedToday = day
  }

  /// The day that counts as today.
  var today: Day { fixedToday ?? zone.day(of: Self.now) }

  /// The present moment.
  static var now: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
