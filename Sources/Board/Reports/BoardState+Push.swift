import Pipeline

extension BoardState {
  /// Pushes the focused deal's expected close to the month before or after, on the same day of the
  /// month.
  ///
  /// One that is overdue or has no date goes to the end of the present month; none goes before today.
  mutating func pushClose(by step: Int, _ clock: BoardClock) -> [Effect] {
    if let refusalToChange { return refuse(refusalToChange) }
    guard let deal = focusedDeal else {
      return refuse(phrase("Go down to a deal first; < and > push it to another month."))
    }
    guard deal.status.isOpen else {
      return refuse(phrase("\(deal.title) is closed. Reopen it first."))
    }
    let today = clock.today
    guard let close = deal.expectedClose else {
      return expectClose(of: [deal], on: today.endOfMonth, clock)
    }
    if close < today {
      guard step > 0 else { return refuse(phrase("\(deal.title) is overdue already.")) }
      return expectClose(of: [deal], on: today.endOfMonth, clock)
    }
    let pushed = close.adding(months: step)
    guard pushed >= today.startOfMonth else {
      return refuse(phrase("\(deal.title) is expected this month already."))
    }
    return expectClose(of: [deal], on: pushed < today ? today.endOfMonth : pushed, clock)
  }
}
