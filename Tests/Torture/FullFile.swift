import Pipeline
import Store

/// A file whose deals have every field, and whose tables all have rows.
enum FullFile {
  /// Makes it at a path.
  static func make(at path: String) throws {
    let store = try SQLiteStore.torture(path)
    let sales = try store.structure().pipelines[0]
    let ana = try store.edit(
      [
        .addPerson(name: "Ana", logins: ["ana"]),
        .setStage(
          sales.stages[0].id,
          probability: Probability(percent: 10),
          idleLimit: 14,
          stuckLimit: 30
        ),
      ],
      by: "Ana",
      at: .torture
    ).people[0].id
    var ids = IDs(of: 1)
    for number in 1...40 { try makeDeal(number, in: sales, of: ana, store, &ids) }
    try keepRecords(in: sales, of: ana, store)
    let undo = UndoRequest(id: ids.take(64), actor: "Ana", at: .torture)
    _ = try store.undo(undo, today: .torture)
    try store.close()
  }

  private static func makeDeal(
    _ number: Int,
    in sales: SalesPipeline,
    of ana: Identifier<Person>,
    _ store: SQLiteStore,
    _ ids: inout IDs
  ) throws {
    func send(_ change: DealChange, _ target: ChangeRequest.Target) throws -> Deal {
      let request = ChangeRequest(id: ids.take(1), target: target, change: change, day: .torture)
      let step = StepRequest(actor: "Ana", summary: "fill", at: .torture, changes: [request])
      guard let change = try store.append(step, today: .torture).changes.last else {
        throw Trouble("nothing was made")
      }
      return change.deal
    }
    var draft = DealDraft(
      title: "Renewal \(number)",
      pipeline: sales.id,
      stage: sales.stages[number % 5].id,
      currency: .euro,
      minorUnits: Int64(number) * 123_456
    )
    draft.organization = "Acme \(number)"
    draft.contact = "Zoë Kern"
    draft.labels = ["hot", "renewal"]
    draft.owner = ana
    draft.probability = Probability(percent: 35)
    draft.expectedClose = .torture + number
    draft.category = .commit
    draft.key = SourceKey(source: "csv", id: "K\(number)")
    var deal = try send(.created(draft), .newDeal)
    func then(_ change: DealChange) throws {
      deal = try send(change, .deal(deal.id, revision: deal.revision))
    }
    let call = Activity(kind: .call, text: "call", minutes: 20, cost: nil)
    try then(
      .stepPlanned(PlannedStep(number: 1, due: .torture + 3, minuteOfDay: 570, activity: call))
    )
    try then(.snoozed(until: .torture + 9, reason: "later"))
    try then(.moved(to: sales.stages[(number + 2) % 5].id))
    if number.isMultiple(of: 3) { try then(.won) }
    if number % 3 == 1 { try then(.lost(reason: "price")) }
  }

  private static func keepRecords(
    in sales: SalesPipeline,
    of ana: Identifier<Person>,
    _ store: SQLiteStore
  ) throws {
    _ = try store.edit(
      [
        .setGoal(in: sales.id, owner: ana, .quarter(year: 2026, 1), .deals(12)),
        .saveBaseline(in: sales.id, name: "Start", .torture - 30),
        .saveFilter(name: "hot", text: "label:hot"),
      ],
      by: "Ana",
      at: .torture
    )
    try store.keep(.saveContact(Contact(name: "Zoë Kern", organization: "Acme 1", phone: "1")))
    let minutes = MeetingDraft(kind: .review, pipeline: sales.id, text: "All well.")
    try store.keep(.endMeeting(minutes, on: .torture, at: .torture))
    try store.keep(.keepDraft(minutes))
  }
}
