internal import Pipeline

/// Takes the lines of a history: each is one event of one deal, on the day it happened.
///
/// A bad line changes nothing, and a later one sees the state without it.
final class HistoryImporter: LineImporter {
  /// A deal of the file, with what its log held before.
  private struct Entry {
    var deal: Deal
    /// The deal as the lines so far tell it; `nil` where no line told its creation again.
    ///
    /// A line that was refused once is measured by the state it met then, so that the same file
    /// brought twice is refused twice in the same places.
    var told: Deal?
    /// Events that stood in the log before this import, with how many of each no line has named
    /// yet; `nil` for a deal that this import made.
    var logged: [LoggedEvent: Int]?
    /// Whether it is in the report already, as made or updated.
    var isCounted = false
  }

  /// Beyond this many deals those are forgotten that this import made; the store has them.
  private static let keptDeals = 20_000

  private let context: ImportContext
  private let target: any ImportTarget
  private let destinations: Destinations
  private var lines: HistoryLineReader
  private var team: Team
  private var entries: [String: Entry] = [:]
  private var firstMade: Identifier<Deal>?

  init(context: ImportContext, destinations: Destinations, target: any ImportTarget) {
    self.context = context
    self.target = target
    self.destinations = destinations
    self.lines = HistoryLineReader(context: context)
    self.team = Team(target)
  }

  func take(_ reader: CSVReader, _ report: inout ImportReport) throws(LineFailure) {
    let line: HistoryLine
    do {
      line = try lines.line(reader)
    } catch {
      throw .row(error)
    }
    let entry = try entry(for: line.deal)
    if line.event == .create {
      try create(line, entry, &report)
    } else if let entry {
      try change(line, entry, &report)
    } else {
      throw .row(.unknownDeal(line.deal))
    }
    if entries.count > Self.keptDeals { entries = entries.filter { $0.value.logged != nil } }
  }

  func finish(_ report: inout ImportReport) {
    report.owners = team.names
  }

  private func key(_ id: String) -> SourceKey {
    SourceKey(source: FileKind.history.source, id: id)
  }

  /// What is known of a deal; `nil` where no accepted line made it.
  private func entry(for id: String) throws(LineFailure) -> Entry? {
    if let entry = entries[id] { return entry }
    do {
      guard let deal = try target.deal(for: key(id)), deal.presence != .neverWas else { return nil }
      var entry = Entry(deal: deal)
      if firstMade.map({ deal.id < $0 }) ?? true {
        let log = try target.events(of: deal.id).map(\.event)
        let events = DealHistory(events: log).standing().map { LoggedEvent($0.change, $0.day) }
        entry.logged = Dictionary(events.map { ($0, 1) }, uniquingKeysWith: +)
      }
      entries[id] = entry
      return entry
    } catch {
      throw .store(error)
    }
  }

  /// Whether the log held a line's event before, apart from those that earlier lines named.
  private func wasLogged(_ change: DealChange, _ line: HistoryLine, _ entry: Entry) -> Bool {
    let event = LoggedEvent(change, line.day)
    guard let count = entry.logged?[event], count > 0 else { return false }
    entries[line.deal]?.logged?[event] = count - 1
    return true
  }

  private func create(
    _ line: HistoryLine,
    _ entry: Entry?,
    _ report: inout ImportReport
  ) throws(LineFailure) {
    guard let pipeline = destinations.first else { throw .row(.unknownDeal(line.deal)) }
    let draft: DealDraft
    do {
      draft = try lines.draft(line, in: pipeline, destinations, key: key(line.deal))
    } catch {
      throw .row(entry == nil ? error : .duplicateDeal(line.deal))
    }
    var owned = draft
    if let entry, entry.logged == nil { throw .row(.duplicateDeal(entry.deal.title)) }
    owned.owner = try team.person(line.owner)
    if let entry {
      guard wasLogged(.created(owned), line, entry) else {
        throw .row(.duplicateDeal(line.deal))
      }
      entries[line.deal]?.told = Deal(id: entry.deal.id, draft: owned, on: line.day)
      report.unchanged += 1
      return
    }
    do {
      let deal = try target.create(owned, on: line.day)
      if firstMade == nil { firstMade = deal.id }
      entries[line.deal] = Entry(deal: deal, isCounted: true)
    } catch {
      throw .store(error)
    }
    report.imported += 1
    report.tell(line.day, today: context.today)
    report.currencies[owned.currency, default: 0] += 1
  }

  private func change(
    _ line: HistoryLine,
    _ entry: Entry,
    _ report: inout ImportReport
  ) throws(LineFailure) {
    if entry.told == nil, entry.logged != nil,
      let change = try? lines.change(line, of: entry.deal, destinations),
      wasLogged(change, line, entry)
    {
      report.unchanged += 1
      return
    }
    let change = try checked(line, of: entry.told ?? entry.deal)
    if entry.told != nil {
      if wasLogged(change, line, entry) {
        entries[line.deal]?.told?.apply(change, on: line.day)
        report.unchanged += 1
        return
      }
      try check(change, line, of: entry.deal)
    }
    do {
      entries[line.deal]?.deal = try target.append(change, on: line.day, to: entry.deal)
      entries[line.deal]?.told?.apply(change, on: line.day)
    } catch {
      throw .store(error)
    }
    report.tell(line.day, today: context.today)
    guard entry.logged != nil, !entry.isCounted else { return }
    report.updated += 1
    entries[line.deal]?.isCounted = true
  }

  /// The change that a line means, where a deal may make it.
  ///
  /// Deletion and date are looked at first, then the state that the event needs, then what it would
  /// change.
  private func checked(_ line: HistoryLine, of deal: Deal) throws(LineFailure) -> DealChange {
    try check(line.event == .move ? .moved(to: Self.noStage) : .noted(""), line, of: deal)
    let change: DealChange
    do {
      change = try lines.change(line, of: deal, destinations)
    } catch {
      throw .row(error)
    }
    try check(change, line, of: deal)
    return change
  }

  /// A stage that no deal stands in.
  private static let noStage = Identifier<Stage>(rawValue: .min)

  private func check(
    _ change: DealChange,
    _ line: HistoryLine,
    of deal: Deal
  ) throws(LineFailure) {
    do {
      try deal.check(change, on: line.day)
    } catch {
      throw .row(.violation(error, deal.title))
    }
  }
}
