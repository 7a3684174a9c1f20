import Pipeline

extension ScopedDeals {
  /// Explains the latest changes that one step made to the deals that are counted; a step that is too
  /// long ago is not looked for.
  func explain(_ step: Identifier<ChangeStep>) throws(Source.Failure) -> Explanation? {
    let events = try source.latestEvents(HistoryReport.eventLimit).filter { $0.step == step }
    guard let last = events.last else { return nil }
    let test = test
    var counted: [DealEvent] = []
    var others: Set<Identifier<Deal>> = []
    var deals: [Identifier<Deal>: Deal] = [:]
    for event in events where event.day <= scope.asOf {
      if deals[event.deal] == nil { deals[event.deal] = try source.deal(event.deal) }
      if let deal = deals[event.deal], !test(deal) {
        others.insert(event.deal)
      } else {
        counted.append(event)
      }
    }
    let changed = Set(counted.map(\.deal))
    let time = source.localTime(of: last.recordedAt)
    let minute = "\(time.day) \(DayText.time(time.minuteOfDay))"
    return Explanation(
      title: phrase("Changes of one step"),
      formula: [
        phrase("changes that one key press or command made, by \(last.actor), \(minute)"),
        "= "
          + phrase(
            "\(FigureText.count(counted.count, "change")) of \(FigureText.count(changed.count, "deal"))"
          ),
      ],
      window: nil,
      asOf: scope.asOf,
      leftOut: others.isEmpty
        ? [] : [Explanation.LeftOut(others.count, phrase("that are not shown"))],
      deals: changed.sorted()
    )
  }
}
