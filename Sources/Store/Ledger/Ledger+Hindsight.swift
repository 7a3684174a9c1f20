import Pipeline

extension Ledger {
  /// Why a day that was over at a moment was not recorded; `nil` where all of its deals were recorded,
  /// or imported with how they came about, and of a pipeline that never had a deal.
  func pastGap(
    _ day: Day,
    endedAt end: Instant,
    in pipeline: Identifier<SalesPipeline>
  ) throws -> PastGap? {
    let imports = try importsOfRows(into: pipeline)
    let behind = try imports.filter { found in
      try found.at > end && hasDeal(of: day, among: found.events, in: pipeline)
    }
    if let latest = behind.map(\.at).max() {
      return PastGap(importedAt: latest, recordedFrom: nil)
    }
    // What was imported by then was recorded from then on.
    if imports.contains(where: { $0.at <= end }) { return nil }
    let rows = imports.map(\.events)
    if try hasDeal(of: day, in: pipeline, notAmong: rows) { return nil }
    let gap = PastGap(
      importedAt: imports.map(\.at).min(),
      recordedFrom: try firstDay(in: pipeline, notAmong: rows)
    )
    return gap.importedAt == nil && gap.recordedFrom == nil ? nil : gap
  }

  /// How many of the deals that a pipeline had on a day are known only from imports of rows after a
  /// moment, of all that it had.
  ///
  /// A deal counts where it was created, and one whose creation was taken back does not.
  func dealsBehind(
    _ day: Day,
    endedAt end: Instant,
    in pipeline: Identifier<SalesPipeline>
  ) throws -> Share {
    let later = try importsOfRows(into: pipeline).filter { $0.at > end }.map(\.events)
    let made = try statement(
      """
      SELECT event.sequence FROM event CROSS JOIN deal ON deal.id = event.deal
      WHERE event.kind = \(EventKind.created.rawValue) AND event.day <= ? AND event.pipeline = ?
        AND deal.presence <> 2
      """
    )
    made.bind(day)
    made.bind(pipeline)
    defer { made.reset() }
    var (imported, all) = (0, 0)
    while try made.step() {
      all += 1
      let sequence = made.int(0)
      if later.contains(where: { $0.contains(sequence) }) { imported += 1 }
    }
    return Share(imported, of: all)
  }

  /// The imports in effect that brought a pipeline deals as they stood, without their history.
  ///
  /// Few steps are imports, and of those that bring histories one row is looked at.
  private func importsOfRows(
    into pipeline: Identifier<SalesPipeline>
  ) throws -> [(at: Instant, events: ClosedRange<Int64>)] {
    let imports = try statement(
      """
      SELECT at, first_sequence, event_count FROM step
      WHERE is_import = 1 AND in_effect = 1 AND event_count > 0 ORDER BY at
      """
    )
    var found: [(at: Instant, events: ClosedRange<Int64>)] = []
    while try imports.step() {
      let first = try imports.int(1, in: NumberRange.rows, "the first event of a step")
      let count = try imports.int(2, in: NumberRange.counts, "how many events a step has")
      found.append((Instant(milliseconds: imports.int(0)), first...first + count - 1))
    }
    return try found.filter {
      try !bringsHistory($0.events) && hasDeal(of: .last, among: $0.events, in: pipeline)
    }
  }

  /// One file is one import, so the first deal that it made tells what it is.
  private func bringsHistory(_ events: ClosedRange<Int64>) throws -> Bool {
    let made = try statement(
      """
      SELECT source FROM event WHERE sequence BETWEEN ? AND ? AND kind = \(EventKind.created.rawValue)
      ORDER BY sequence LIMIT 1
      """
    )
    made.bind(events.lowerBound)
    made.bind(events.upperBound)
    defer { made.reset() }
    return try made.step() && !made.isNull(0) && made.text(0) == SourceKey.history
  }

  /// Whether some events created a deal of a pipeline on a day or before it.
  private func hasDeal(
    of day: Day,
    among events: ClosedRange<Int64>,
    in pipeline: Identifier<SalesPipeline>
  ) throws -> Bool {
    let made = try statement(
      """
      SELECT 1 FROM event WHERE sequence BETWEEN ? AND ? AND kind = \(EventKind.created.rawValue)
        AND day <= ? AND pipeline = ? AND source IS NOT NULL LIMIT 1
      """
    )
    made.bind(events.lowerBound)
    made.bind(events.upperBound)
    made.bind(day)
    made.bind(pipeline)
    defer { made.reset() }
    return try made.step()
  }

  /// Whether a deal of a pipeline was created on a day or before it by none of some events.
  private func hasDeal(
    of day: Day,
    in pipeline: Identifier<SalesPipeline>,
    notAmong events: [ClosedRange<Int64>]
  ) throws -> Bool {
    try firstDay(in: pipeline, notAmong: events, enough: day).map { $0 <= day } ?? false
  }

  /// The first day on which a deal of a pipeline was created by none of some events, or one that is
  /// early enough; `nil` where there is none.
  ///
  /// The log is read in its order, where the oldest deals mostly come first.
  private func firstDay(
    in pipeline: Identifier<SalesPipeline>,
    notAmong events: [ClosedRange<Int64>],
    enough: Day? = nil
  ) throws -> Day? {
    let made = try statement(
      """
      SELECT event.sequence, event.day FROM event CROSS JOIN deal ON deal.id = event.deal
      WHERE event.kind = \(EventKind.created.rawValue) AND event.pipeline = ? AND deal.presence <> 2
      """
    )
    made.bind(pipeline)
    defer { made.reset() }
    var first: Day?
    while try made.step() {
      let sequence = made.int(0)
      guard !events.contains(where: { $0.contains(sequence) }) else { continue }
      let day = made.day(1)
      first = min(first ?? day, day)
      if let enough, day <= enough { break }
    }
    return first
  }
}
