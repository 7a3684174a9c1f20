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
  /// Whether the clock still waits for the first key.
  private var awaitsKey = true

  /// A standup that is about to begin, or that was broken off and goes on; its clock stands still
  /// until the first key.
  ///
  /// What was kept of one of another day gives its topics alone, which nobody has talked about yet.
  public init(
    _ standup: Standup,
    after draft: StandupDraft? = nil,
    people: [Person] = [],
    limit: Int64 = StandupTimer.standardLimit
  ) {
    self.standup = standup
    topics = (draft?.topics ?? []).map { topic in
      Topic(text: topic.text, person: people.first { $0.id == topic.person })
    }
    guard let draft, draft.day == standup.day else {
      timer = StandupTimer(turns: standup.turns.count, limit: limit)
      return
    }
    let passed = Set(draft.skipped)
    skipped = Set(
      standup.turns.indices.filter { place in
        standup.turns[place].person.map { passed.contains($0.id) } ?? false
      }
    )
    place =
      switch draft.turn {
      case .over: standup.turns.count
      case .nobody: standup.turns.firstIndex { $0.person == nil } ?? standup.turns.count
      case .person(let id): standup.turns.firstIndex { $0.person?.id == id } ?? 0
      }
    timer = StandupTimer(
      turns: standup.turns.count - place,
      limit: limit,
      counted: draft.elapsed
    )
  }

  /// What is to be kept of it at a moment; `nil`: nothing was done in it yet.
  public func draft(at now: Instant) -> StandupDraft? {
    guard place > 0 || !topics.isEmpty || !skipped.isEmpty else { return nil }
    return StandupDraft(
      day: standup.day,
      turn: isOver ? .over : turn?.person.map { .person($0.id) } ?? .nobody,
      elapsed: timer.elapsed(at: now),
      skipped: skipped.sorted().compactMap { standup.turns[$0].person?.id },
      topics: topics.map { StandupDraft.Topic(text: $0.text, person: $0.person?.id) }
    )
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

  /// Starts the clock where it still waits for the first key.
  public mutating func noticeKey(at now: Instant) {
    if awaitsKey { timer.start(at: now) }
    awaitsKey = false
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
