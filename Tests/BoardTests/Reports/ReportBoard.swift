import EdgeCaseHistories
import Pipeline

@testable import Board

/// Deals as their histories make them, in place of a store.
struct HistorySource: ReportSource {
  var histories: [DealHistory]
  var people: [Person] = ReportBoard.people
  var records = MeetingRecords()
  var contacts: [Contact] = []
  var pipeline = ReportBoard.pipeline
  /// The day on which history begins; days before it are hindsight.
  var begins: Day?

  func hindsight(asOf day: Day, in pipeline: Identifier<SalesPipeline>) -> Hindsight? {
    guard let begins, day < begins else { return nil }
    let there = histories.count { $0.deal(asOf: day) != nil }
    return Hindsight(day: day, historyBegins: begins, deals: Share(min(4, there), of: there))
  }

  func isHindsight(_ day: Day, in pipeline: Identifier<SalesPipeline>) -> Bool {
    hindsight(asOf: day, in: pipeline) != nil
  }

  func structure() -> ReportStructure {
    ReportStructure(pipelines: [pipeline], people: people)
  }

  func deals(asOf day: Day, _ body: (Deal) -> Void) {
    for history in histories {
      if let deal = history.deal(asOf: day) { body(deal) }
    }
  }

  func deal(_ id: Identifier<Deal>) -> Deal? {
    histories.first { $0.events.first?.deal == id }?.deal()
  }

  func lastSequence() -> Int64 { histories.flatMap(\.events).map(\.sequence).max() ?? 0 }

  func latestEvents(_ count: Int) -> [DealEvent] {
    Array(histories.flatMap(\.events).sorted { $0.sequence < $1.sequence }.suffix(count))
  }

  func histories(changedAfter day: Day?, _ body: (DealHistory) -> Void) {
    for history in histories where day.map({ history.lastDay > $0 }) ?? true { body(history) }
  }

  func meetings(of pipeline: Identifier<SalesPipeline>) -> MeetingRecords { records }

  func contact(named name: String, at organization: String?) -> Contact? {
    contacts.first { $0.name == name && $0.organization == organization }
  }

  func localTime(of instant: Instant) -> (day: Day, minuteOfDay: Int) {
    (instant.day(secondsFromUTC: 0), instant.secondOfDay(secondsFromUTC: 0) / 60)
  }
}

/// A board over histories whose reports are counted when the test says so.
struct ReportBoard {
  static let today = Day(year: 2026, month: 3, day: 31) ?? .first

  static let pipeline = EdgeCaseHistories.pipeline

  /// The same pipeline with no limit in any stage.
  static let pipelineWithoutLimits = SalesPipeline(
    id: pipeline.id,
    name: pipeline.name,
    stages: pipeline.stages.map {
      Stage(id: $0.id, name: $0.name, probability: $0.probability)
    }
  )

  static let people = [
    Person(id: Identifier(rawValue: 1), name: "Ana Souza", initials: "AS", logins: ["ana"]),
    Person(id: Identifier(rawValue: 2), name: "Ben Okafor", initials: "BO"),
  ]

  var state: BoardState
  var source: HistorySource
  /// Reports that were asked for and not counted yet.
  private(set) var asked: [(ticket: ReportTicket, request: ReportRequest)] = []
  /// The sidebar's, which are asked for whenever the board can be seen.
  private(set) var askedBeside: [(ticket: ReportTicket, request: ReportRequest)] = []
  /// How often all deals were asked for, for the sidebar.
  private(set) var walks = 0
  /// Everything else that was asked for.
  private(set) var effects: [Effect] = []
  /// Whether the store keeps silent about what it is to keep beside deals.
  var keepsNothing = false
  private var sequence: Int64
  /// The steps that were made and not taken back, with their events.
  private var made: [(step: ChangeStep, events: [DealEvent])] = []
  private var steps: Int64 = 0
  var clock = BoardClock(
    now: Instant(milliseconds: 1_774_951_200_000),
    today: ReportBoard.today,
    minuteOfDay: 600
  )

