import GRDB
import Pipeline

extension Ledger {
  /// Checks pages and references with SQLite's means, and every deal against its log.
  ///
  /// A page of which a part is zeros gives fewer rows and no error: what is lost is looked for wherever
  /// the structure is broken.
  func check(_ report: (DoctorFinding) -> Void) throws {
    var isWhole = true
    do {
      isWhole = try checkStructure(report)
      if !isWhole { try findLosses(report) }
      try checkReferences(report)
      try checkSteps(report)
      if try checkStructureRows(report) { try checkDeals(report) }
      try checkClosedSums(report)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      report(.brokenStructure(error.message ?? "a page cannot be read"))
      if isWhole { try findLosses(report) }
    }
  }

  /// Names the deals, the events and what is beside them that a damaged file does not give back.
  func findLosses(_ report: (DoctorFinding) -> Void) throws {
    for gap in try LostRows(database, of: "deal", key: "id").gaps() {
      report(
        .lostDeals(
          first: Identifier(rawValue: gap.first),
          last: gap.last.map { Identifier(rawValue: $0) }
        )
      )
    }
    for gap in try LostRows(database, of: "event", key: "sequence").gaps() {
      report(.lostEvents(first: gap.first, last: gap.last))
    }
    for (table, name) in Self.partsBeside where !canBeRead(table) { report(.lostRows(of: name)) }
  }

  /// The tables beside deals and events, by what a person calls what is in them.
  private static let partsBeside: [(table: String, name: String)] = [
    ("workspace", "settings"), ("pipeline", "pipelines"), ("stage", "stages"),
    ("person", "people"), ("login", "logins"), ("step", "steps of the log"), ("goal", "goals"),
    ("baseline", "baselines"), ("saved_filter", "filters"), ("meeting", "meetings"),
    ("meeting_draft", "drafts of meetings"), ("contact", "contacts"),
    ("value_not_taken", "values that an import brought and a deal did not take"),
    ("closed_stay", "days of closed deals in their stages"),
    ("closed_span", "sums over closed deals"), ("closed_span_age", "ages of closed deals"),
    ("closed_span_stay", "stays of closed deals"),
  ]

  /// Whether every row of a table can be read; a table that is not there lacks none.
  private func canBeRead(_ table: String) -> Bool {
    do {
      guard let rows = try LostRows.whole(of: table, in: database) else { return true }
      let query = try statement("SELECT \(rows) FROM \(table) NOT INDEXED")
      while try query.step() {}
      return true
    } catch {
      return false
    }
  }

  /// Returns whether SQLite finds the structure whole.
  private func checkStructure(_ report: (DoctorFinding) -> Void) throws -> Bool {
    let rows = try statement("PRAGMA integrity_check")
    var isWhole = true
    while try rows.step() {
      let finding = rows.text(0)
      guard finding != "ok" else { continue }
      isWhole = false
      report(.brokenStructure(finding))
    }
    return isWhole
  }

  private func checkReferences(_ report: (DoctorFinding) -> Void) throws {
    let rows = try statement("PRAGMA foreign_key_check")
    while try rows.step() { report(.missingReference(table: rows.text(0), to: rows.text(2))) }
    let steps = try number(
      "SELECT count(*) FROM event WHERE NOT EXISTS (SELECT 1 FROM step WHERE id = event.step)"
    )
    if steps > 0 { report(.missingReference(table: "event", to: "step")) }
    let strays = try statement(
      """
      SELECT DISTINCT deal FROM event WHERE NOT EXISTS (SELECT 1 FROM deal WHERE id = event.deal)
      """
    )
    while try strays.step() { report(.eventsWithoutDeal(strays.id(0))) }
  }

  /// A step and its events are written in one transaction, or not at all.
  private func checkSteps(_ report: (DoctorFinding) -> Void) throws {
    let broken = try statement(
      """
      SELECT id FROM step WHERE event_count <> (
        SELECT count(*) FROM event
        WHERE sequence BETWEEN first_sequence AND first_sequence + event_count - 1
          AND event.step = step.id
      )
      """
    )
    while try broken.step() { report(.brokenStep(broken.id(0))) }
  }

  /// Reads what stands beside the deals; returns whether the deals can be checked against it.
  private func checkStructureRows(_ report: (DoctorFinding) -> Void) throws -> Bool {
    var pipelines: [SalesPipeline]?
    let readings: [() throws -> Void] = [
      { pipelines = try self.pipelines() },
      { _ = try settings() },
      { _ = try people() },
      { _ = try goals() },
      { _ = try baselines() },
      { _ = try filters() },
      { _ = try meetingDrafts() },
      { for pipeline in pipelines ?? [] { _ = try meetings(of: pipeline.id) } },
    ]
    for reading in readings {
      do { try reading() } catch let row as UnreadableRow { report(.unreadableRow(row.what)) }
    }
    return pipelines != nil
  }

