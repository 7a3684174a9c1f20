import Pipeline
import Store

/// Makes random but lawful changes by several people, undos and redos among them, on days that only
/// grow.
struct RandomHistory {
  let workspace: Workspace
  private var random: SplitMix
  private(set) var day: Day

  init(_ workspace: Workspace, seed: UInt64, from day: Day) {
    self.workspace = workspace
    self.day = day
    random = SplitMix(seed: seed)
  }

  /// Does `count` random things; those that a rule or another's change forbids leave nothing.
  mutating func run(_ count: Int) throws {
    for _ in 0..<count {
      if random.next() % 4 == 0 { day = day + Int(random.next() % 3) }
      do {
        try doSomething()
      } catch StoreError.rule, StoreError.conflict {
        continue
      }
    }
  }

  private mutating func doSomething() throws {
    let actor = ["Ana", "Ben", "Cleo"][pick(3)]
    let store = workspace.store
    switch pick(10) {
    case 0, 1: try send([workspace.request(.created(draft()), .newDeal, on: day)], actor)
    case 2:
      let request = UndoRequest(id: workspace.newID(), actor: actor, at: .test)
      _ = try store.undo(request, today: day)
    case 3:
      let request = UndoRequest(id: workspace.newID(), actor: actor, at: .test)
      _ = try store.redo(request, today: day)
    default:
      var changes: [ChangeRequest] = []
      for _ in 0...pick(3) {
        guard let deal = try anyDeal() else { continue }
        let target = ChangeRequest.Target.deal(deal.id, revision: deal.revision)
        changes.append(workspace.request(change(of: deal), target, on: day))
      }
      if !changes.isEmpty { try send(changes, actor) }
    }
  }

  private func send(_ changes: [ChangeRequest], _ actor: String) throws {
    _ = try workspace.store.append(workspace.step(changes, by: actor), today: day)
  }

  private mutating func anyDeal() throws -> Deal? {
    var deals: [Deal] = []
    try workspace.store.deals(asOf: day) { deals.append($0) }
    return deals.isEmpty ? nil : deals[pick(deals.count)]
  }

  private mutating func draft() -> DealDraft {
    var draft = workspace.draft("Deal \(pick(1000))", stage: pick(5))
    draft.minorUnits = pick(4) == 0 ? nil : Int64(pick(100_000))
    draft.organization = pick(2) == 0 ? nil : "An organization with a long name \(pick(3))"
    draft.labels = pick(2) == 0 ? [] : ["hot", "2:6", ""]
    draft.isCreationKnown = pick(5) > 0
    draft.beginsVisit = pick(5) > 0
    draft.currency = pick(3) == 0 ? Currency(code: "JPY") ?? .euro : .euro
    return draft
  }

  private mutating func change(of deal: Deal) -> DealChange {
    let activity = Activity(
      kind: ActivityKind.allCases[pick(4)],
      text: "talked\u{0}",
      minutes: pick(2) == 0 ? nil : 20,
      cost: pick(2) == 0 ? nil : Money(minorUnits: 1_250, currency: .euro)
    )
    switch pick(20) {
    case 0, 1, 2, 3: return .moved(to: workspace.stage(pick(5)))
    case 4: return .won
    case 5: return .lost(reason: pick(2) == 0 ? nil : "price")
    case 6, 7: return .reopened
    case 8:
      if pick(3) == 0 { return .longNotesSet("line\n\tline \(pick(9))") }
      return pick(4) == 0 ? .deleted : .noted("said \u{1F600}")
    case 9: return .valued(pick(3) == 0 ? nil : Int64(pick(90_000)), .euro)
    case 10: return .retitled("Deal \(pick(1000))")
    case 11: return .probabilitySet(Probability(percent: pick(120)))
    case 12: return .expectedCloseSet(pick(3) == 0 ? nil : day + pick(60))
    case 13: return .labelled(pick(2) == 0 ? [] : ["a", "b:\u{1F}c"])
    case 14: return .categorySet(ForecastCategory.allCases[pick(4)])
    case 15: return .organizationSet(pick(2) == 0 ? nil : "Acme")
    case 16: return .contactSet(pick(2) == 0 ? nil : "Zoë")
    case 17: return .snoozed(until: pick(2) == 0 ? nil : day + 3, reason: "later")
    case 18:
      return .stepPlanned(
        PlannedStep(
          number: deal.stepsPlanned + 1,
          due: day + pick(5),
          minuteOfDay: pick(2) == 0 ? nil : 570,
          activity: activity
        )
      )
    default:
      if let step = deal.steps.first {
        return pick(2) == 0 ? .stepDone(step.number, activity) : .stepDropped(step.number)
      }
      return .activityLogged(activity)
    }
  }

  private mutating func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
}
