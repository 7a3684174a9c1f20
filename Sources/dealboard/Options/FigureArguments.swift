import Pipeline

/// Figures as they are typed: `win-rate`, `win-rate:demo` of a stage, `velocity:EUR`.
struct FigureArguments {
  private let names: [String]

  /// Takes any names; what they mean is found later.
  init(_ names: [String]) {
    self.names = names
  }

  /// The figures that are meant, of those that there are.
  ///
  /// A name alone means the whole pipeline's, in every currency; where only stages have the figure,
  /// all of theirs. Throws `.usage` for a name that means none.
  func figures(
    in pipeline: SalesPipeline,
    currencies: [Currency],
    among known: [FigureName]
  ) throws -> [FigureName] {
    try names.flatMap { name in
      let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard let kind = FigureName.Kind(rawValue: parts[0].lowercased()),
        known.contains(where: { $0.kind == kind }) || kind.isOfCurrencies
      else { throw Self.unknown(name, known) }
      let same = known.filter { $0.kind == kind }
      guard parts.count > 1 else {
        let whole = same.filter { $0.stage == nil }
        return whole.isEmpty ? same : whole
      }
      let found = try Self.narrow(same, by: String(parts[1]), pipeline, currencies)
      guard !found.isEmpty else { throw Self.unknown(name, known) }
      return found
    }
  }

  private static func narrow(
    _ figures: [FigureName],
    by qualifier: String,
    _ pipeline: SalesPipeline,
    _ currencies: [Currency]
  ) throws -> [FigureName] {
    if let currency = Currency(code: qualifier.uppercased()), currencies.contains(currency) {
      return figures.filter { $0.currency == currency && $0.stage == nil }
    }
    let names = StructureNames(pipelines: [pipeline], people: [])
    let place = pipeline.position(of: try names.stage(qualifier, of: pipeline).id)
    return figures.filter { $0.stage == place }
  }

  private static func unknown(_ name: String, _ known: [FigureName]) -> CommandFailure {
    var seen: Set<FigureName.Kind> = []
    let kinds = known.map(\.kind).filter { seen.insert($0).inserted }.map(\.rawValue)
    return CommandFailure(
      .usage,
      "No figure here is called \"\(name)\". There are \(kinds.joined(separator: ", "))."
    )
  }
}
