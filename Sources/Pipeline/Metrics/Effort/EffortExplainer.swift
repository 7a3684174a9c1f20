/// Counts what each stage takes and notes the deals behind it, in one pass over the histories.
public struct EffortExplainer: Sendable {
  private var effort: Effort
  private var deals: [[Identifier<Deal>]]
  private var outside: [Int]

  /// Explains the effort of no deals yet.
  public init(_ empty: Effort) {
    effort = empty
    deals = empty.stages.map { _ in [] }
    outside = empty.stages.map { _ in 0 }
  }

  /// Counts one deal's history; each is handed in once, the oldest deal first.
  public mutating func count(_ history: DealHistory) {
    effort.count(history)
    guard let deal = history.deal(asOf: effort.asOf), deal.pipeline == effort.pipeline.id,
      !deal.isDeleted
    else { return }
    for (place, stage) in effort.pipeline.stages.enumerated() {
      let first = deal.firstDay(in: stage.id)
      if effort.isLost(deal, in: stage.id) || first.map(effort.window.contains) == true {
        deals[place].append(deal.id)
      } else if first != nil {
        outside[place] += 1
      }
    }
  }

  /// Each stage's explanation, in board order.
  public var explanations: [Explanation] {
    effort.pipeline.stages.indices.map { place in
      let left = outside[place]
      return Explanation(
        title: phrase("Effort in \(effort.pipeline.stages[place].name)"),
        formula: effort.stages[place].formula,
        window: effort.window,
        asOf: effort.asOf,
        leftOut: left > 0
          ? [Explanation.LeftOut(left, phrase(named: FigureName.Omission.enteredOutsideWindow))]
          : [],
        deals: deals[place]
      )
    }
  }
}

extension StageEffort {
  /// What was counted and what it comes to per deal, in words.
  fileprivate var formula: [String] {
    let took = FigureWords.count(self.minutes)
    func each(_ ratio: Ratio?, _ words: (Ratio) -> String) -> String {
      ratio.map(words) ?? phrase("n/a: none")
    }
    func minutes(_ ratio: Ratio) -> String { FigureWords.plain(ratio) }
    let days = FigureWords.dayCount(dealDays)
    let counted = FigureWords.counted(deals, "deal", "deals")
    let values = lostValue.map { ", \(FigureWords.money($0.value.minorUnits, $0.currency))" }
    let lostDeals = FigureWords.counted(lost, "deal", "deals") + values.joined()
    let done = FigureWords.counted(activities, "activity", "activities")
    var lines = [
      phrase("days over all visits, of the deals that were first there in the window"),
      phrase("= \(days) of \(counted), of")
        + phrase(" which \(FigureWords.count(left)) left it and \(FigureWords.count(won)) are won"),
      phrase("lost there in the window: \(lostDeals)"),
      phrase("minutes of \(done) on those deals while")
        + phrase(" they stood there, the usual ones of its kind where none were noted"),
      "= \(FigureWords.counted(self.minutes, "minute", "minutes"))",
      phrase(
        "per deal that left = \(took) / \(FigureWords.count(left)) = \(each(minutesPerDealLeft, minutes))"
      ),
      phrase(
        "per won deal = \(took) / \(FigureWords.count(won)) = \(each(minutesPerWonDeal, minutes))"
      ),
    ]
    for currency in currencies {
      func money(_ ratio: Ratio) -> String { FigureWords.money(ratio, currency) }
      lines.append(
        phrase("cost of activities, and of their owner's time = \(money(cost(in: currency)))")
      )
      lines.append(
        phrase("per deal that left \(each(costPerDealLeft(in: currency), money)),")
          + phrase(" per won deal \(each(costPerWonDeal(in: currency), money))")
      )
    }
    return lines
  }
}
