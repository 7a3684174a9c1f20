import Pipeline
import Store

/// Walks back and forth over the steps of two people at random, beside a model: for each of them
/// the states of their deals so far, and which of these is the present one.
///
/// A step that was undone must be as if it had never been, to the last field; only a deal's count
/// of events and the day of the last one tell.
struct WalkTest {
  let steps: Int
  /// After so many steps a new file is begun: a deal's log is read whole for an undo.
  private let stepsPerFile = 500

  init(steps: Int) { self.steps = steps }

  func run(_ report: inout Report) throws {
    var dice = Dice(seed: 8)
    var done = 0
    while done < steps, report.findings.isEmpty {
      var walk = try Walk(dice.next())
      let count = min(stepsPerFile, steps - done)
      for _ in 0..<count {
        try walk.step()
        try walk.compare(&report)
      }
      for trouble in try walk.store.troubles() { report.find(trouble) }
      try walk.store.close()
      done += count
    }
    report.summary = "\(done) steps of two people, each compared with the model"
  }
}

/// One walk in a file of its own.
private struct Walk {
  /// What one person's deals were after each of their steps that stands or could be made again.
  struct Track {
    var states: [[Identifier<Deal>: Deal]] = [[:]]
    var present = 0
  }

  let store: SQLiteStore
  private let scratch: Scratch
  private let sales: SalesPipeline
  private var tracks: [String: Track] = ["Ana": Track(), "Ben": Track()]
  private var dice: Dice
  private var ids: IDs
  private var day = Day.torture - 400
  private var lastMove = ""

  init(_ seed: UInt64) throws {
    scratch = try Scratch()
    store = try SQLiteStore.torture(scratch.file)
    sales = try store.structure().pipelines[0]
    dice = Dice(seed: seed)
    ids = IDs(of: seed)
  }

  /// Takes one step: something new, one back, or one forward.
  mutating func step() throws {
    let actor = dice.chance(50) ? "Ana" : "Ben"
    if dice.chance(20) { day = day + dice.pick(3) }
    switch dice.pick(10) {
    case 0..<4: try makeStep(actor)
    case 4..<7: try walk(actor, isRedo: false)
    default: try walk(actor, isRedo: true)
    }
  }

  private mutating func walk(_ actor: String, isRedo: Bool) throws {
    var track = tracks[actor] ?? Track()
    let request = UndoRequest(id: ids.take(64), actor: actor, at: .torture)
    let outcome = try isRedo ? store.redo(request, today: day) : store.undo(request, today: day)
    let target = track.present + (isRedo ? 1 : -1)
    let isPossible = track.states.indices.contains(target)
    lastMove = "\(actor) \(isRedo ? "redid" : "undid")"
    guard (outcome != nil) == isPossible else {
      throw Trouble("\(lastMove), which the model takes to be \(isPossible ? "" : "im")possible")
    }
    if isPossible { track.present = target }
    tracks[actor] = track
  }

  private mutating func makeStep(_ actor: String) throws {
    var track = tracks[actor] ?? Track()
    let own = try present(track)
    var changes: [ChangeRequest] = []
    if own.count < 4 || dice.chance(10) {
      for _ in 0...dice.pick(2) { changes.append(request(.created(draft()), .newDeal)) }
    } else {
      var rest = own
      for _ in 0...dice.pick(3) where !rest.isEmpty {
        let deal = rest.remove(at: dice.pick(rest.count))
        guard let change = change(of: deal) else { continue }
        changes.append(request(change, .deal(deal.id, revision: deal.revision)))
      }
    }
    guard !changes.isEmpty else { return }
    let step = StepRequest(actor: actor, summary: "walk", at: .torture, changes: changes)
    let outcome = try store.append(step, today: day)
    guard outcome.step != nil else { return }
    var state = track.states[track.present]
    for change in outcome.changes { state[change.deal.id] = change.deal }
    track.states.removeSubrange((track.present + 1)...)
    track.states.append(state)
    track.present += 1
    tracks[actor] = track
    lastMove = "\(actor) made \(changes.map(\.change))"
  }

