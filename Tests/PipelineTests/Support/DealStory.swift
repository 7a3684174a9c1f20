import Pipeline

/// A deal's history told entry by entry, for the pipeline `.sales`.
///
/// The entry in place n, from 1, has the event id (deal, n). Each is recorded on the day it happened,
/// at the minute of the day that is given.
struct DealStory {
  let number: Int64
  private(set) var history: DealHistory

  init(
    _ number: Int64,
    _ title: String = "Deal",
    created: Day,
    at minute: Int = 0,
    stage: Int64 = 1,
    currency: Currency = .euro,
    minorUnits: Int64? = nil,
    owner: Int64? = nil,
    probability: Int? = nil,
    expectedClose: Day? = nil,
    by actor: String = "Ana Souza"
  ) {
    self.number = number
    let draft = DealDraft(
      title: title,
      pipeline: numbered(1),
      stage: numbered(stage),
      currency: currency,
      minorUnits: minorUnits,
      owner: owner.map { numbered($0) },
      probability: probability.flatMap { Probability(percent: $0) },
      expectedClose: expectedClose
    )
    history = DealHistory(events: [])
    add(.created(draft), on: created, at: minute, by: actor)
  }

  /// The story with one entry more.
  func then(
    _ day: Day,
    _ change: DealChange,
    at minute: Int = 0,
    by actor: String = "Ana Souza"
  ) -> DealStory {
    var story = self
    story.add(change, on: day, at: minute, by: actor)
    return story
  }

  /// The id of the entry in a place, from 1.
  func event(_ place: Int) -> EventID {
    EventID(high: UInt64(number), low: UInt64(place))
  }

  /// The deal at the end.
  var deal: Deal { history.deal() ?? .fixture(number) }

  private mutating func add(
    _ change: DealChange,
    on day: Day,
    at minute: Int,
    by actor: String
  ) {
    let place = history.events.count + 1
    let event = DealEvent(
      sequence: number * 1000 + Int64(place),
      id: event(place),
      step: numbered(number * 1000 + Int64(place)),
      actor: actor,
      deal: numbered(number),
      revision: Int32(place),
      recordedAt: moment(day, minute),
      day: day,
      change: change,
      before: place == 1 ? nil : history.deal()?.inverse(of: change)
    )
    history = DealHistory(events: history.events + [event])
  }
}

/// The moment of a minute of a day, in UTC.
func moment(_ day: Day, _ minute: Int) -> Instant {
  Instant(milliseconds: Int64(day.number) * 86_400_000 + Int64(minute) * 60_000)
}

/// The place in the log at a minute of a day.
func point(_ day: Day, _ minute: Int) -> LogPoint {
  LogPoint(day: day, moment: moment(day, minute))
}

extension DealChange {
  /// Plans a call of a number.
  static func planned(_ number: Int32, _ due: Day, at minute: Int16? = nil) -> DealChange {
    .stepPlanned(
      PlannedStep(
        number: number,
        due: due,
        minuteOfDay: minute,
        activity: Activity(kind: .call, text: "call \(number)")
      )
    )
  }
}

extension Person {
  /// Someone of the team by number and name.
  static func fixture(_ number: Int64, _ name: String, isActive: Bool = true) -> Person {
    Person(id: numbered(number), name: name, initials: "P\(number)", isActive: isActive)
  }
}
