/// What the history of a stage suggests to set there, to be asked why.
public struct SuggestedFigure: Hashable, Sendable {
  /// What is suggested.
  public enum Kind: Hashable, Sendable {
    /// The learned probability.
    case probability
    /// The limit for stuck, in days.
    case stuckLimit
  }

  /// What is suggested.
  public let kind: Kind
  /// The stage, from 0 in board order.
  public let stage: Int

  /// Names what a stage's history suggests.
  public init(_ kind: Kind, of stage: Int) {
    self.kind = kind
    self.stage = stage
  }
}

extension Figures {
  /// Why a suggestion is what it is, from the deals that the figures were counted from, oldest first;
  /// `nil` of a stage that there is not.
  public func explain(
    _ figure: SuggestedFigure,
    from deals: some Sequence<Deal>
  ) -> Explanation? {
    guard suggestions.indices.contains(figure.stage) else { return nil }
    let suggestion = suggestions[figure.stage]
    let name = suggestion.stage.name
    switch figure.kind {
    case .probability:
      let rate = explain([FigureName(.winRate, stage: figure.stage)], from: deals).first
      return Explanation(
        title: phrase("Learned probability of \(name)"),
        formula: (rate?.formula ?? []) + [suggestion.probabilityWords],
        window: window,
        asOf: asOf,
        leftOut: rate?.leftOut ?? [],
        deals: rate?.deals ?? []
      )
    case .stuckLimit:
      let won = explain([FigureName(.won)], from: deals).first
      let stage = suggestion.stage.id
      let wonDeals = Set(won?.deals ?? [])
      return Explanation(
        title: phrase("Suggested stuck limit of \(name)"),
        formula: [
          phrase(
            "75th percentile (nearest rank) of the days that deals won in the window spent there"
          ),
          suggestion.stuckWords,
        ],
        window: window,
        asOf: asOf,
        leftOut: won?.leftOut ?? [],
        deals: deals.filter { wonDeals.contains($0.id) && $0.days(in: stage, on: asOf) != nil }
          .map(\.id)
      )
    }
  }
}

extension StageSuggestion {
  fileprivate var probabilityWords: String {
    let set = stage.probability.map { "\($0.percent) %" } ?? phrase("nothing")
    guard let probability else { return few(winRate.whole) }
    return phrase("= \(probability.percent) % in whole percent; set is \(set)")
  }

  fileprivate var stuckWords: String {
    let set = stage.stuckLimit.map(FigureWords.dayCount) ?? phrase("nothing")
    guard let stuckLimit else { return few(daysOfWon.count) }
    let deals = FigureWords.counted(daysOfWon.count, "deal", "deals")
    return phrase("= \(FigureWords.dayCount(stuckLimit)), of \(deals); set is \(set)")
  }

  private func few(_ cases: Int) -> String {
    phrase(
      "= n/a: \(FigureWords.count(cases)) of the \(FigureWords.count(Self.fewestCases)) cases it takes"
    )
  }
}
