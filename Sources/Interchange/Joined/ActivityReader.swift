internal import Pipeline

/// A row of an export of activities, read into values.
struct ActivityRow {
  var activity: Activity
  /// The day it was done; `nil` while it is to be done.
  var done: Day?
  var due: Day?
  var minuteOfDay: Int16?
  var added: Day?
}

/// Reads the rows of activities and notes, or says what is wrong with them.
struct ActivityReader {
  private let columns: JoinedColumns
  private let today: Day
  private let dates: DateText

  init(columns: JoinedColumns, context: ImportContext) {
    self.columns = columns
    today = context.today
    var dates = DateText(secondsFromUTC: context.secondsFromUTC)
    dates.allowsMinutes = true
    self.dates = dates
  }

  /// The day in a column; `nil` where the row has none.
  func day(_ column: JoinedColumn, _ row: CSVReader) throws(RowFault) -> Day? {
    guard let text = columns.text(column, in: row) else { return nil }
    do {
      return try dates.day(text)
    } catch {
      throw RowFault(error, text: text)
    }
  }

  /// The text of a note, without markup.
  func note(_ row: CSVReader) throws(RowFault) -> String {
    let text = PlainText.note(columns.text(.text, in: row) ?? "")
    guard !text.isEmpty else {
      throw RowFault(code: "empty_note", "the note is empty. Leave the row out.")
    }
    return text
  }

  /// The activity that a row tells.
  func activity(_ row: CSVReader) throws(RowFault) -> ActivityRow {
    let due = try day(.due, row)
    let doneTime = try day(.doneTime, row)
    let added = try day(.added, row)
    let isDone = try isDone(row) ?? (doneTime != nil)
    let subject = columns.text(.subject, in: row)
    let note = PlainText.note(columns.text(.text, in: row) ?? "")
    return ActivityRow(
      activity: Activity(
        kind: columns.text(.kind, in: row).flatMap(ActivityKind.init(named:)) ?? .task,
        text: [subject ?? "", note].filter { !$0.isEmpty }.joined(separator: ": "),
        minutes: try minutes(row)
      ),
      done: isDone ? doneTime ?? due ?? added ?? today : nil,
      due: due,
      minuteOfDay: try minuteOfDay(row),
      added: added
    )
  }

  /// Whether the row says that it is done; `nil` where it does not say.
  private func isDone(_ row: CSVReader) throws(RowFault) -> Bool? {
    guard let text = columns.text(.done, in: row) else { return nil }
    switch FoldedName(text).text {
    case "done", "true", "yes", "1": return true
    case "to do", "todo", "to-do", "undone", "not done", "false", "no", "0", "open": return false
    default: throw .unknownDone(text)
    }
  }

  private func minutes(_ row: CSVReader) throws(RowFault) -> Int32? {
    guard let text = columns.text(.duration, in: row) else { return nil }
    guard let minutes = Self.clock(text, hours: 0...8_760) else { throw .invalidTime(text) }
    return minutes == 0 ? nil : Int32(minutes)
  }

  private func minuteOfDay(_ row: CSVReader) throws(RowFault) -> Int16? {
    guard let text = columns.text(.dueTime, in: row) else { return nil }
    guard let minute = Self.clock(text, hours: 0...23) else { throw .invalidTime(text) }
    return Int16(minute)
  }

  /// The minutes of `HH:MM` or `HH:MM:SS`; `nil` for anything else.
  private static func clock(_ text: String, hours: ClosedRange<Int>) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard 2...3 ~= parts.count,
      parts.allSatisfy({ 1...4 ~= $0.utf8.count && $0.utf8.allSatisfy { 48...57 ~= $0 } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), hours.contains(hour), minute < 60
    else { return nil }
    return hour * 60 + minute
  }
}

extension RowFault {
  static func unknownDone(_ text: String) -> RowFault {
    RowFault(
      code: "unknown_status",
      "\"\(text.shortened(to: 60))\" does not say whether it is done. Write Done or To do."
    )
  }

  static func invalidTime(_ text: String) -> RowFault {
    RowFault(
      code: "invalid_time",
      "\"\(text.shortened(to: 60))\" is not a time. Write hours and minutes as 09:30."
    )
  }
}
