public import Pipeline

/// The latest changes of the log.
public struct HistoryReport: Hashable, Sendable {
  /// The most events that are looked at.
  public static let eventLimit = 1_000
  /// How many changes the sidebar tells.
  static let activityCount = 4

  /// One change: an event, or what one step did to several deals.
  public struct Entry: Hashable, Sendable {
    /// The event; the last of the step's.
    public var event: DealEvent
    /// The deal that it happened to, as it is now; `nil` where its creation was taken back.
    public var deal: Deal?
    /// The title of a deal that is not there any more; `nil` where that is not known.
    public var title: String?
    /// How many more events the step has.
    public var others: Int
    /// The day on which it was recorded.
    public var day: Day
    /// The minute of that day.
    public var minuteOfDay: Int
    /// What the event took back or made again; `nil` where it did neither, or that is too long ago.
    var reversal: Reversal?
  }

  /// A change that was taken back, or made again.
  struct Reversal: Hashable, Sendable {
    var change: DealChange
    var isRedo: Bool

    /// What an event took back, or made again where it took back a taking back.
    init?(_ event: DealEvent, among earlier: [EventID: DealChange]) {
      guard case .undone(var id) = event.change else { return nil }
      var isRedo = false
      while case .undone(let inner)? = earlier[id] {
        id = inner
        isRedo.toggle()
      }
      guard let change = earlier[id] else { return nil }
      self.change = change
      self.isRedo = isRedo
    }
  }

  /// The changes, latest first.
  public let entries: [Entry]
  /// Whether there are older ones.
  public let hasMore: Bool

  /// Makes a report.
  public init(entries: [Entry], hasMore: Bool) {
    self.entries = entries
    self.hasMore = hasMore
  }
}

extension HistoryReport.Entry {
  /// What was done, of the deal by its title, also where the deal is not there any more.
  func sentence(in workspace: Workspace) -> String {
    if let deal, let reversal {
      let what = reversal.change.sentence(about: deal, in: workspace)
      return reversal.isRedo ? phrase("made again: \(what)") : phrase("took back: \(what)")
    }
    if let deal { return event.change.sentence(about: deal, in: workspace) }
    let name = title ?? phrase("deal \(event.deal)")
    if case .created = event.change { return phrase("added \(name), since taken back") }
    return phrase("changed \(name), since taken back")
  }
}

extension ScopedDeals {
  /// The last few changes, latest first: what the sidebar has room for.
  func activity() throws(Source.Failure) -> [HistoryReport.Entry] {
    // As a rule the last few dozen events tell it.
    for events in [64, HistoryReport.eventLimit] {
      let report = try history(of: events, steps: HistoryReport.activityCount)
      if report.entries.count == HistoryReport.activityCount || !report.hasMore {
        return report.entries
      }
    }
    return try history().entries
  }

  /// The latest changes of deals that are counted, steps of several events as one.
  func history() throws(Source.Failure) -> HistoryReport {
    try history(of: HistoryReport.eventLimit, steps: .max)
  }

  /// The same of so many events and steps at most.
  private func history(of count: Int, steps limit: Int) throws(Source.Failure) -> HistoryReport {
    let events = try source.latestEvents(count)
    var titles: [Identifier<Deal>: String] = [:]
    for event in events {
      switch event.change {
      case .created(let draft): titles[event.deal] = draft.title
      case .retitled(let title): titles[event.deal] = title
      default: break
      }
    }
    var changes: [EventID: DealChange] = [:]
    for event in events { changes[event.id] = event.change }
    var steps: [HistoryReport.Entry] = []
    var deals: [Identifier<Deal>: Deal] = [:]
    let test = test
    for event in events.reversed() where event.day <= scope.asOf {
      if deals[event.deal] == nil { deals[event.deal] = try source.deal(event.deal) }
      if let deal = deals[event.deal], !test(deal) { continue }
      if let last = steps.last, last.event.step == event.step {
        steps[steps.count - 1].others += 1
        continue
      }
      guard steps.count < limit else { break }
      let (day, minute) = source.localTime(of: event.recordedAt)
      steps.append(
        HistoryReport.Entry(
          event: event,
          deal: deals[event.deal],
          title: deals[event.deal] == nil ? titles[event.deal] : nil,
          others: 0,
          day: day,
          minuteOfDay: minute,
          reversal: HistoryReport.Reversal(event, among: changes)
        )
      )
    }
    return HistoryReport(entries: steps, hasMore: events.count == count)
  }
}
