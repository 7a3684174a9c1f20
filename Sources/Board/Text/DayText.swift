public import Pipeline

/// Days as people read them, seen from today.
public enum DayText {
  private static let months: [Phrase] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let weekdays: [Phrase] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// A day near today by a word, else by its date: `today`, `Tue`, `12 Nov`, `12 Nov 27`.
  ///
  /// A name of a weekday is the nearest one to come, or where `isPast` the last one.
  public static func near(_ day: Day, today: Day, isPast: Bool = false) -> String {
    let ahead = day - today
    if ahead == 0 { return phrase("today") }
    if isPast ? (-6 ... -1).contains(ahead) : (1...6).contains(ahead) {
      return weekday(day.weekday)
    }
    return date(day, today: today)
  }

  /// A date, with the year where it is not this one: `12 Nov`, `12 Nov 27`.
  public static func date(_ day: Day, today: Day) -> String {
    let text = "\(day.dayOfMonth) \(month(day.month))"
    guard day.year != today.year else { return text }
    let year = String(day.year % 100)
    return text + " " + (year.utf8.count < 2 ? "0" + year : year)
  }

  /// A date in figures, in the way of the language: `2026-03-31`, in Dutch `31-3-2026`.
  public static func full(_ day: Day) -> String {
    day.text(in: .current)
  }

  /// The short name of a month, by its number from 1.
  static func month(_ number: Int) -> String { phrase(months[number - 1]) }

  /// The short name of a weekday.
  public static func weekday(_ weekday: Weekday) -> String {
    phrase(weekdays[weekday.rawValue - 1])
  }

  /// A time of day: `9:05`.
  public static func time(_ minuteOfDay: Int) -> String {
    let minute = minuteOfDay % 60
    return "\(minuteOfDay / 60):" + (minute < 10 ? "0" : "") + String(minute)
  }

  /// How long ago a moment was: `3 s ago`, `12 min ago`, `5 h ago`, `2 days ago`.
  static func ago(_ moment: Instant, now: Instant) -> String {
    let seconds = max(0, (now.milliseconds - moment.milliseconds) / 1_000)
    let text =
      switch seconds {
      case ..<60: phrase("\(seconds) s")
      case ..<3_600: phrase("\(seconds / 60) min")
      case ..<86_400: phrase("\(seconds / 3_600) h")
      default: FigureText.count(Int(seconds / 86_400), "day")
      }
    return phrase("\(text) ago")
  }

  /// A next step's time and text: `today 16:30 call CFO`, `Tue call`, `overdue 4d`.
  public static func step(_ step: PlannedStep, today: Day) -> String {
    let what = step.activity.text
    return when(step, today: today) + (what.isEmpty ? "" : " " + what)
  }

  /// A next step's time alone: `today 16:30`, `Tue`, `overdue 4d`.
  static func when(_ step: PlannedStep, today: Day) -> String {
    let late = today - step.due
    if late > 0 { return phrase("overdue \(late)d") }
    return near(step.due, today: today) + (step.minuteOfDay.map { " " + time(Int($0)) } ?? "")
  }
}
