public import Pipeline

/// A bar of a waterfall that can be asked why it is what it is.
public struct WaterfallQuestion: Hashable, Sendable {
  /// Which bar it is.
  public enum Bar: Hashable, Sendable {
    /// What was open where it begins.
    case start
    /// What came or went.
    case cause(Waterfall.Cause)
    /// What was open where it ends.
    case end
  }

  /// Which bar it is.
  public var bar: Bar
  /// Of which currency.
  public var currency: Currency
  /// The place in the log after which it begins.
  public var since: LogPoint
  /// The place in the log at which it ends.
  public var until: LogPoint
  /// Which deals it counts.
  public var deals: Deals

  /// Which deals a waterfall counts.
  public enum Deals: Hashable, Sendable {
    /// Those of a review of one owner's deals; `nil`: everyone's.
    case review(of: Identifier<Person>?)
    /// Those of a report's scope.
    case scope
  }

  /// What it is called.
  var name: String {
    switch bar {
    case .start: phrase("open then")
    case .cause(let cause): "\(cause.sign) \(phrase(named: cause))"
    case .end:
      switch deals {
      case .review: phrase("open when begun")
      case .scope: phrase("open now")
      }
    }
  }
}

extension WaterfallQuestion {
  /// The explanation, from all histories of the log, with the deals as they were known then; those of
  /// a scope are the ones that are in it as of then.
  func explanation(
    of histories: [DealHistory],
    in pipeline: SalesPipeline,
    among pipelines: [SalesPipeline] = [],
    scope isInScope: (Deal) -> Bool,
    hindsight: Hindsight? = nil
  ) -> ExplanationReport {
    var deals: [Deal] = []
    var flows: [Waterfall.Flow] = []
    var transfers: [String] = []
    for history in histories.map({ DealHistory(events: $0.events.filter(until.covers)) }) {
      guard let deal = history.dealOrTombstone(asOf: until.day), isCounted(deal, isInScope) else {
        continue
      }
      let own = Waterfall(of: [history], pipeline: pipeline.id, from: since, to: until.day)
      guard let flow = own.byCurrency[currency] else { continue }
      flows.append(flow)
      if self.bar(of: flow).deals > 0 { deals.append(deal) }
      transfers += own.entries.filter(isBehind).compactMap { $0.words(about: deal, pipelines) }
    }
    let explanation = Explanation(
      title: phrase("\(name) of \(pipeline.name) in \(currency.code)"),
      formula: formula(flows) + transfers,
      window: DayRange(
        first: since.moment == nil ? since.day + 1 : since.day,
        last: until.day
      ),
      asOf: until.day,
      deals: deals.map(\.id)
    )
    return ExplanationReport(
      explanation,
      deals: Array(deals.prefix(ExplanationReport.dealLimit)),
      hindsight: hindsight
    )
  }

  /// Whether an event is in the bar.
  private func isBehind(_ entry: Waterfall.Entry) -> Bool {
    guard entry.currency == currency else { return false }
    switch bar {
    case .start: return false
    case .cause(let cause): return entry.cause == cause
    case .end: return true
    }
  }

  private func isCounted(_ deal: Deal, _ isInScope: (Deal) -> Bool) -> Bool {
    switch deals {
    case .review(nil): true
    case .review(let owner): deal.presence != .neverWas && deal.owner == owner
    case .scope: isInScope(deal)
    }
  }

  private func bar(of flow: Waterfall.Flow) -> Waterfall.Bar {
    switch bar {
    case .start: flow.start
    case .cause(let cause): flow[cause]
    case .end: flow.end
    }
  }

  private func formula(_ flows: [Waterfall.Flow]) -> [String] {
    let amount = flows.reduce(Int128(0)) { $0 + bar(of: $1).minorUnits }
    let count = flows.reduce(0) { $0 + bar(of: $1).deals }
    let sum = MoneyText.full(Money(minorUnits: Int64(clamping: amount), currency: currency))
    switch bar {
    case .start:
      return [
        phrase("sum of the values of the deals that were open then"),
        "= \(sum), \(FigureText.count(count, "deal"))",
      ]
    case .cause:
      return [
        phrase("sum over the changes that did it: what came to the open value or went from it"),
        "= \(sum), \(FigureText.count(count, "change"))",
      ]
    case .end:
      let parts = Waterfall.Cause.allCases.map { cause in
        (cause, flows.reduce(Int128(0)) { $0 + $1[cause].minorUnits })
      }
      let start = flows.reduce(Int128(0)) { $0 + $1.start.minorUnits }
      let words = parts.map { " \($0.0.sign) \(phrase(named: $0.0))" }.joined()
      let amounts = parts.map { " \($0.0.sign) \(MoneyText.short($0.1, currency))" }.joined()
      return [
        phrase("open then") + words,
        MoneyText.short(start, currency) + amounts,
        "= \(sum), \(FigureText.count(count, "deal"))",
      ]
    }
  }
}

extension Waterfall.Entry {
  /// Which deal came from, or went to, which other pipeline or currency, and what that counts as;
  /// `nil` where it did neither.
  fileprivate func words(about deal: Deal, _ pipelines: [SalesPipeline]) -> String? {
    let other: String
    switch transfer {
    case .currency(let currency): other = currency.code
    case .pipeline(let id):
      other = pipelines.first { $0.id == id }?.name ?? phrase("another pipeline")
    case nil: return nil
    }
    let name = "\(deal.title) #\(deal.id)"
    return cause == .deleted
      ? phrase("\(name) went to \(other) on \(day), which counts as deleted here")
      : phrase("\(name) came from \(other) on \(day), which counts as created here")
  }
}
