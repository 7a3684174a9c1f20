import Pipeline

extension DealChange {
  /// What was done, for a line about a change: the values that it set, not those of now.
  func sentence(about deal: Deal, in workspace: Workspace) -> String {
    let title = deal.title
    switch self {
    case .created: return phrase("added \(title)")
    case .enteredStage, .updatedAtSource: return phrase("updated \(title)")
    case .moved(let stage), .transferred(_, let stage):
      return phrase("moved \(title) to \(workspace.stage(stage)?.name ?? phrase("another stage"))")
    case .retitled(let name): return phrase("renamed a deal to \(name)")
    case .valued(let amount, let currency):
      let value = amount.map { MoneyText.full(Money(minorUnits: $0, currency: currency)) }
      return phrase("valued \(title) at \(value ?? phrase("nothing"))")
    case .probabilitySet: return phrase("set the probability of \(title)")
    case .expectedCloseSet(let day):
      return phrase("expects \(title) to close ")
        + (day.map { phrase("on \($0)") } ?? phrase("on no known day"))
    case .ownerSet(let owner):
      return phrase(
        "gave \(title) to \(owner.flatMap { workspace.person($0)?.name } ?? phrase("nobody"))"
      )
    case .organizationSet, .contactSet, .labelled, .categorySet: return phrase("edited \(title)")
    case .won: return phrase("won \(title)")
    case .lost(let reason): return phrase("lost \(title)") + (reason.map { ": \($0)" } ?? "")
    case .reopened: return phrase("reopened \(title)")
    case .deleted: return phrase("deleted \(title)")
    case .noted: return phrase("wrote a note on \(title)")
    case .longNotesSet: return phrase("wrote the notes of \(title)")
    case .activityLogged, .stepDone: return phrase("worked on \(title)")
    case .stepPlanned, .stepDropped: return phrase("planned the next step of \(title)")
    case .snoozed(nil, _, _): return phrase("took up \(title) again")
    case .snoozed(_, let reason, true):
      return phrase("kept \(title)") + (reason.map { ": \($0)" } ?? "")
    case .snoozed(_, let reason, false):
      return phrase("put \(title) aside") + (reason.map { ": \($0)" } ?? "")
    case .undone: return phrase("took back or made again a change of \(title)")
    }
  }
}
