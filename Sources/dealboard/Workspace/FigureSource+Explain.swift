import Interchange
import Pipeline

extension FigureSource {
  /// Prints why figures are what they are, of those that a command has; by the field that was asked
  /// for, those of each group.
  ///
  /// Throws `.usage` for a name that means none.
  func explain(
    _ options: ExplainOptions,
    policy: ConversionPolicy,
    json: Bool,
    among isKnown: (FigureName) -> Bool = { _ in true }
  ) throws {
    let currencies = try currencies()
    let known = FigureName.all(in: pipeline, currencies: currencies, policy: policy)
    let questions = try options.figures(
      in: pipeline,
      currencies: currencies,
      among: known.filter(isKnown)
    )
    let answer = FigureAnswer(
      empty: ExplainedFigures(questions, in: counter.figures),
      json: { ExplanationAnswer($0.explanations, in: pipeline).value },
      text: { ExplanationAnswer($0.explanations, in: pipeline).text }
    )
    try print(answer, json: json) { $0.count($1) }
  }

  /// The currencies in which the pipeline has deals, by code.
  func currencies(asOf other: Day? = nil) throws -> [Currency] {
    var currencies: Set<Currency> = []
    try deals(asOf: other) { if !$0.isDeleted { currencies.insert($0.currency) } }
    return currencies.sorted()
  }
}
