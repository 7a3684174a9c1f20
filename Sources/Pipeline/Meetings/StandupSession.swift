/// A standup that is going on: whose turn it is, who was passed over, what was parked, how late it
/// is.
public struct StandupSession: Hashable, Sendable {
  /// Something to be talked about after the standup.
  public struct Topic: Hashable, Sendable {
    /// What it is about.
    public let text: String
    /// In whose turn it came up; `nil`: about what nobody owns.
    public let person: Person?
  }

  /// What it goes through.
  public private(set) var standup: Standup
  /// Whose turn it is, from 0; as many as there are turns once all had theirs.
  public private(set) var place = 0
  /// The turns that were passed over, by their places.
  public private(set) var skipped: Set<Int> = []
  /// What was parked, in that order.
  public private(set) var topics: [Topic] = []
  /// Its clock.
  public private(set) var timer: StandupTimer

  /// A standup that is about to begin; its clock stands still until the first key.
  public init(_ standup: Standup, limit: Int64 = StandupTimer.standardLimit) {
    self.standup = standup
    timer = StandupTimer(turns: standup.turns.count, limit: limit)
  }

  /// The turn it is; `nil` once all had theirs.
  public var turn: Standup.Turn? {
    standup.turns.indices.contains(place) ? standup.turns[place] : nil
  }

  /// Whether everyone had their turn.
  public var isOver: Bool { place >= standup.turns.count }

  /// Goes on to the next turn; the present one was held.
  public mutating func next(at now: Instant) {
    skipped.remove(place)
    go(to: place + 1, at: now)
  }

  /// Goes on to the next turn and leaves the present one out.
  public mutating func skip(at now: Instant) {
    if !isOver { skipped.insert(place) }
    go(to: place + 1, at: now)
  }

  /// Goes back to the turn before.
  public mutating func back(at now: Instant) {
    go(to: place - 1, at: now)
  }

  /// Goes to the end, whoever had no turn yet.
  public mutating func finish(at now: Instant) {
    go(to: standup.turns.count, at: now)
  }

  /// Stops the clock, or lets it go on.
  public mutating func togglePause(at now: Instant) {
    if timer.isRunning { timer.pause(at: now) } else { timer.start(at: now) }
  }

  /// Starts the clock where it was never started: at the first key.
  public mutating func noticeKey(at now: Instant) {
    if !timer.hasBegun { timer.start(at: now) }
  }

  /// Parks a topic.
  public mutating func park(_ text: String) {
    topics.append(Topic(text: text, person: turn?.person))
  }

  /// Takes what became of the deals meanwhile; the turn stays with the same person.
  public mutating func refresh(_ standup: Standup) {
    let person = turn?.person
    let wasOver = isOver
    let passed = skipped.compactMap { self.standup.turns[$0].person?.id }
    self.standup = standup
    skipped = Set(
      standup.turns.indices.filter { place in
        standup.turns[place].person.map { passed.contains($0.id) } ?? false
      }
    )
    if wasOver {
      place = standup.turns.count
    } else if let same = standup.turns.firstIndex(where: { $0.person?.id == person?.id }) {
      place = same
    } else {
      place = min(place, standup.turns.count)
    }
  }

  private mutating func go(to place: Int, at now: Instant) {
    let target = max(0, min(place, standup.turns.count))
    guard target != self.place else { return }
    let wasOver = isOver
    self.place = target
    if isOver { return timer.pause(at: now) }
    if wasOver { timer.start(at: now) }
    timer.beginTurn(turnsLeft: standup.turns.count - target, at: now)
  }
}
