import Interchange
import Pipeline

extension FigureSource {
  /// Prints why numbers are what they are, of those that a command has; by the field that was asked
  /// for, those of each group.
  ///
  /// Throws `.usage` for a name that means none.
  func explain(
    _ options: ExplainOptions,
    policy: ConversionPolicy,
    json: Bool,
    among isKnown: (AskedNumber) -> Bool
  ) throws {
    if options.names.contains(where: AskedNumber.isByOwner) {
      let others = options.names.filter { !AskedNumber.isByOwner($0) }
      let source = grouping == nil ? grouped(by: .owner) : self
      return try source.explain(
        others.isEmpty ? Self.ownersFigures : others,
        policy: policy,
        json: json,
        among: isKnown
      )
    }
    try explain(options.names, policy: policy, json: json, among: isKnown)
  }

  /// What `metrics --json` says of each owner.
  private static let ownersFigures = ["open-deals", "open-value", "won", "lost", "win-rate"]

  private func explain(
    _ names: [String],
    policy: ConversionPolicy,
    json: Bool,
    among isKnown: (AskedNumber) -> Bool
  ) throws {
    let currencies = try currencies()
    let figures = FigureName.all(in: pipeline, currencies: currencies, policy: policy)
    let others = AskedNumber.others(
      in: pipeline,
      currencies: currencies,
      reasons: try lossReasons()
    )
    let known = (figures.map(AskedNumber.figure) + others).filter(isKnown)
    let numbers =
      names.isEmpty
      ? known
      : try AskedNumber.named(
        names,
        in: pipeline,
        currencies: currencies,
        among: known
      )
    let empty = ExplainedNumbers(numbers, of: self)
    let answer = FigureAnswer(
      empty: empty,
      json: { $0.answer.value },
      text: { $0.answer.text }
    )
    if empty.needsHistories {
      try print(answer, json: json) { counts, history, deal in counts.count(deal, history) }
    } else {
      try print(answer, json: json) { $0.count($1) }
    }
  }

  /// The reasons for which deals were lost in the window, by name; last `nil`, where none was given.
  private func lossReasons() throws -> [LostReason?] {
    var losses = Losses(of: pipeline, asOf: day, window: window)
    try deals { losses.count($0) }
    return losses.byReason.map(\.reason)
  }

  /// The currencies in which the pipeline has deals, by code.
  func currencies(asOf other: Day? = nil) throws -> [Currency] {
    var currencies: Set<Currency> = []
    try deals(asOf: other) { if !$0.isDeleted { currencies.insert($0.currency) } }
    return currencies.sorted()
  }
}
