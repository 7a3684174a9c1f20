extension Coverage {
  /// The answer to "enough deals?".
  public enum Verdict: Hashable, Sendable {
    /// The goal is reached.
    case reached
    /// The period is over and the goal was not reached.
    case over
    /// What is due, times the win rate, is what remains or more.
    case enough
    /// So many deals more are needed.
    case short(deals: Int)
    /// Too little is due, and how many deals are missing cannot be said: no open deal has a value.
    case noValue
    /// What is needed cannot be said: nothing was won in the window, or nothing closed.
    case noRate

    /// The name in files.
    public var name: String {
      switch self {
      case .reached: "reached"
      case .over: "over"
      case .enough: "enough"
      case .short: "short"
      case .noValue: "no_value"
      case .noRate: "no_rate"
      }
    }
  }

  /// Whether enough deals are due.
  ///
  /// A period is over the day after its last.
  public var verdict: Verdict {
    if remaining == 0 { return .reached }
    if asOf > goal.period.last { return .over }
    guard let have, let need else { return .noRate }
    if have >= need { return .enough }
    return missingDeals.map { .short(deals: $0) } ?? .noValue
  }

  /// The answer as a sentence.
  public var sentence: String {
    let period = goal.period
    let won = phrase("\(words(amount(won))) of \(words(target)) won")
    switch verdict {
    case .reached: return phrase("The goal for \(period) is reached: \(won).")
    case .over: return phrase("\(period) is over: \(won), \(words(remaining)) short.")
    case .enough: return phrase("Enough deals for \(period): \(haveAndNeed).")
    case .short(let deals):
      let missing = FigureWords.counted(deals, "new deal", "new deals")
      if let lastUsefulDay, lastUsefulDay >= asOf {
        return phrase(
          "Not enough deals for \(period): \(haveAndNeed). Find at least \(missing) by \(lastUsefulDay)."
        )
      }
      return phrase(
        "Not enough deals for \(period): \(haveAndNeed). Find at least \(missing)\(deadline)."
      )
    case .noValue:
      return phrase("Not enough deals for \(period): \(haveAndNeed). ")
        + phrase("How many are missing is n/a: no open deal has a value.")
    case .noRate:
      let nothing = basis == .count ? phrase("nothing was won") : phrase("nothing of value was won")
      let why = closed.outcomes.closed == 0 ? phrase("no deal was closed") : nothing
      return phrase("Whether enough deals are due for \(period) is n/a: \(why) in the window. ")
        + phrase("Of the remaining \(words(remaining)), \(words(amount(due))) is due.")
    }
  }

  /// The answer where no goal is set.
  public static func withoutGoal(for period: Period) -> String {
    phrase("No goal is set for \(period), so whether deals are enough is n/a.")
  }

  /// `1.20 times the remaining EUR 50,000 is due, 2.50 times is needed (win rate by value 40.0 %)`.
  private var haveAndNeed: String {
    func times(_ ratio: Ratio?) -> String {
      ratio.map { FigureWords.decimal($0, decimals: 2) + phrase(" times") } ?? phrase("n/a")
    }
    let rate = rate.map { FigureWords.percent($0) } ?? phrase("n/a")
    return phrase(
      "\(times(have)) the remaining \(words(remaining)) is due, \(times(need)) is needed "
    )
      + phrase("(win rate by \(phrase(named: basis)) \(rate))")
  }

  /// What follows where no day is left on which a new deal still counts; empty where none is known.
  private var deadline: String {
    guard lastUsefulDay != nil else { return "" }
    return phrase("; one of median age that begins today closes after the period")
  }

  /// An amount in what the goal is counted in.
  public func words(_ amount: Int128) -> String {
    if let currency { return FigureWords.money(amount, currency) }
    return FigureWords.counted(Int(clamping: amount), "deal", "deals")
  }
}
