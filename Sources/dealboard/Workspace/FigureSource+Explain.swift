import Pipeline

extension FigureSource {
  /// Why the figures that were asked for are what they are, of those that a command has.
  ///
  /// Throws `.usage` where they are to be split, too.
  func explain(
    _ options: ExplainOptions,
    policy: ConversionPolicy,
    among isKnown: (FigureName) -> Bool = { _ in true }
  ) throws -> ExplanationAnswer {
    guard grouping == nil else {
      throw CommandFailure(
        .usage,
        "--explain and --by do not go together. Narrow the figures, with --owner for one."
      )
    }
    let figures = try figures()
    let known = figures.explainable(policy: policy).filter(isKnown)
    let questions = try options.figures(of: figures, among: known)
    var explainer = FigureExplainer(questions, in: figures)
    try deals { explainer.count($0) }
    let named = zip(questions, explainer.explanations).map { question, explanation in
      (name: question.name(in: pipeline), explanation: explanation)
    }
    return ExplanationAnswer(explanations: named)
  }
}