  /// Counts the sums over closed deals anew; a row of zeros is as good as none.
  private func checkClosedSums(_ report: (DoctorFinding) -> Void) throws {
    guard try hasSpans() else { return }
    for (table, counted) in Schema.spanCounts {
      let kept = "SELECT * FROM \(table) WHERE deals <> 0"
      let differing = try number(
        """
        SELECT count(*) FROM (
          SELECT * FROM (\(kept) EXCEPT \(counted))
          UNION ALL SELECT * FROM (\(counted) EXCEPT \(kept))
        )
        """
      )
      if differing > 0 { return report(.closedSumsDiffer) }
    }
  }

  /// Replays each deal's log and compares every column, in one run over deals and one over events.
  private func checkDeals(_ report: (DoctorFinding) -> Void) throws {
    let order = StageOrder(try pipelines())
    let rows = try statement("SELECT \(DealColumns.list) FROM deal ORDER BY id")
    let stays = try statement(
      "SELECT stage, first_day, days FROM closed_stay WHERE deal = ? ORDER BY stage"
    )
    var reader = DealReader()
    while try rows.step() {
      let id: Identifier<Deal> = rows.id(0)
      do {
        let deal = try reader.deal(rows)
        let events = try history(of: id)
        if let finding = Self.check(deal, furthest: rows.id(30), events, order) { report(finding) }
        if try !Self.hasStays(of: deal, order, in: stays) { report(.staysDiffer(id)) }
      } catch is UnreadableRow {
        report(.unreadableDeal(id))
      }
    }
  }

  private static func check(
    _ deal: Deal,
    furthest: Identifier<Stage>,
    _ history: DealHistory,
    _ order: StageOrder
  ) -> DoctorFinding? {
    if history.events.isEmpty { return .dealWithoutEvents(deal.id) }
    let isWhole = history.events.enumerated().allSatisfy { $1.revision == Int32($0 + 1) }
    guard isWhole, let replayed = history.deal() ?? history.tombstone() else {
      return .brokenLog(deal.id)
    }
    var columns = deal.columns(differingFrom: replayed)
    if furthest != order.furthest(of: replayed) { columns.append("furthest") }
    return columns.isEmpty ? nil : .dealDiffers(deal.id, columns: columns)
  }

  private static func hasStays(
    of deal: Deal,
    _ order: StageOrder,
    in rows: Statement
  ) throws -> Bool {
    let isCounted = !deal.status.isOpen && !deal.isDeleted
    let expected = isCounted ? order.stays(of: deal).sorted { $0.stage < $1.stage } : []
    rows.bind(deal.id)
    var isSame = true
    var index = 0
    while try rows.step() {
      let stay = expected.indices.contains(index) ? expected[index] : nil
      if stay?.stage != rows.id(0) || stay?.firstDay != rows.day(1) || stay?.days != rows.int(2) {
        isSame = false
      }
      index += 1
    }
    return isSame && index == expected.count
  }
}

extension Deal {
  /// The names of the columns in which two deals differ.
  func columns(differingFrom other: Deal) -> [String] {
    let same: [(String, Bool)] = [
      ("id", id == other.id),
      ("revision", revision == other.revision),
      ("title", title.utf8.elementsEqual(other.title.utf8)),
      ("organization", Self.same(organization, other.organization)),
      ("contact", Self.same(contact, other.contact)),
      ("labels", Self.same(Packed.labels(labels), Packed.labels(other.labels))),
      ("source", Self.same(key?.source, other.key?.source)),
      ("source_id", Self.same(key?.id, other.key?.id)),
      ("owner", owner == other.owner),
      ("pipeline", pipeline == other.pipeline),
      ("stage", stage == other.stage),
      ("status", status.name == other.status.name),
      ("closed_day", status.closedDay == other.status.closedDay),
      ("lost_reason", Self.same(status.lostReason, other.status.lostReason)),
      ("currency", currency == other.currency),
      ("amount", minorUnits == other.minorUnits),
      ("first_amount", firstMinorUnits == other.firstMinorUnits),
      ("probability", probability == other.probability),
      ("expected_close", expectedClose == other.expectedClose),
      ("category", category == other.category),
      ("created", created == other.created),
      ("exists_since", existsSince == other.existsSince),
      ("last_touched", lastTouched == other.lastTouched),
      ("last_event_day", lastEventDay == other.lastEventDay),
      ("clock_started", clockStarted == other.clockStarted),
      ("visits", visits == other.visits),
      ("steps", Packed.steps(steps) == Packed.steps(other.steps)),
      ("steps_planned", stepsPlanned == other.stepsPlanned),
      ("snoozed_until", snoozedUntil == other.snoozedUntil),
      ("presence", presence == other.presence),
    ]
    let differing = same.filter { !$0.1 }.map(\.0)
    // A field that a later version of `Deal` adds and this list forgets must not go unseen.
    return differing.isEmpty && self != other ? ["a column that is not named"] : differing
  }

  /// Byte by byte: two strings that Unicode calls equal may be a flipped bit apart.
  private static func same(_ left: String?, _ right: String?) -> Bool {
    switch (left, right) {
    case (nil, nil): true
    case (let left?, let right?): left.utf8.elementsEqual(right.utf8)
    case (nil, _), (_, nil): false
    }
  }
}
