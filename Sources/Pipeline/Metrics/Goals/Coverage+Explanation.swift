extension Coverage {
  /// Why the answer is what it is; the deals are those due in the period.
  ///
  /// `deals` are those that were counted, oldest first.
  public func explanation(from deals: some Sequence<Deal>) -> Explanation {
    let due = deals.filter { $0.status.isOpen && isAbout($0) && isDue($0) }
    let unvalued = currency == nil ? 0 : self.due.unvalued
    let omissions = [(unvalued, phrase("due without a value")), (overdue.deals, phrase("overdue"))]
    return Explanation(
      title: phrase("Goal for \(goal.period)"),
      formula: formula,
      window: window,
      asOf: asOf,
      leftOut: omissions.filter { $0.0 > 0 }.map { Explanation.LeftOut($0.0, $0.1) },
      deals: due.map(\.id)
    )
  }

  private var formula: [String] {
    func text(_ ratio: Ratio?) -> String {
      ratio.map { FigureWords.decimal($0, decimals: 2) } ?? phrase("n/a")
    }
    let (left, due) = (words(remaining), words(amount(due)))
    let rate = rate.map { FigureWords.percent($0) } ?? phrase("n/a")
    var lines = [
      phrase("remaining = goal − won = \(words(target)) − \(words(amount(won))) = \(left)"),
      phrase("have = due in the period / remaining = \(due) / \(left) = \(text(have))"),
      phrase("need = 1 / win rate by \(phrase(named: basis)) = 1 / \(rate) = \(text(need))"),
    ]
    if currency != nil {
      lines.append(
        phrase("the rate goes by \(phrase(named: basis)): \(FigureWords.count(lostAboveZero)) of ")
          + phrase("\(FigureWords.count(closed.outcomes.lost)) lost deals have a value above 0")
      )
    }
    if let meanOpen, let missingDeals {
      let mean =
        currency.map { phrase(" / mean open value \(FigureWords.money(meanOpen, $0))") } ?? ""
      lines.append(
        phrase("missing = (\(left) / \(rate) − \(due))\(mean), rounded up = \(missingDeals)")
      )
    }
    if let median = closed.outcomes.agesAtWin.median, let lastUsefulDay {
      let age = FigureWords.days(median)
      lines.append(
        phrase("last day = \(goal.period.last) − median age at win \(age) = \(lastUsefulDay)")
      )
    }
    return lines
  }
}
