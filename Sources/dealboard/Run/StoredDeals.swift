import Board
import Pipeline
import Store

/// A store's deals, as reports read them.
struct StoredDeals: ReportSource {
  let store: SQLiteStore
  let clock: Clock

  func structure() throws(StoreError) -> ReportStructure {
    let structure = try store.structure()
    return ReportStructure(pipelines: structure.pipelines, people: structure.people)
  }

  func deals(asOf day: Day, _ body: (Deal) -> Void) throws(StoreError) {
    try store.deals(asOf: day, body)
  }

  func hindsight(
    asOf day: Day,
    in pipeline: Identifier<SalesPipeline>
  ) throws(StoreError) -> Hindsight? {
    try Hindsight(asOf: day, in: pipeline, of: store, clock: clock)
  }

  func isHindsight(
    _ day: Day,
    in pipeline: Identifier<SalesPipeline>
  ) throws(StoreError) -> Bool {
    try Hindsight.historyBegins(after: day, in: pipeline, of: store, clock: clock) != nil
  }

  func deal(_ id: Identifier<Deal>) throws(StoreError) -> Deal? {
    try store.deal(id, asOf: .last)
  }

  func lastSequence() throws(StoreError) -> Int64 {
    try store.changes(after: .max, asOf: .last).lastSequence
  }

  func latestEvents(_ count: Int) throws(StoreError) -> [DealEvent] {
    let last = try lastSequence()
    var events: [DealEvent] = []
    try store.log(after: max(0, last - Int64(count))) { events.append($0) }
    return events
  }

  func histories(changedAfter day: Day?, _ body: (DealHistory) -> Void) throws(StoreError) {
    try store.histories(changedAfter: day, body)
  }

  func meetings(of pipeline: Identifier<SalesPipeline>) throws(StoreError) -> MeetingRecords {
    MeetingRecords(
      held: try store.meetings(of: pipeline),
      drafts: try store.meetingDrafts().filter { $0.pipeline == pipeline }
    )
  }

  func contact(named name: String, at organization: String?) throws(StoreError) -> Contact? {
    try store.contact(named: name, at: organization)
  }

  func localTime(of instant: Instant) -> (day: Day, minuteOfDay: Int) {
    let offset = clock.zone.secondsFromUTC(at: instant)
    return (
      instant.day(secondsFromUTC: offset), instant.secondOfDay(secondsFromUTC: offset) / 60
    )
  }
}
