extension Levers {
  /// Why each lever is worth what it is, in the order of the levers; `deals` are those behind
  /// velocity.
  public func explanations(
    in pipeline: SalesPipeline,
    window: DayRange,
    asOf day: Day,
    deals: [Identifier<Deal>]
  ) -> [Explanation] {
    levers.map { lever in
      let words = lever.factor.words(in: pipeline)
      return Explanation(
        title: phrase("Lever in \(currency): \(words)"),
        formula: formula(of: lever),
        window: window,
        asOf: day,
        deals: deals
      )
    }
  }

  private func formula(of lever: Lever) -> [String] {
    let velocity = self.velocity
    func money(_ ratio: Ratio?) -> String { FigureWords.money(ratio, currency) }
    let rate = velocity.winRate.map { FigureWords.percent($0) } ?? phrase("n/a")
    let age = velocity.meanAgeAtWin.map { FigureWords.days($0) } ?? phrase("n/a")
    var lines = [
      phrase(
        "velocity with one factor at the team's own best, the others as they are: N × V × W / L"
      ),
      phrase(
        "now N = \(FigureWords.count(velocity.openDeals)), V = \(money(velocity.meanWonValue)), W = \(rate), L = \(age): \(money(velocity.perDay)) a day"
      ),
    ]
    guard let now = lever.now, let best = lever.best else {
      return lines + [phrase("= n/a: the factor is not known now, or was not then")]
    }
    let unit = lever.factor.unit(in: currency)
    let change =
      "\(now.words(in: unit)) → \(best.value.words(in: unit)) (\(best.source))"
    switch lever.factor {
    case .openDeals: lines.append("N: \(change)")
    case .wonValue: lines.append("V: \(change)")
    case .winRate: lines.append("W: \(change)")
    case .ageAtWin: lines.append("L: \(change)")
    case .conversion:
      lines.append(
        phrase("who is won went on from every stage, so W changes as the conversion does")
      )
      lines.append(phrase("conversion: \(change), W at most 100 %"))
    case .time:
      lines.append(phrase("L is shorter by what won deals spend less in the stage"))
      lines.append(phrase("days in the stage: \(change)"))
    }
    if let cases = lever.cases, let bestCases = best.cases {
      lines.append(
        phrase("n: \(FigureWords.count(cases)) now, \(FigureWords.count(bestCases)) then")
      )
    }
    if lever.isThin { lines.append(phrase("thin: one of them rests on fewer than 20 cases")) }
    guard let after = lever.velocity, let gain = lever.gain else {
      return lines + [phrase("= nothing to gain")]
    }
    return lines + [phrase("= \(money(after)) a day, \(money(gain)) more than now")]
  }
}

extension Lever.Factor {
  /// What would change, as people read it.
  public func words(in pipeline: SalesPipeline) -> String {
    switch self {
    case .openDeals: phrase("open deals, not stale")
    case .wonValue: phrase("average won value")
    case .winRate: phrase("win rate")
    case .ageAtWin: phrase("age at win")
    case .conversion(let stage): phrase("conversion from \(pipeline.stages[stage].name)")
    case .time(let stage): phrase("won deals' time in \(pipeline.stages[stage].name)")
    }
  }

  /// What its values are counted in.
  public func unit(in currency: Currency) -> FigureUnit {
    switch self {
    case .openDeals: .deals
    case .wonValue: .money(currency)
    case .winRate, .conversion: .rate
    case .ageAtWin, .time: .days
    }
  }
}
