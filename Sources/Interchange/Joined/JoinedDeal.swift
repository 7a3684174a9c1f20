internal import Pipeline

/// A deal that rows of another table go to, with what its log has of such rows already.
struct JoinedDeal {
  /// What tells an activity again: its day may change, and its minutes.
  private struct Key: Hashable {
    let kind: ActivityKind
    let text: String

    init(_ activity: Activity) {
      kind = activity.kind
      text = activity.text
    }
  }

  /// The deal as it is now.
  private(set) var deal: Deal
  private var done: [Key: Int] = [:]
  private var notes: [String: Int] = [:]
  /// The steps that were planned, done ones too.
  private var planned: [PlannedStep] = []

  /// Reads a deal's log.
  ///
  /// Throws what the store throws.
  init(_ deal: Deal, in target: any ImportTarget) throws {
    self.deal = deal
    let log = try target.events(of: deal.id).map(\.event)
    for event in DealHistory(events: log).standing() {
      if case .activityLogged(let activity) = event.change { done[Key(activity), default: 0] += 1 }
      if case .stepDone(_, let activity) = event.change { done[Key(activity), default: 0] += 1 }
      if case .stepPlanned(let step) = event.change { planned.append(step) }
      if case .noted(let text) = event.change { notes[text, default: 0] += 1 }
    }
  }

  /// The day that something that happened on a day is dated by: never before the deal's last event.
  func day(for day: Day, today: Day) -> Day {
    max(min(day, today), deal.lastEventDay)
  }

  /// Whether the log has an activity that no row has named yet; counts it as named.
  mutating func takesDone(_ activity: Activity) -> Bool {
    let key = Key(activity)
    guard let count = done[key], count > 0 else { return false }
    done[key] = count - 1
    return true
  }

  /// Whether the log has a note that no row has named yet; counts it as named.
  mutating func takesNote(_ text: String) -> Bool {
    guard let count = notes[text], count > 0 else { return false }
    notes[text] = count - 1
    return true
  }

  /// The planned step of an activity that no row has named yet, the one due on a day before others;
  /// counts it as named.
  mutating func takePlanned(_ activity: Activity, due: Day?) -> PlannedStep? {
    let fitting = planned.indices.filter { Key(planned[$0].activity) == Key(activity) }
    guard let place = fitting.first(where: { planned[$0].due == due }) ?? fitting.first else {
      return nil
    }
    return planned.remove(at: place)
  }

  /// Whether a step is still to be done.
  func isOpen(_ step: PlannedStep) -> Bool {
    deal.steps.contains { $0.number == step.number }
  }

  /// The step that a deals file planned by its day alone, where that day is `due`.
  func placeholder(due: Day) -> PlannedStep? {
    deal.steps.first { $0.due == due && $0.activity == DealRow.nextActivity }
  }

  /// Writes a change, and is the deal after it.
  ///
  /// Throws `.row` where a rule forbids it, and `.store`.
  mutating func append(
    _ change: DealChange,
    on day: Day,
    to target: any ImportTarget
  ) throws(LineFailure) {
    do {
      try deal.check(change, on: day)
    } catch {
      throw .row(.violation(error, deal.title))
    }
    do {
      deal = try target.append(change, on: day, to: deal)
    } catch {
      throw .store(error)
    }
  }
}
