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

/// Explains what the history of stages suggests, in one pass over the deals that figures are counted
/// from.
public struct SuggestionExplainer: Sendable {
  private let questions: [SuggestedFigure]
  /// Of each question the rate that a probability is learned from, or the won deals.
  private var figures: FigureExplainer
  private let pipeline: SalesPipeline
  private let asOf: Day
  private let window: DayRange
  /// Of each question the deals won in the window that were in its stage.
  private var wonThere: [[Identifier<Deal>]]

  /// Explains suggestions of the stages that there are, from figures that may still be counted beside
  /// it; suggestions of other stages are left out.
  public init(_ questions: [SuggestedFigure], in figures: Figures) {
    let known = questions.filter { figures.stages.indices.contains($0.stage) }
    self.questions = known
    self.figures = FigureExplainer(
      known.map { question in
        switch question.kind {
        case .probability: FigureName(.winRate, stage: question.stage)
        case .stuckLimit: FigureName(.won)
        }
      },
      in: figures
    )
    pipeline = figures.pipeline
    asOf = figures.asOf
    window = figures.window
    wonThere = known.map { _ in [] }
  }

  /// Looks at a deal of those that the figures are counted from, oldest first.
  public mutating func count(_ deal: Deal) {
    figures.count(deal)
    guard deal.pipeline == pipeline.id, !deal.isDeleted, case .won(let day) = deal.status,
      window.contains(day)
    else { return }
    for (place, question) in questions.enumerated()
    where deal.days(in: pipeline.stages[question.stage].id, on: asOf) != nil {
      wonThere[place].append(deal.id)
    }
  }

  /// Each suggestion with why it is what it is, with the numbers of the figures, counted by now.
  public func explanations(
    in counted: Figures
  ) -> [(question: SuggestedFigure, explanation: Explanation)] {
    let found = figures.explanations(in: counted)
    let suggestions = counted.suggestions
    return questions.enumerated().map { place, question in
      let suggestion = suggestions[question.stage]
      let name = suggestion.stage.name
      let isLimit = question.kind == .stuckLimit
      let words = phrase(
        "75th percentile (nearest rank) of the days that deals won in the window spent there"
      )
      let explanation = Explanation(
        title: isLimit
          ? phrase("Suggested stuck limit of \(name)") : phrase("Learned probability of \(name)"),
        formula: isLimit
          ? [words, suggestion.stuckWords] : found[place].formula + [suggestion.probabilityWords],
        window: window,
        asOf: asOf,
        leftOut: found[place].leftOut,
        deals: isLimit ? wonThere[place] : found[place].deals
      )
      return (question: question, explanation: explanation)
    }
  }
}

extension Figures {
  /// Why a suggestion is what it is, from the deals that the figures were counted from, oldest first;
  /// `nil` of a stage that there is not.
  public func explain(
    _ figure: SuggestedFigure,
    from deals: some Sequence<Deal>
  ) -> Explanation? {
    var explainer = SuggestionExplainer([figure], in: self)
    for deal in deals { explainer.count(deal) }
    return explainer.explanations(in: self).first?.explanation
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
