import Pipeline

/// One deal as of a day, worked out slowly and without the domain's own fold: what stands by
/// recursion, and its time by looking at the end of every single day.
struct GridDeal {
  let id: Int64
  let pipeline: Int64
  let stage: Int64
  let isWon: Bool
  let isLost: Bool
  let isDeleted: Bool
  let closed: Day?
  let reason: String?
  let created: Day?
  let existsSince: Day
  let currency: Currency
  let value: Int64?
  let probability: Int?
  let expectedClose: Day?
  let owner: Int64?
  let lastTouched: Day
  /// The visits to stages of the counted pipeline in their order.
  let path: [(stage: Int64, day: Day)]
  /// The day the last visit to any stage began; `nil` where none has.
  let lastEntered: Day?
  /// For each stage the days at whose end the deal was open in it, up to the day before.
  let openDays: [Int64: [Day]]

  var isOpen: Bool { !isWon && !isLost }

  /// `nil` where the deal does not exist at the end of the day.
  init?(_ history: DealHistory, asOf last: Day) {
    let standing = Self.standing(history.events.filter { $0.day <= last })
    guard let first = standing.first, case .created = first.change else { return nil }
    var now = Moment(first)
    var path: [(stage: Int64, day: Day)] = []
    var openDays: [Int64: [Day]] = [:]
    var next = 0
    var today = first.day
    while today <= last {
      while next < standing.count, standing[next].day == today {
        now.take(standing[next], &path)
        next += 1
      }
      if today < last, now.isOpen, now.hasEntered, !now.isDeleted {
        openDays[now.stage, default: []].append(today)
      }
      today = today + 1
    }
    id = first.deal.rawValue
    pipeline = now.pipeline
    stage = now.stage
    isWon = now.outcome == .won
    isLost = now.outcome == .lost
    isDeleted = now.isDeleted
    closed = now.closed
    reason = now.reason
    created = now.created
    existsSince = first.day
    currency = now.currency
    value = now.value
    probability = now.probability
    expectedClose = now.expectedClose
    owner = now.owner
    lastTouched = now.touched
    lastEntered = now.entered
    self.path = path.filter { (1...5).contains($0.stage) }
    self.openDays = openDays
  }

  /// An event stands unless an undo that itself stands names it; undos do nothing by themselves.
  private static func standing(_ events: [DealEvent]) -> [DealEvent] {
    func stands(_ event: DealEvent) -> Bool {
      !events.contains { $0.change == .undone(event.id) && stands($0) }
    }
    return events.filter { event in
      if case .undone = event.change { return false }
      return stands(event)
    }
  }

  /// The days in a stage; `nil` where the deal never was there.
  func days(in stage: Int64) -> Int? {
    path.contains { $0.stage == stage } ? openDays[stage, default: []].count : nil
  }

  /// The furthest stage, else the present one, else the first.
  var furthest: Int64 {
    path.map(\.stage).max() ?? ((1...5).contains(stage) ? stage : 1)
  }

  /// The days of the present visit; `nil` where it has not begun or the deal is closed.
  func visitDays() -> Int? {
    guard isOpen, let lastEntered else { return nil }
    return openDays[stage, default: []].filter { $0 >= lastEntered }.count
  }
}

/// The state of a deal while its events are gone through.
private struct Moment {
  enum Outcome { case open, won, lost }

  var pipeline: Int64 = 0
  var stage: Int64 = 0
  var outcome = Outcome.open
  var closed: Day?
  var reason: String?
  var created: Day?
  var currency = Currency.euro
  var value: Int64?
  var probability: Int?
  var expectedClose: Day?
  var owner: Int64?
  var isDeleted = false
  var entered: Day?
  var touched: Day

  var isOpen: Bool { outcome == .open }
  var hasEntered: Bool { entered != nil }

  init(_ first: DealEvent) {
    touched = first.day
  }

  mutating func take(_ event: DealEvent, _ path: inout [(stage: Int64, day: Day)]) {
    var touches = true
    func enter(_ stage: Int64) {
      path.append((stage, event.day))
    }
    switch event.change {
    case .created(let draft):
      (pipeline, stage) = (draft.pipeline.rawValue, draft.stage.rawValue)
      created = draft.isCreationKnown ? event.day : nil
      (currency, value, owner) = (draft.currency, draft.minorUnits, draft.owner?.rawValue)
      probability = draft.probability.map { Int($0.percent) }
      expectedClose = draft.expectedClose
      if draft.beginsVisit {
        entered = event.day
        enter(stage)
      }
    case .enteredStage:
      entered = event.day
      enter(stage)
    case .moved(let target):
      stage = target.rawValue
      entered = event.day
      enter(stage)
    case .transferred(let target, let place):
      (pipeline, stage) = (target.rawValue, place.rawValue)
      entered = event.day
      enter(stage)
    case .valued(let amount, let currency): (value, self.currency) = (amount, currency)
    case .probabilitySet(let probability): self.probability = probability.map { Int($0.percent) }
    case .expectedCloseSet(let day): expectedClose = day
    case .won: (outcome, closed, reason) = (.won, event.day, nil)
    case .lost(let reason): (outcome, closed, self.reason) = (.lost, event.day, reason)
    case .reopened: (outcome, closed, reason) = (.open, nil, nil)
    case .noted, .longNotesSet, .activityLogged, .stepDone, .updatedAtSource: break
    case .ownerSet(let person):
      owner = person?.rawValue
      touches = false
    case .deleted:
      isDeleted = true
      touches = false
    case .retitled, .organizationSet, .contactSet, .labelled, .categorySet, .stepPlanned,
      .stepDropped, .snoozed, .undone:
      touches = false
    }
    if touches { touched = event.day }
  }
}
