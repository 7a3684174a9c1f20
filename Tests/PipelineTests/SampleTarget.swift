import Testing

@testable import Pipeline

/// What was written to a log.
struct WrittenSample: Equatable, Sendable {
  struct Entry: Equatable, Sendable {
    let deal: Identifier<Deal>
    let day: Day
    let change: DealChange
    let actor: String
    let at: Instant
    let id: EventID
  }

  /// As the log leaves them, in the order they were made.
  var deals: [Deal] = []
  /// In the order it was written.
  var log: [Entry] = []
  /// In the order they were kept.
  var contacts: [Contact] = []
}

/// Keeps in memory what is written to a log, and refuses what breaks a rule.
final class SampleTarget: RestoreTarget {
  private(set) var written = WrittenSample()
  private(set) var summaries: [String] = []
  private var step: (actor: String, at: Instant)?

  /// The deals, log and contacts of a day's sample; its people are numbered from 1 in their order.
  static func sample(_ today: Day, at now: Instant) throws -> (WrittenSample, [String]) {
    let target = SampleTarget()
    target.written.contacts = try SampleData.write(
      to: target,
      pipeline: Identifier(rawValue: 1),
      stages: (1...5).map { Identifier(rawValue: $0) },
      people: SampleData.people.indices.map { Identifier(rawValue: Int64($0 + 1)) },
      clock: SampleClock(today: today, now: now)
    )
    return (target.written, target.summaries)
  }

  func begin(actor: String, summary: String, at: Instant, isImport: Bool) {
    step = (actor, at)
    summaries.append(summary)
  }

  func create(_ draft: DealDraft, id: EventID, on day: Day, as number: Identifier<Deal>?) -> Deal {
    let deal = Deal(
      id: Identifier(rawValue: Int64(written.deals.count + 1)),
      draft: draft,
      on: day
    )
    written.deals.append(deal)
    log(.created(draft), id, day, deal)
    return deal
  }

  func append(_ change: DealChange, id: EventID, on day: Day, to deal: Deal) throws -> Deal {
    let place = Int(deal.id.rawValue) - 1
    if written.deals[place] != deal { Issue.record("Deal \(deal.id) is not as last returned.") }
    try deal.check(change, on: day)
    written.deals[place].apply(change, on: day)
    log(change, id, day, deal)
    return written.deals[place]
  }

  private func log(_ change: DealChange, _ id: EventID, _ day: Day, _ deal: Deal) {
    guard let step else {
      Issue.record("An event of deal \(deal.id) is of no step.")
      return
    }
    written.log.append(
      WrittenSample.Entry(
        deal: deal.id,
        day: day,
        change: change,
        actor: step.actor,
        at: step.at,
        id: id
      )
    )
  }

  func restoreStructure(_ record: WorkspaceRecord) -> WorkspaceNumbers { WorkspaceNumbers(record) }
  func restoreRecords(_ record: WorkspaceRecord) {}
  func deal(ofEvent id: EventID) -> Identifier<Deal>? { nil }
  func deal(for key: SourceKey) -> Deal? { nil }
  func deal(_ id: Identifier<Deal>) -> Deal? { written.deals.first { $0.id == id } }
  func remember(notTaken change: DealChange, of deal: Identifier<Deal>) {}
}
