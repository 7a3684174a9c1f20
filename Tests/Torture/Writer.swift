import Pipeline
import Store

/// Someone who changes deals, and says of each change that was acknowledged that it was.
///
/// Told: `a HIGH LOW COUNT MICROSECONDS` for each step, the first event's id and how many there are
/// under ids that follow it; `c MICROSECONDS` for each conflict; `e WORDS` where something else went wrong.
struct Writer {
  /// Whose deals are changed.
  enum Deals: String {
    /// The writer's own, made along the way.
    case own
    /// The first twenty, which others change as well.
    case shared
  }

  private let store: SQLiteStore
  private let deals: Deals
  private let steps: Int
  private let name: String
  private let stages: [Identifier<Stage>]
  private let pipeline: Identifier<SalesPipeline>
  private var dice: Dice
  private var ids: IDs
  private var known: [Identifier<Deal>: Deal] = [:]

  /// Takes the file, a number of its own, whose deals to change, and how many steps to make.
  init(_ arguments: [String]) throws {
    guard arguments.count == 4, let number = UInt64(arguments[1]),
      let deals = Deals(rawValue: arguments[2]), let steps = Int(arguments[3])
    else { throw Trouble("writer FILE NUMBER own|shared STEPS") }
    self.deals = deals
    self.steps = steps
    name = "writer \(number)"
    dice = Dice(seed: number)
    ids = IDs(of: number)
    store = try SQLiteStore.torture(arguments[0], name)
    let sales = try store.structure().pipelines[0]
    pipeline = sales.id
    stages = sales.stages.map(\.id)
  }

  /// Makes its steps.
  func play() throws {
    var writer = self
    for _ in 0..<steps {
      do {
        try writer.makeStep()
      } catch {
        Telling.line("e \(error.message)")
        throw error
      }
    }
    try store.close()
  }

  private mutating func makeStep() throws(StoreError) {
    switch deals {
    case .own:
      if known.count >= 3, dice.chance(8) { return try undo() }
      if known.count < 3 || dice.chance(30) { return try create() }
      _ = try change(known.values.sorted { $0.id < $1.id })
    case .shared:
      let id = Identifier<Deal>(rawValue: Int64(dice.pick(20)) + 1)
      while true {
        guard let deal = try store.deal(id, asOf: .torture) else { throw .unknownDeal(id) }
        let start = ContinuousClock.now
        do {
          if try change([deal]) { return }
        } catch {
          guard case .conflict = error else { throw error }
          Telling.line("c \(Self.microseconds(since: start))")
        }
      }
    }
  }

  private mutating func create() throws(StoreError) {
    let count = dice.pick(3) + 1
    let first = ids.take(count)
    let changes = (0..<count).map { index in
      ChangeRequest(
        id: first.following(index),
        target: .newDeal,
        change: .created(
          DealDraft(
            title: "Deal \(dice.pick(10_000)) of \(name)",
            pipeline: pipeline,
            stage: stages[dice.pick(stages.count)],
            currency: .euro,
            minorUnits: Int64(dice.pick(1_000_000))
          )
        ),
        day: .torture
      )
    }
    _ = try send(changes)
  }

  /// Returns whether anything was recorded; a deal may have become what was wanted meanwhile.
  private mutating func change(_ deals: [Deal]) throws(StoreError) -> Bool {
    var changes: [ChangeRequest] = []
    var rest = deals
    for _ in 0..<min(rest.count, dice.pick(2) + 1) {
      let deal = rest.remove(at: dice.pick(rest.count))
      changes.append(
        ChangeRequest(
          id: ids.take(1),
          target: .deal(deal.id, revision: deal.revision),
          change: anyChange(of: deal),
          day: .torture
        )
      )
    }
    return try send(changes)
  }

  private mutating func anyChange(of deal: Deal) -> DealChange {
    switch dice.pick(10) {
    case 0..<4: return .noted("note \(dice.pick(1_000_000)) of \(name)")
    case 4..<7: return .valued(Int64(dice.next() >> 14), .euro)
    default:
      let others = stages.filter { $0 != deal.stage }
      return .moved(to: others[dice.pick(others.count)])
    }
  }

  private mutating func send(_ changes: [ChangeRequest]) throws(StoreError) -> Bool {
    let request = StepRequest(actor: name, summary: "torture", at: .torture, changes: changes)
    let start = ContinuousClock.now
    let outcome = try store.append(request, today: .torture)
    acknowledge(outcome, from: changes[0].id, since: start)
    return outcome.step != nil
  }

  private mutating func undo() throws(StoreError) {
    let id = ids.take(16)
    let start = ContinuousClock.now
    let request = UndoRequest(id: id, actor: name, at: .torture)
    guard let outcome = try store.undo(request, today: .torture) else { return }
    acknowledge(outcome, from: id, since: start)
  }

  private static func microseconds(since start: ContinuousClock.Instant) -> Int64 {
    let waited = (ContinuousClock.now - start).components
    return waited.seconds * 1_000_000 + waited.attoseconds / 1_000_000_000_000
  }

  private mutating func acknowledge(
    _ outcome: StepOutcome,
    from first: EventID,
    since start: ContinuousClock.Instant
  ) {
    let microseconds = Self.microseconds(since: start)
    let count = outcome.step?.eventCount ?? 0
    Telling.line("a \(first.high) \(first.low) \(count) \(microseconds)")
    for change in outcome.changes {
      known[change.deal.id] = change.deal.isDeleted ? nil : change.deal
    }
  }
}

/// The ids that a writer sends its changes under: its own number, then one after the other.
struct IDs {
  private let high: UInt64
  private var low: UInt64 = 0

  init(of number: UInt64) { high = number }

  /// The first of so many that follow each other.
  mutating func take(_ count: Int) -> EventID {
    defer { low += UInt64(count) }
    return EventID(high: high, low: low)
  }
}

extension EventID {
  /// The id so many after this one.
  func following(_ count: Int) -> EventID { EventID(high: high, low: low + UInt64(count)) }
}

/// What writers said, as a test reads it.
struct Acknowledgements {
  /// The events that were acknowledged.
  private(set) var ids: [EventID] = []
  /// How often something was in the way of what they wanted.
  private(set) var conflicts = 0
  /// How long each answer took, in microseconds.
  private var waits: [Int] = []
  /// What went wrong.
  private(set) var errors: [String] = []

  /// The longest wait for a step, and the middle one.
  var waitWords: String {
    func words(_ microseconds: Int?) -> String { "\(Double((microseconds ?? 0) / 100) / 10) ms" }
    let sorted = waits.sorted()
    let middle = sorted.dropFirst(sorted.count / 2).first
    return "the longest wait \(words(sorted.last)), the median \(words(middle))"
  }

  /// Takes in what a writer said; a line that was cut off by its end says nothing.
  mutating func read(_ path: String) throws {
    let text = String(decoding: try Bytes.read(path) ?? [], as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines.dropLast() {
      let words = line.split(separator: " ")
      switch words.first {
      case "a":
        guard words.count == 5, let high = UInt64(words[1]), let low = UInt64(words[2]),
          let count = Int(words[3]), let waited = Int(words[4])
        else { throw Trouble("\(path) says \(line)") }
        let first = EventID(high: high, low: low)
        ids += (0..<count).map { first.following($0) }
        waits.append(waited)
      case "c":
        guard words.count == 2, let waited = Int(words[1]) else {
          throw Trouble("\(path) says \(line)")
        }
        conflicts += 1
        waits.append(waited)
      case "e": errors.append(String(line.dropFirst(2)))
      default: throw Trouble("\(path) says \(line)")
      }
    }
  }
}
