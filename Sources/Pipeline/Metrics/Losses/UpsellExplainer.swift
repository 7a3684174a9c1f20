/// Counts the upsell of one currency and notes the deals behind it, in one pass over the histories.
public struct UpsellExplainer: Sendable {
  private let currency: Currency
  private let pipeline: Identifier<SalesPipeline>
  private let window: DayRange
  private let asOf: Day
  private var counted = PerCurrency<Upsell>()
  private var deals: [Identifier<Deal>] = []
  private var outside = 0

  /// Explains the upsell of nothing yet.
  public init(
    in currency: Currency,
    of pipeline: Identifier<SalesPipeline>,
    wonIn window: DayRange,
    asOf day: Day
  ) {
    self.currency = currency
    self.pipeline = pipeline
    self.window = window
    asOf = day
  }

  private var upsell: Upsell { counted[currency] ?? Upsell() }

  /// Counts one deal's history; each is handed in once, the oldest deal first.
  public mutating func count(_ history: DealHistory) {
    guard let deal = history.deal(asOf: asOf), deal.currency == currency,
      deal.pipeline == pipeline, !deal.isDeleted, case .won(let day) = deal.status
    else { return }
    guard window.contains(day) else {
      outside += 1
      return
    }
    let before = upsell.deals
    counted.count(history, in: pipeline, wonIn: window, asOf: asOf)
    if upsell.deals > before { deals.append(deal.id) }
  }

  /// What they grew by, with both values.
  public var explanation: Explanation {
    let leftOut = [
      (
        upsell.leftOut,
        phrase("without a value at the creation or at the win, or with another currency then")
      ), (outside, phrase(named: FigureName.Omission.outsideWindow)),
    ]
    return Explanation(
      title: phrase("Upsell in \(currency)"),
      formula: formula,
      window: window,
      asOf: asOf,
      leftOut: leftOut.filter { $0.0 > 0 }.map { Explanation.LeftOut($0.0, $0.1) },
      deals: deals
    )
  }

  private var formula: [String] {
    func money(_ amount: Int128) -> String { FigureWords.money(amount, currency) }
    let words = phrase("value at the win − value at the creation, of the deals won in the window")
    guard upsell.deals > 0 else { return [words, "= " + phrase("n/a: \(phrase("none won"))")] }
    var lines = [
      words, "= \(money(upsell.atWin)) − \(money(upsell.first)) = \(money(upsell.change))",
    ]
    if let rate = upsell.rate {
      lines.append(
        "\(money(upsell.change)) / \(money(upsell.first)) = "
          + FigureWords.signedPercent(rate * Ratio(100))
      )
    }
    let (grown, shrunk) = (FigureWords.count(upsell.grown), FigureWords.count(upsell.shrunk))
    let deals = FigureWords.counted(upsell.deals, "deal", "deals")
    lines.append(phrase("of \(deals) \(grown) grew, \(shrunk) shrank"))
    return lines
  }
}
