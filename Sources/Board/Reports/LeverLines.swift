import Pipeline

/// What would raise velocity most in one currency, if one factor were as it was at the baseline.
struct LeverLines {
  let levers: Levers
  let pipeline: SalesPipeline
  /// What a lever's number is asked with.
  let scope: ReportScope
  let baseline: ReportBaseline

  /// The most that are shown: those after them bring little.
  private static let most = 5

  /// A line of what velocity is, then a table of the levers that bring something, the strongest first.
  func add(to page: inout ReportPage, width: Int) {
    let currency = levers.currency
    page.addHeading(phrase("LEVERS \(currency.code)"), width: width)
    guard let perDay = levers.velocity.perDay else {
      page.addSentence(
        phrase("n/a: needs won deals with a value and an age above 0"),
        .dim,
        width: width
      )
      return
    }
    let gaining = levers.levers.filter { $0.gain != nil }
    let velocity = MoneyText.short(perDay, currency)
    guard !gaining.isEmpty else {
      page.addSentence(
        phrase("Velocity \(velocity) a day: no factor was better then."),
        .dim,
        width: width
      )
      return
    }
    page.addSentence(
      phrase("Velocity \(velocity) a day; it would be, if one factor were as then:"),
      .dim,
      width: width
    )
    var table = ReportTable([
      .words(phrase("If"), least: 14), .numbers(phrase("now"), rank: 2),
      .numbers(phrase("as then"), rank: 1), .numbers(phrase("a day"), rank: 4),
      .numbers("n", rank: 3),
      .numbers(phrase("gain")),
    ])
    for lever in gaining.prefix(Self.most) { table.add(row(lever)) }
    page.add(table.lines(width: width))
  }

  /// How many cases stand behind its value now and then: `7 → 24`.
  private func cases(of lever: Lever) -> String {
    guard let cases = lever.cases, let then = lever.best?.cases else { return "" }
    return "\(FigureText.grouped(cases)) → \(FigureText.grouped(then))"
  }

  private func row(_ lever: Lever) -> [ReportTable.Entry] {
    let currency = levers.currency
    let unit = lever.factor.unit(in: currency)
    let isThin = lever.isThin
    func text(_ value: Ratio?) -> String {
      value.map { ComparisonRow.text($0, unit) } ?? FigureText.missing
    }
    let question = ReportQuestion(
      .lever(lever.factor, in: currency, against: baseline),
      in: scope
    )
    let gain = lever.gain.map { "+" + MoneyText.short($0, currency) } ?? ""
    return [
      .init(lever.factor.words(in: pipeline)),
      .init(text(lever.now)),
      .init(text(lever.best?.value) + (isThin ? phrase(" thin") : ""), isThin ? .dim : .text),
      .init(lever.velocity.map { MoneyText.short($0, currency) } ?? ""),
      .init(cases(of: lever), .dim),
      .init(gain, isThin ? .dim : .good, .bold, target: .question(question)),
    ]
  }
}
