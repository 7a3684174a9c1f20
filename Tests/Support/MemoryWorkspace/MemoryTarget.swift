import Interchange
import Pipeline

/// An import's target in memory, with a log of every deal.
final class MemoryTarget: ImportTarget {
  private var people: [String: Identifier<Person>] = [:]
  private(set) var peopleInOrder: [Person] = []
  private(set) var deals: [Deal] = []
  private(set) var contacts: [Contact] = []
  private var logs: [Identifier<Deal>: [(event: DealEvent, isImport: Bool)]] = [:]
  private var keys: [SourceKey: Identifier<Deal>] = [:]
  private var notTaken: [Identifier<Deal>: [DealFacet: DealChange]] = [:]
  private var sequence: Int64 = 0
  /// Whether what is appended now counts as an import's.
  var isImporting = true

  func person(named name: String) -> Identifier<Person> {
    if let id = people[name.lowercased()] { return id }
    let id = Identifier<Person>(rawValue: Int64(people.count + 1))
    people[name.lowercased()] = id
    peopleInOrder.append(Person(id: id, name: name, initials: "\(id)"))
    return id
  }

  func hasDeals(from source: String) -> Bool {
    keys.keys.contains { $0.source == source }
  }

  func deal(for key: SourceKey) -> Deal? {
    keys[key].map { self[$0] }
  }

  func deal(_ id: Identifier<Deal>) -> Deal? { self[id] }

  func titles(_ body: (Identifier<Deal>, String) -> Void) {
    for deal in deals where !deal.isDeleted { body(deal.id, deal.title) }
  }

  func contact(named name: String, at organization: String?) -> Contact? {
    contacts.first { $0.name == name && $0.organization == organization }
      ?? contacts.first { $0.name == name && $0.organization == nil }
  }

  func save(_ contact: Contact) {
    contacts.removeAll { $0.name == contact.name && $0.organization == contact.organization }
    contacts.append(contact)
  }

  func events(of deal: Identifier<Deal>) -> [(event: DealEvent, isImport: Bool)] {
    logs[deal, default: []]
  }

  func create(_ draft: DealDraft, on day: Day) -> Deal {
    let deal = Deal(id: Identifier(rawValue: Int64(deals.count + 1)), draft: draft, on: day)
    deals.append(deal)
    if let key = draft.key { keys[key] = deal.id }
    log(.created(draft), on: day, deal)
    return deal
  }

  func append(_ change: DealChange, on day: Day, to deal: Deal) throws -> Deal {
    try deal.check(change, on: day)
    guard self[deal.id] == deal else { throw StaleDeal() }
    var deal = deal
    deal.apply(change, on: day)
    self[deal.id] = deal
    log(change, on: day, deal)
    return deal
  }

  func valuesNotTaken(of deal: Identifier<Deal>) -> [DealFacet: DealChange] {
    notTaken[deal, default: [:]]
  }

  func remember(
    notTaken change: DealChange?,
    for facet: DealFacet,
    of deal: Identifier<Deal>
  ) {
    notTaken[deal, default: [:]][facet] = change
  }

  /// Makes a change as a person would, outside any import.
  func edit(_ change: DealChange, on day: Day, deal id: String, source: String = "pipedrive") throws
  {
    guard let deal = deal(for: SourceKey(source: source, id: id)) else { throw StaleDeal() }
    isImporting = false
    _ = try append(change, on: day, to: deal)
    isImporting = true
  }

  /// The deal that came under an id.
  func brought(_ id: String, by source: String = "pipedrive") -> Deal? {
    deal(for: SourceKey(source: source, id: id))
  }

  /// The changes in a deal's log after its creation, with their days.
  func changes(of id: String, source: String = "pipedrive") -> [Dated] {
    guard let deal = brought(id, by: source) else { return [] }
    return events(of: deal.id).dropFirst().map { Dated($0.event.change, $0.event.day) }
  }

  struct StaleDeal: Error {}

  private subscript(id: Identifier<Deal>) -> Deal {
    get { deals[Int(id.rawValue) - 1] }
    set { deals[Int(id.rawValue) - 1] = newValue }
  }

  private func log(_ change: DealChange, on day: Day, _ deal: Deal) {
    sequence += 1
    let event = DealEvent(
      sequence: sequence,
      id: EventID(high: 0, low: UInt64(sequence)),
      step: Identifier(rawValue: 1),
      actor: "Ana",
      deal: deal.id,
      revision: deal.revision,
      recordedAt: Instant(milliseconds: 0),
      day: day,
      change: change
    )
    logs[deal.id, default: []].append((event, isImporting))
  }
}

/// A change on a day.
struct Dated: Hashable {
  let change: DealChange
  let day: Day

  init(_ change: DealChange, _ day: Day) {
    self.change = change
    self.day = day
  }
}
