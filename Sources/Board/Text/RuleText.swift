import Pipeline

extension DealRuleViolation {
  /// What is wrong, said of a deal by its title.
  func sentence(about title: String) -> String {
    switch self {
    case .dealClosed: "\(title) is closed. Reopen it first."
    case .alreadyClosed: "\(title) is closed already."
    case .notClosed: "\(title) is open already."
    case .sameStage: "\(title) is in that stage already."
    case .dealDeleted: "\(title) was deleted."
    case .outOfOrder(let day): "\(title) was changed on \(day); nothing can happen before that."
    case .unknownStage: "That stage is not one of the deal's pipeline."
    case .unknownStep: "That next step is not planned any more."
    case .negativeValue: "A value cannot be below zero."
    case .emptyTitle: "A deal needs a title."
    }
  }
}

extension DealChange {
  /// What was done, for a line about someone else's change.
  func sentence(about deal: Deal, in workspace: Workspace) -> String {
    let title = deal.title
    switch self {
    case .created: return "added \(title)"
    case .enteredStage, .updatedAtSource: return "updated \(title)"
    case .moved(let stage), .transferred(_, let stage):
      return "moved \(title) to \(workspace.stage(stage)?.name ?? "another stage")"
    case .retitled: return "renamed a deal to \(title)"
    case .valued: return "valued \(title) at \(deal.value.map(MoneyText.full) ?? "nothing")"
    case .probabilitySet: return "set the probability of \(title)"
    case .expectedCloseSet(let day):
      return "expects \(title) to close " + (day.map { "on \($0)" } ?? "on no known day")
    case .ownerSet(let owner):
      return "gave \(title) to \(owner.flatMap { workspace.person($0)?.name } ?? "nobody")"
    case .organizationSet, .contactSet, .labelled, .categorySet: return "edited \(title)"
    case .won: return "won \(title)"
    case .lost(let reason): return "lost \(title)" + (reason.map { ": \($0)" } ?? "")
    case .reopened: return "reopened \(title)"
    case .deleted: return "deleted \(title)"
    case .noted: return "wrote a note on \(title)"
    case .activityLogged, .stepDone: return "worked on \(title)"
    case .stepPlanned, .stepDropped: return "planned the next step of \(title)"
    case .snoozed: return "put \(title) aside"
    case .undone: return "took back a change of \(title)"
    }
  }
}