  /// The edge cases as of their day.
  static func edgeCases(rows: Int, columns: Int, goals: [Goal] = []) throws -> ReportBoard {
    let cases = try EdgeCaseHistories()
    return ReportBoard(
      cases.histories.map(\.history),
      people: cases.people,
      goals: goals,
      rows: rows,
      columns: columns
    )
  }

  init(
    _ histories: [DealHistory],
    people: [Person] = ReportBoard.people,
    pipeline: SalesPipeline = ReportBoard.pipeline,
    goals: [Goal] = [],
    rows: Int = 40,
    columns: Int = 120
  ) {
    source = HistorySource(histories: histories, people: people, pipeline: pipeline)
    sequence = source.lastSequence()
    let deals = histories.compactMap { $0.deal(asOf: Self.today) }.filter {
      $0.status.isOpen && !$0.isDeleted
    }
    var options = BoardOptions()
    options.me = Identifier(rawValue: 1)
    state = BoardState(
      workspace: Workspace(
        WorkspaceSnapshot(
          settings: WorkspaceSettings(timeZone: "Europe/Amsterdam", currency: .euro),
          pipelines: [pipeline],
          people: people,
          goals: goals,
          openDeals: deals,
          closed: [:],
          window: DayRange(days: 365, endingOn: Self.today),
          asOf: Self.today,
          lastSequence: sequence,
          structureVersion: 1,
          dealsWithLaterEvents: Set(
            histories.flatMap(\.events).filter { $0.day > Self.today }.map(\.deal)
          )
        )
      ),
      clock: clock,
      actor: "Ana Souza",
      rows: rows,
      columns: columns,
      options: options
    )
  }

  /// Types keys, written as in a config: `g f`, `P`, `esc`.
  mutating func type(_ keys: String) {
    for key in keys.split(separator: " ") {
      if key.count > 1, Chord(String(key)) == nil { write(String(key)) }
      if let chord = Chord(String(key)) { send(.key(chord)) }
    }
  }

  /// Types a text letter by letter.
  mutating func write(_ text: String) {
    for scalar in text.unicodeScalars { send(.key(Chord(.character(scalar)))) }
  }

  mutating func send(_ action: Action) {
    var kept: [Ticket] = []
    for effect in update(&state, action, clock: clock) {
      if !keepsNothing, case .keep(let ticket, _) = effect { kept.append(ticket) }
      switch effect {
      case .loadReport(let ticket, let request):
        switch request {
        case .sidebar, .activity:
          askedBeside.append((ticket, request))
          if case .sidebar = request { walks += 1 }
        default: asked.append((ticket, request))
        }
      case .narrow(let request):
        if let answer = request.answer() { send(.narrowed(answer)) }
      default: effects.append(effect)
      }
    }
    for ticket in kept { send(.kept(ticket, nil)) }
  }

  /// Counts what was asked for, as the store's thread would, and hands it over.
  mutating func count() {
    while !asked.isEmpty || !askedBeside.isEmpty {
      let (ticket, request) = asked.isEmpty ? askedBeside.removeFirst() : asked.removeFirst()
      send(.reportArrived(ticket, request.report(from: source)))
    }
  }

  /// Looks at the board as of a past day.
  mutating func lookBack(to day: Day) {
    let deals = source.histories.compactMap { $0.deal(asOf: day) }.filter {
      $0.status.isOpen && !$0.isDeleted
    }
    send(
      .pastArrived(
        Workspace(
          WorkspaceSnapshot(
            settings: state.workspace.settings,
            pipelines: [Self.pipeline],
            people: state.workspace.people,
            openDeals: deals,
            closed: [:],
            window: DayRange(days: 365, endingOn: day),
            asOf: day,
            lastSequence: 100,
            structureVersion: 1
          )
        )
      )
    )
  }

  /// Lets time pass.
  mutating func pass(minutes: Int) {
    clock.now = Instant(milliseconds: clock.now.milliseconds + Int64(minutes) * 60_000)
    clock.minuteOfDay += minutes
    send(.tick)
  }