  /// A person's deals as the file has them now, those that are not deleted.
  private func present(_ track: Track) throws -> [Deal] {
    try track.states[track.present].keys.sorted().compactMap { id in
      try store.deal(id, asOf: .last).flatMap { $0.isDeleted ? nil : $0 }
    }
  }

  /// Compares every deal of both with what the model says.
  func compare(_ report: inout Report) throws {
    for (actor, track) in tracks.sorted(by: { $0.key < $1.key }) {
      let model = track.states[track.present]
      let everyID = Set(track.states.flatMap(\.keys))
      for id in everyID.sorted() {
        var found = try store.deal(id, asOf: .last)
        let wanted = model[id]
        found?.revision = wanted?.revision ?? 0
        found?.lastEventDay = wanted?.lastEventDay ?? day
        guard found != wanted else { continue }
        report.find("after \(lastMove), deal \(id): \(Self.difference(found, wanted))")
      }
      let depth = try store.undoCount(of: actor)
      report.expect(depth == track.present, "\(actor) can undo \(depth), not \(track.present)")
    }
  }

  /// The fields in which two deals differ.
  private static func difference(_ found: Deal?, _ wanted: Deal?) -> String {
    guard let found, let wanted else { return "it is \(found == nil ? "missing" : "there")" }
    let pairs = zip(Mirror(reflecting: found).children, Mirror(reflecting: wanted).children)
    return pairs.filter { "\($0.value)" != "\($1.value)" }
      .map { "\($0.label ?? "") is \($0.value), not \($1.value)" }
      .joined(separator: "; ")
  }

  // MARK: What is done

  private mutating func request(
    _ change: DealChange,
    _ target: ChangeRequest.Target
  ) -> ChangeRequest {
    ChangeRequest(id: ids.take(1), target: target, change: change, day: day)
  }

  private mutating func draft() -> DealDraft {
    DealDraft(
      title: "Deal \(dice.pick(1_000))",
      pipeline: sales.id,
      stage: sales.stages[dice.pick(5)].id,
      currency: .euro,
      minorUnits: dice.chance(20) ? nil : Int64(dice.pick(100_000))
    )
  }

  private mutating func change(of deal: Deal) -> DealChange? {
    let others = sales.stages.map(\.id).filter { $0 != deal.stage }
    switch dice.pick(12) {
    case 0: return .retitled("Deal \(dice.pick(1_000))")
    case 1: return .valued(dice.chance(20) ? nil : Int64(dice.pick(90_000)), .euro)
    case 2: return .probabilitySet(Probability(percent: dice.pick(101)))
    case 3: return .expectedCloseSet(dice.chance(30) ? nil : day + dice.pick(90))
    case 4: return .labelled(dice.chance(30) ? [] : ["hot", "l\(dice.pick(9))"])
    case 5: return .organizationSet(dice.chance(30) ? nil : "Acme \(dice.pick(9))")
    case 6: return deal.status.isOpen ? .moved(to: others[dice.pick(others.count)]) : .reopened
    case 7: return deal.status.isOpen ? .won : .reopened
    case 8: return deal.status.isOpen ? .lost(reason: "price") : .reopened
    case 9: return .noted("note \(dice.pick(99))")
    case 10: return dice.chance(30) ? .deleted : .snoozed(until: day + dice.pick(9), reason: "x")
    default:
      let call = Activity(kind: .call, text: "call", minutes: 20, cost: nil)
      guard let step = deal.steps.first else {
        let number = deal.stepsPlanned + 1
        return .stepPlanned(
          PlannedStep(number: number, due: day + dice.pick(9), minuteOfDay: nil, activity: call)
        )
      }
      return .stepDone(step.number, call)
    }
  }
}
