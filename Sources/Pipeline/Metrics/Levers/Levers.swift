/// What sales velocity in one currency would be if one factor came up to the team's own best
/// (NUMBERS.md, "Now against then": levers).
///
/// Velocity is N × V × W / L. A factor is replaced by the best of the references, the other three
/// stay. A stage works through two of them:
///
/// - Who is won went on from every stage, so W is taken for the product of the stages' conversions
///   (policy "reached"): where one rises from c to c*, W becomes W × c* / c, at most 1.
/// - L is the sum of the days that won deals spent in the stages, besides the days that they were
///   closed or in none: where the mean of one falls from t to t*, L becomes L − (t − t*). The mean is
///   over all deals won in the window, those that skipped the stage as 0.
///
/// A factor that is at its best already, and one whose value now or then is n/a, gains nothing.
public struct Levers: Hashable, Sendable {
  /// Figures that a factor could come up to: a quarter's, or a baseline's.
  public struct Reference: Sendable {
    /// What they are called: `2025-Q4`.
    public let name: String
    /// The figures as of the reference's last day, for N.
    public let stocks: Figures
    /// The figures over the reference's days, for V, W, L and the stages.
    public let flows: Figures

    /// Names figures of the deals of one currency.
    public init(name: String, stocks: Figures, flows: Figures) {
      self.name = name
      self.stocks = stocks
      self.flows = flows
    }
  }

  /// The currency.
  public let currency: Currency
  /// Velocity now with its factors.
  public let velocity: SalesVelocity
  /// The levers, the strongest first, then those without a gain in their natural order.
  public let levers: [Lever]

  /// Weighs each factor of figures now against references; all are of the deals of one currency.
  public init(of currency: Currency, now: Figures, against references: [Reference]) {
    self.currency = currency
    let velocity = (now.byCurrency[currency] ?? CurrencyFigures()).velocity
    self.velocity = velocity
    let stages = now.stages.indices
    let factors: [Lever.Factor] =
      [.openDeals, .wonValue, .winRate, .ageAtWin] + stages.map { .conversion(stage: $0) }
      + stages.map { .time(stage: $0) }
    let levers = factors.map { factor in
      let measured = factor.measure(stocks: now, flows: now, in: currency)
      let value = measured?.value
      let best = Self.best(of: factor, in: references, currency)
      let after = Self.velocity(velocity, with: factor, from: value, to: best?.value)
      let gain = after.flatMap { after in velocity.perDay.map { after - $0 } }
      let isGained = gain.map { $0.sign > 0 } ?? false
      return Lever(
        factor: factor,
        now: value,
        cases: measured?.cases,
        best: best,
        velocity: isGained ? after : nil,
        gain: isGained ? gain : nil
      )
    }
    let gained = levers.enumerated().filter { $0.element.gain != nil }.sorted { left, right in
      let gains = (left.element.gain ?? Ratio(0), right.element.gain ?? Ratio(0))
      return gains.0 == gains.1 ? left.offset < right.offset : gains.0 > gains.1
    }
    self.levers = gained.map(\.element) + levers.filter { $0.gain == nil }
  }

  private static func best(
    of factor: Lever.Factor,
    in references: [Reference],
    _ currency: Currency
  ) -> Lever.Best? {
    let known = references.compactMap { reference -> Lever.Best? in
      let (stocks, flows) = (reference.stocks, reference.flows)
      return factor.measure(stocks: stocks, flows: flows, in: currency).map {
        Lever.Best(value: $0.value, source: reference.name, cases: $0.cases)
      }
    }
    return known.reduce(nil) { best, next in
      guard let best else { return next }
      let isBetter = factor.isBetterHigher ? next.value > best.value : next.value < best.value
      return isBetter ? next : best
    }
  }

  /// Velocity with one factor changed; `nil` where that cannot be said.
  private static func velocity(
    _ velocity: SalesVelocity,
    with factor: Lever.Factor,
    from now: Ratio?,
    to best: Ratio?
  ) -> Ratio? {
    guard let now, let best, let perDay = velocity.perDay, let rate = velocity.winRate,
      let age = velocity.meanAgeAtWin
    else { return nil }
    switch factor {
    case .openDeals:
      guard velocity.openDeals > 0 else {
        return velocity.meanWonValue.flatMap { $0 * rate * best / age }
      }
      return (best / now).map { perDay * $0 }
    case .wonValue, .winRate: return (best / now).map { perDay * $0 }
    case .ageAtWin: return best.sign > 0 ? (now / best).map { perDay * $0 } : nil
    case .conversion:
      guard let scaled = (best / now).map({ min(rate * $0, Ratio(1)) }) else { return nil }
      return (scaled / rate).map { perDay * $0 }
    case .time:
      let shorter = age - (now - best)
      return shorter.sign > 0 ? (age / shorter).map { perDay * $0 } : nil
    }
  }
}

extension Lever.Factor {
  /// The factor's value among figures of one currency, and how many cases it rests on; `nil`: n/a.
  fileprivate func measure(
    stocks: Figures,
    flows: Figures,
    in currency: Currency
  ) -> (value: Ratio, cases: Int?)? {
    let closed = flows.byCurrency[currency]?.closed ?? ClosedDeals()
    let ages = closed.outcomes.agesAtWin
    func counted(_ value: Ratio?, _ cases: Int) -> (value: Ratio, cases: Int?)? {
      value.map { ($0, cases) }
    }
    switch self {
    case .openDeals:
      // Counted, not estimated: few deals are no small sample.
      return (Ratio(stocks.byCurrency[currency]?.open.fresh ?? 0), nil)
    case .wonValue: return counted(closed.won.mean, closed.won.valued)
    case .winRate: return counted(closed.outcomes.winRate, closed.outcomes.closed)
    case .ageAtWin: return counted(ages.mean, ages.count)
    case .conversion(let place):
      let share = flows.stages[place][.reached].share
      return counted(share.ratio, share.whole)
    case .time(let place):
      return counted(Ratio(flows.stages[place].daysOfWon.sum, of: closed.outcomes.won), ages.count)
    }
  }
}
