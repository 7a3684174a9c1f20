import Pipeline

/// A figure that is asked for by name.
protocol NamedFigure {
  /// What is counted, as it is typed.
  var kindName: String { get }
  /// The stage, from 0; `nil`: the whole pipeline.
  var stage: Int? { get }
  /// The currency; `nil` of what is no money.
  var currency: Currency? { get }
  /// Why deals were lost, of losses by reason.
  var namedReason: LostReason? { get }

  /// The same of the deals in one currency, where it is of all currencies' and can be of one; else
  /// `nil`.
  func narrowed(to currency: Currency) -> Self?

  /// Whether there may be none of a kind, because no currency or reason occurs.
  static func mayBeMissing(_ kindName: String) -> Bool
}

/// Figures as they are typed: `win-rate`, `win-rate:demo` of a stage, `win-rate:EUR` of a currency.
struct FigureArguments {
  private let names: [String]

  /// Takes any names; what they mean is found later.
  init(_ names: [String]) {
    self.names = names
  }

  /// The figures that are meant, of those that there are.
  ///
  /// A name alone means the whole pipeline's, in every currency and for every reason; where only
  /// stages have the figure, all of theirs. Throws `.usage` for a name that means none.
  func figures<Figure: NamedFigure>(
    in pipeline: SalesPipeline,
    currencies: [Currency],
    among known: [Figure]
  ) throws -> [Figure] {
    try names.flatMap { name in
      let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let kind = parts[0].lowercased()
      let same = known.filter { $0.kindName == kind }
      guard !same.isEmpty || Figure.mayBeMissing(kind) else { throw Self.unknown(name, known) }
      guard parts.count > 1 else {
        let whole = same.filter { $0.stage == nil }
        return whole.isEmpty ? same : whole
      }
      let found = try Self.narrow(same, by: String(parts[1]), pipeline, currencies)
      guard !found.isEmpty else { throw Self.unknown(name, known) }
      return found
    }
  }

  private static func narrow<Figure: NamedFigure>(
    _ figures: [Figure],
    by qualifier: String,
    _ pipeline: SalesPipeline,
    _ currencies: [Currency]
  ) throws -> [Figure] {
    let wanted = LostReason(qualifier)
    let ofReason = figures.filter { $0.namedReason == wanted }
    if !ofReason.isEmpty { return ofReason }
    if let currency = Currency(code: qualifier.uppercased()), currencies.contains(currency) {
      let same = figures.filter { $0.currency == currency }
      let whole = same.filter { $0.stage == nil }
      guard same.isEmpty else { return whole.isEmpty ? same : whole }
      return figures.compactMap { $0.stage == nil ? $0.narrowed(to: currency) : nil }
    }
    // A reason that nobody gave means none of them, and is no stage.
    if figures.contains(where: { $0.namedReason != nil }) { return [] }
    let names = StructureNames(pipelines: [pipeline], people: [])
    let place = pipeline.position(of: try names.stage(qualifier, of: pipeline).id)
    return figures.filter { $0.stage == place }
  }

  private static func unknown(_ name: String, _ known: [some NamedFigure]) -> CommandFailure {
    var seen: Set<String> = []
    return unknown(name, known.map(\.kindName).filter { seen.insert($0).inserted })
  }

  /// Which of the names take a currency, and how it is written.
  private static func currencyExample(_ known: [String]) -> String {
    let own = known.filter { name in
      FigureName.Kind(rawValue: name).map { $0.isOfCurrencies || $0.mayBeOfCurrency } ?? false
    }
    guard let first = own.first else { return "" }
    return " Of one currency, as in \(first):EUR, there are \(own.joined(separator: ", "))."
  }

  /// Refuses a name, with those that there are.
  static func unknown(_ name: String, _ known: [String]) -> CommandFailure {
    CommandFailure(
      .usage,
      "No figure here is called \"\(name)\". There are \(known.joined(separator: ", "))."
        + currencyExample(known)
    )
  }
}

extension FigureName: NamedFigure {
  var kindName: String { kind.rawValue }
  var namedReason: LostReason? { nil }

  func narrowed(to currency: Currency) -> FigureName? {
    guard kind.mayBeOfCurrency, self.currency == nil else { return nil }
    return FigureName(kind, stage: stage, currency: currency, policy: policy)
  }

  static func mayBeMissing(_ kindName: String) -> Bool {
    Kind(rawValue: kindName)?.isOfCurrencies == true
  }
}

extension TrendFigure: NamedFigure {
  var namedReason: LostReason? {
    guard case .period(let figure) = self, figure.kind.isOfReasons else { return nil }
    return .typed(figure.reason)
  }

  func narrowed(to currency: Currency) -> TrendFigure? {
    guard case .figure(let name) = self else { return nil }
    return name.narrowed(to: currency).map { .figure($0) }
  }

  static func mayBeMissing(_ kindName: String) -> Bool {
    let own = PeriodFigure.Kind(rawValue: kindName)
    return FigureName.mayBeMissing(kindName) || own?.isOfCurrencies == true
      || own?.isOfReasons == true
  }

  /// What it is asked by on the command line: `win-rate:Demo Scheduled`, `lost-for:price`.
  func name(in pipeline: SalesPipeline) -> String {
    switch self {
    case .figure(let name): return name.name(in: pipeline)
    case .period(let figure):
      var parts: [String] = []
      if figure.kind.isOfReasons { parts.append(LostReason.typed(figure.reason).text) }
      if let stage = figure.stage, pipeline.stages.indices.contains(stage) {
        parts.append(pipeline.stages[stage].name)
      }
      if let currency = figure.currency { parts.append(currency.code) }
      let qualifier = parts.joined(separator: " ")
      return qualifier.isEmpty ? kindName : "\(kindName):\(qualifier)"
    }
  }
}

extension LostReason {
  /// A reason as it is typed; of none that was given the word `none`.
  static func typed(_ reason: LostReason?) -> LostReason { reason ?? LostReason("none") }
}