  /// Makes and takes back the steps that were asked for, as the store would, and hands over the
  /// answers; a minute passes with each.
  mutating func save() {
    while let index = effects.firstIndex(where: \.isForStore) {
      clock.now = Instant(milliseconds: clock.now.milliseconds + 60_000)
      steps += 1
      switch effects.remove(at: index) {
      case .commit(let ticket, let request):
        let changes = request.changes.compactMap { wanted -> RecordedChange? in
          guard case .deal(let id, _) = wanted.target else { return nil }
          return record(wanted.change, of: id, as: wanted.id, on: wanted.day)
        }
        made.append(
          (
            ChangeStep(
              id: Identifier(rawValue: 1_000 + steps),
              actor: request.actor,
              summary: request.summary,
              eventCount: changes.count,
              recordedAt: clock.now,
              isImport: false
            ), changes.map(\.event)
          )
        )
        answer(ticket, changes)
      case .undo(let ticket, let reversal):
        guard let last = made.popLast() else {
          answer(ticket, [])
          continue
        }
        let changes = last.events.reversed().enumerated().compactMap { place, event in
          record(
            .undone(event.id),
            of: event.deal,
            as: EventID(high: reversal.id.high, low: reversal.id.low &+ UInt64(place)),
            on: Self.today
          )
        }
        answer(ticket, changes)
      default: return
      }
    }
  }

  private mutating func answer(_ ticket: Ticket, _ changes: [RecordedChange]) {
    let undo = UndoState(undo: made.last?.step, depth: made.count)
    send(.stored(ticket, StoredStep(changes: changes, undo: undo)))
  }

  private mutating func record(
    _ change: DealChange,
    of id: Identifier<Deal>,
    as event: EventID,
    on day: Day
  ) -> RecordedChange? {
    guard let place = source.histories.firstIndex(where: { $0.events.first?.deal == id })
    else { return nil }
    let known = source.histories[place].events
    sequence += 1
    let event = DealEvent(
      sequence: sequence,
      id: event,
      step: Identifier(rawValue: 1_000 + steps),
      actor: "Ana Souza",
      deal: id,
      revision: Int32(known.count + 1),
      recordedAt: clock.now,
      day: day,
      change: change
    )
    source.histories[place] = DealHistory(events: known + [event])
    return source.histories[place].deal().map { RecordedChange(event: event, deal: $0) }
  }

  /// The screen's rows, blanks at the end left out.
  var lines: [String] {
    var canvas = Canvas(rows: state.rows, columns: state.columns) { _ in 1 }
    draw(state, on: &canvas)
    return canvas.lines.map { line in
      var line = line[...]
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }

  /// The screen as one text.
  var screen: String { lines.joined(separator: "\n") }
}

extension Effect {
  /// Whether the store answers it with events.
  fileprivate var isForStore: Bool {
    switch self {
    case .commit, .undo: true
    default: false
    }
  }
}

extension DealHistory {
  /// The day of the latest of all its events.
  fileprivate var lastDay: Day { events.map(\.day).max() ?? .first }

  /// A deal created in a stage for a value in whole euros, and what became of it.
  static func fixture(
    _ number: Int64,
    _ title: String,
    _ value: Int64? = nil,
    created: Day,
    stage: Int64 = 1,
    owner: Int64? = nil,
    expectedClose: Day? = nil,
    category: ForecastCategory = .pipeline,
    then changes: [(Day, DealChange)] = []
  ) -> DealHistory {
    let draft = DealDraft(
      title: title,
      pipeline: Identifier(rawValue: 1),
      stage: Identifier(rawValue: stage),
      currency: .euro,
      minorUnits: value.map { $0 * 100 },
      owner: owner.map { Identifier(rawValue: $0) },
      expectedClose: expectedClose,
      category: category
    )
    let all = [(created, DealChange.created(draft))] + changes
    return DealHistory(
      events: all.enumerated().map { place, entry in
        DealEvent(
          sequence: number * 100 + Int64(place),
          id: EventID(high: UInt64(number), low: UInt64(place)),
          step: Identifier(rawValue: number),
          actor: "Ana Souza",
          deal: Identifier(rawValue: number),
          revision: Int32(place + 1),
          recordedAt: Instant(milliseconds: 0),
          day: entry.0,
          change: entry.1
        )
      }
    )
  }
}
