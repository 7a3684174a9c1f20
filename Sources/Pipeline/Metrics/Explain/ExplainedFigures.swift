/// Figures that are counted and explained in one pass over the deals.
public struct ExplainedFigures: Sendable {
  private let questions: [FigureName]
  private var counter: FigureCounter
  private var explainer: FigureExplainer

  /// Explains some figures of no deals yet.
  public init(_ questions: [FigureName], in empty: Figures) {
    self.questions = questions
    counter = FigureCounter(empty)
    explainer = FigureExplainer(questions, in: empty)
  }

  /// Counts a deal as it was at the end of the as-of day; deals come oldest first.
  public mutating func count(_ deal: Deal) {
    counter.count(deal)
    explainer.count(deal)
  }

  /// The figures as they are counted by now.
  public var figures: Figures { counter.figures }

  /// Each question with its explanation; figures of a currency that does not occur are left out.
  public var explanations: [(question: FigureName, explanation: Explanation)] {
    let figures = figures
    let currencies = figures.byCurrency.currencies
    return zip(questions, explainer.explanations(in: figures))
      .filter { question, _ in question.currency.map(currencies.contains) ?? true }
      .map { (question: $0, explanation: $1) }
  }
}
