/// A stage with fewer open deals than then: how many to find (NUMBERS.md, "Now against then").
public struct MissingDeals: Hashable, Sendable {
  /// The stage.
  public let stage: Stage
  /// Open deals then.
  public let then: Int
  /// Open deals now.
  public let now: Int
  /// How many to find at least.
  public var count: Int { then - now }
  /// What is to be done.
  ///
  /// `6 now against 13: find at least 7 new deals for Lead In to match then.`
  public var sentence: String {
    let (now, then) = (FigureWords.count(now), FigureWords.count(then))
    let deals = FigureWords.counted(count, "new deal", "new deals")
    return phrase(
      "\(now) now against \(then): find at least \(deals) for \(stage.name) to match then."
    )
  }
}

extension Figures {
  /// The stages with fewer open deals than then, in board order; 6 now against 13 asks for 7.
  public func missing(against then: Figures) -> [MissingDeals] {
    zip(stages, then.stages).compactMap { now, then in
      guard now.open.deals < then.open.deals else { return nil }
      return MissingDeals(stage: now.stage, then: then.open.deals, now: now.open.deals)
    }
  }
}

extension Figures {
  /// What the comparison with earlier figures says in sentences (NUMBERS.md, "Now against then"):
  /// for each stage with fewer open deals how many to find, and for each currency whether deals are
  /// bigger.
  ///
  /// Board order, then by currency; a currency without a mean then or now has no sentence.
  public func sentences(against then: Figures) -> [String] {
    missing(against: then).map(\.sentence)
      + byCurrency.compactMap { currency, now in
        let earlier = then.byCurrency[currency]?.open.value.mean
        let comparison = Comparison(then: earlier, now: now.open.value.mean, aim: .higher)
        return comparison.sizeSentence(in: currency)
      }
  }
}

extension Comparison {
  /// Whether deals are bigger: `Average deal EUR 13,080 → EUR 14,500, +10.9 %, bigger deals.`.
  fileprivate func sizeSentence(in currency: Currency) -> String? {
    guard let then, let now, let direction else { return nil }
    let (old, new) = (FigureWords.money(then, currency), FigureWords.money(now, currency))
    let change = percent.map { ", " + FigureWords.signedPercent($0) } ?? ""
    switch direction {
    case .better: return phrase("Average deal \(old) → \(new)\(change), bigger deals.")
    case .worse: return phrase("Average deal \(old) → \(new)\(change), smaller deals.")
    case .level: return phrase("Average deal \(new), as then.")
    }
  }
}
