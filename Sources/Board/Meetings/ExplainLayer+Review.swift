import Pipeline

extension ExplainLayer {
  /// Lists the bars of a review's waterfall as the review shows them, each currency's in their order.
  init(_ start: ReviewStart, _ board: BoardState) {
    let flows = start.news.waterfall.byCurrency.map { (currency: $0.currency, flow: $0.value) }
    let ordered =
      flows.filter { $0.currency == board.currency }
      + flows.filter { $0.currency != board.currency }
    var items: [PickList<ReportQuestion>.Item] = []
    for (currency, flow) in ordered {
      func add(_ bar: WaterfallQuestion.Bar, _ value: Waterfall.Bar) {
        let question = WaterfallQuestion(
          bar: bar,
          currency: currency,
          since: start.news.since,
          until: start.draft.began,
          deals: .review(of: start.owner?.id)
        )
        items.append(
          PickList.Item(
            ReportQuestion(.waterfall(question), in: board.reportScope),
            title: phrase("\(question.name) in \(currency.code)"),
            detail: MoneyText.short(value.minorUnits, currency)
          )
        )
      }
      add(.start, flow.start)
      for cause in Waterfall.Cause.allCases where flow[cause].deals > 0 {
        add(.cause(cause), flow[cause])
      }
      add(.end, flow.end)
    }
    list = PickList(items)
  }
}
