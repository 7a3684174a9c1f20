import Testing

@testable import Pipeline

/// What was written to a target.
struct WrittenSample: Equatable, Sendable {
  struct Entry: Equatable, Sendable {
    let deal: Identifier<Deal>
    let day: Day
    let change: DealChange
  }

  /// In the order they were asked for.
  var people: [String] = []
  /// As the log leaves them, in the order they were made.
  var deals: [Deal] = []
  /// In the order it was written.
  var log: [Entry] = []
  /// In the order they were kept.
  var contacts: [Contact] = []
}

/// Keeps in memory what an import writes, and refuses what breaks a rule.
final class SampleTarget: ImportTarget {
  private(set) var written = WrittenSample()

  func person(named name: String) -> Identifier<Person> {
    let place = written.people.firstIndex(of: name) ?? written.people.endIndex
    if place == written.people.endIndex { written.people.append(name) }
    return Identifier(rawValue: Int64(place + 1))
  }

  func create(_ draft: DealDraft, on day: Day) -> Deal {
    let id = Identifier<Deal>(rawValue: Int64(written.deals.count + 1))
    let deal = Deal(id: id, draft: draft, on: day)
    written.deals.append(deal)
    written.log.append(WrittenSample.Entry(deal: id, day: day, change: .created(draft)))
    return deal
  }

  func append(_ change: DealChange, on day: Day, to deal: Deal) throws -> Deal {
    let place = Int(deal.id.rawValue) - 1
    if written.deals[place] != deal { Issue.record("Deal \(deal.id) is not as last returned.") }
    try deal.check(change, on: day)
    written.deals[place].apply(change, on: day)
    written.log.append(WrittenSample.Entry(deal: deal.id, day: day, change: change))
    return written.deals[place]
  }

  func hasDeals(from source: String) -> Bool { false }
  func deal(for key: SourceKey) -> Deal? { nil }
  func deal(_ id: Identifier<Deal>) -> Deal? { written.deals.first { $0.id == id } }
  func titles(_ body: (Identifier<Deal>, String) -> Void) {}
  func contact(named name: String, at organization: String?) -> Contact? { nil }
  func save(_ contact: Contact) { written.contacts.append(contact) }
  func events(of deal: Identifier<Deal>) -> [(event: DealEvent, isImport: Bool)] { [] }
  func valuesNotTaken(of deal: Identifier<Deal>) -> [DealFacet: DealChange] { [:] }
  func remember(notTaken: DealChange?, for facet: DealFacet, of deal: Identifier<Deal>) {}
}
