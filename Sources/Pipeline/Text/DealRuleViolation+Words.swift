extension DealRuleViolation {
  /// What is wrong and what can be done, said of a deal by what it is called: by its title alone, or
  /// with its number.
  public func sentence(about deal: String) -> String {
    switch self {
    case .dealClosed: phrase("\(deal) is closed. Reopen it first.")
    case .alreadyClosed: phrase("\(deal) is closed already.")
    case .notClosed: phrase("\(deal) is open already.")
    case .sameStage: phrase("\(deal) is in that stage already.")
    case .dealDeleted: phrase("\(deal) was deleted.")
    case .outOfOrder(let day):
      phrase("\(deal) was changed on \(day). Name that day or a later one.")
    case .unknownStage: phrase("\(deal): its pipeline has no such stage.")
    case .unknownStep: phrase("\(deal): that next step is not planned any more.")
    case .negativeValue: phrase("\(deal): a value cannot be below zero.")
    case .emptyTitle: phrase("A deal needs a title.")
    }
  }
}
