internal import Pipeline

/// Takes the rows of Pipedrive's exports of activities and notes: each goes to the timeline of the
/// deal that it belongs to.
///
/// What the log has already is unchanged, so that a later export brings only what is new. A deal's
/// log goes on in the order of its days: what happened before its last event is dated by that one,
/// with its own day in front of its text.
final class JoinedImporter: LineImporter {
  /// Beyond this many deals their logs are read anew.
  private static let keptDeals = 20_000

  private let columns: JoinedColumns
  private let count: Int
  private let context: ImportContext
  private let options: ImportOptions
  private let target: any ImportTarget
  private let reader: ActivityReader
  private var finder: DealFinder
  private var deals: [Identifier<Deal>: JoinedDeal] = [:]
  private var datedLater = 0

  init(
    columns: JoinedColumns,
    count: Int,
    context: ImportContext,
    options: ImportOptions,
    target: any ImportTarget
  ) {
    self.columns = columns
    self.count = count
    self.context = context
    self.options = options
    self.target = target
    reader = ActivityReader(columns: columns, context: context)
    finder = DealFinder(target)
  }

  func take(_ row: CSVReader, _ report: inout ImportReport) throws(LineFailure) {
    guard row.count == count else { throw .row(.columnCount(row.count, of: count)) }
    if columns.kind == .notes {
      try takeNote(row, &report)
    } else {
      try takeActivity(row, &report)
    }
    if deals.count > Self.keptDeals { deals = [:] }
  }

  func finish(_ report: inout ImportReport) {
    guard datedLater > 0 else { return }
    report.warn(.datedLater(datedLater, columns.kind), keeping: options.keptMessages)
  }

  private func deal(of row: CSVReader) throws(LineFailure) -> JoinedDeal {
    let deal = try finder.deal(
      id: columns.text(.dealID, in: row),
      title: columns.text(.deal, in: row)
    )
    if let known = deals[deal.id] { return known }
    do {
      return try JoinedDeal(deal, in: target)
    } catch {
      throw .store(error)
    }
  }

  // MARK: Notes

  private func takeNote(_ row: CSVReader, _ report: inout ImportReport) throws(LineFailure) {
    var joined = try deal(of: row)
    let text: String
    let happened: Day
    do {
      text = try reader.note(row)
      happened = try reader.day(.added, row) ?? context.today
    } catch {
      throw .row(error)
    }
    let dated = "\(happened): \(text)"
    defer { deals[joined.deal.id] = joined }
    // With its own day first: without one it may be another's.
    if joined.takesNote(dated) || joined.takesNote(text) {
      report.unchanged += 1
      return
    }
    let day = joined.day(for: happened, today: context.today)
    try joined.append(.noted(happened < day ? dated : text), on: day, to: target)
    if happened < day { datedLater += 1 }
    report.imported += 1
    report.events += 1
  }

  // MARK: Activities

  private func takeActivity(_ row: CSVReader, _ report: inout ImportReport) throws(LineFailure) {
    var joined = try deal(of: row)
    let activity: ActivityRow
    do {
      activity = try reader.activity(row)
    } catch {
      throw .row(error)
    }
    defer { deals[joined.deal.id] = joined }
    let before = report.events
    let wasPlanned: Bool
    if let done = activity.done {
      wasPlanned = try finish(activity, on: done, &joined, &report)
    } else {
      wasPlanned = try plan(activity, &joined, &report)
    }
    if report.events == before {
      report.unchanged += 1
    } else if wasPlanned {
      report.updated += 1
    } else {
      report.imported += 1
    }
  }

  /// Records what was done; gives whether it was planned here before.
  private func finish(
    _ row: ActivityRow,
    on happened: Day,
    _ joined: inout JoinedDeal,
    _ report: inout ImportReport
  ) throws(LineFailure) -> Bool {
    var dated = row.activity
    dated.text = dated.text.isEmpty ? "\(happened)" : "\(happened): \(dated.text)"
    if joined.takesDone(dated) || joined.takesDone(row.activity) { return false }
    let day = joined.day(for: happened, today: context.today)
    let activity = happened < day ? dated : row.activity
    let step = joined.takePlanned(row.activity, due: row.due).flatMap {
      joined.isOpen($0) ? $0 : nil
    }
    if let step {
      try joined.append(.stepDone(step.number, activity), on: day, to: target)
    } else {
      try joined.append(.activityLogged(activity), on: day, to: target)
    }
    if happened < day { datedLater += 1 }
    report.events += 1
    return step != nil
  }

  /// Plans what is to be done; gives whether it was planned here before.
  private func plan(
    _ row: ActivityRow,
    _ joined: inout JoinedDeal,
    _ report: inout ImportReport
  ) throws(LineFailure) -> Bool {
    guard let due = row.due else { throw .row(.missingDue) }
    let day = joined.day(for: row.added ?? context.today, today: context.today)
    let known = joined.takePlanned(row.activity, due: due)
    if let known {
      guard joined.isOpen(known), (known.due, known.minuteOfDay) != (due, row.minuteOfDay) else {
        return true
      }
      try joined.append(.stepDropped(known.number), on: day, to: target)
      report.events += 1
    }
    if let placeholder = joined.placeholder(due: due) {
      try joined.append(.stepDropped(placeholder.number), on: day, to: target)
      report.events += 1
    }
    let step = PlannedStep(
      number: joined.deal.stepsPlanned + 1,
      due: due,
      minuteOfDay: row.minuteOfDay,
      activity: row.activity
    )
    try joined.append(.stepPlanned(step), on: day, to: target)
    report.events += 1
    return known != nil
  }
}

extension RowFault {
  static let missingDue = RowFault(
    code: "missing_due",
    "an activity that is to be done needs a due date. Fill it in, or mark it as done."
  )
}
