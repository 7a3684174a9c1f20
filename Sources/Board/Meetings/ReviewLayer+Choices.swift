import Pipeline

/// What a review can be chosen to be, from whichever of its pages.
extension ReviewLayer {
  /// Reviews other deals, or in another order, or anew; from whichever page, on to the news.
  mutating func chooseOtherwise(
    _ command: Command,
    isAgain: Bool,
    _ board: inout BoardState
  ) -> [Effect] {
    switch command {
    case .reviewOrder: choose(owner: owner, order: nextOrder)
    case .reviewOwner: board.layers.push(ReviewOwnerLayer(board, present: owner))
    case .mine:
      guard let me = board.me else {
        return board.refuse(
          phrase("You are none of the team, so no deal is yours.")
            + phrase(" \(board.key(of: .mine)) on the board says who you are.")
        )
      }
      choose(owner: owner == me ? nil : me, order: nil)
    case .restartReview: return restart(isAgain: isAgain, &board)
    default: break
    }
    return []
  }

  /// Begins anew; where something was decided already, once that was asked twice.
  private mutating func restart(isAgain: Bool, _ board: inout BoardState) -> [Effect] {
    guard start?.goesOn == true else {
      return board.refuse(phrase("This review begins anew as it is."))
    }
    if let reason = board.readOnlyReason { return board.refuse(reason) }
    let decided = session?.draft.decided.count ?? 0
    if decided > 0, !isAgain {
      asksToRestart = true
      let key = board.key(of: .restartReview)
      let count = FigureText.count(decided, "decision")
      board.message = Message(
        .notice,
        phrase("\(key) again begins anew: \(count) so far")
          + (decided == 1 ? phrase(" goes") : phrase(" go"))
          + phrase(" from the minutes, not from the deals.")
      )
      return []
    }
    let draft = meetingDraft("", board)
    choose(owner: owner, order: nil, anew: true)
    return board.keep(.noDraft(draft))
  }
}
