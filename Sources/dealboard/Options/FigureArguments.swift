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

  /// Whether it is of one currency, or can be asked of one.
  var takesCurrency: Bool { get }

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
      guard !same.isEmpty || Figure.mayBeMissing(kind) else {
        throw Self.unknown(name, known, currencies)
      }
      guard parts.count > 1 else {
        let whole = same.filter { $0.stage == nil }
        return whole.isEmpty ? same : whole
      }
      let found = try Self.narrow(same, by: String(parts[1]), pipeline, currencies)
      guard !found.isEmpty else {
        throw CommandFailure(
          .usage,
          "There is no \"\(name)\" here."
            + (Self.reasons(same) ?? Self.currencyExample(known, currencies))
        )
      }
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

  /// Refuses a name, with those that there are.
  private static func unknown(
    _ name: String,
    _ known: [some NamedFigure],
    _ currencies: [Currency]
  ) -> CommandFailure {
    unknown(name, kinds(known), currencyExample(known, currencies))
  }

  /// Which of the names take a currency, and how it is written, with one that occurs.
  static func currencyExample(_ known: [some NamedFigure], _ currencies: [Currency]) -> String {
    let own = kinds(known.filter(\.takesCurrency))
    guard let first = own.first, let currency = currencies.first else { return "" }
    return " Of one currency, as in \(first):\(currency), there are \(own.joined(separator: ", "))."
  }

  /// Which reasons there are, of losses by reason; else `nil`.
  private static func reasons(_ figures: [some NamedFigure]) -> String? {
    var seen: Set<LostReason> = []
    let reasons = figures.compactMap(\.namedReason).filter { seen.insert($0).inserted }
    return reasons.isEmpty ? nil : " There are \(reasons.map(\.text).joined(separator: ", "))."
  }

  private static func kinds(_ known: [some NamedFigure]) -> [String] {
    var seen: Set<String> = []
    return known.map(\.kindName).filter { seen.insert($0).inserted }
  }

  /// Refuses a name, with those that there are, and with what more there is to say of them.
  static func unknown(_ name: String, _ known: [String], _ more: String) -> CommandFailure {
    CommandFailure(
      .usage,
      "No figure here is called \"\(name)\". There are \(known.joined(separator: ", "))." + more
    )
  }
}

extension FigureName: NamedFigure {
  var kindName: String { kind.rawValue }
  var namedReason: LostReason? { nil }
  var takesCurrency: Bool { kind.isOfCurrencies || kind.mayBeOfCurrency }

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

  var takesCurrency: Bool {
    switch self {
    case .figure(let name): name.takesCurrency
    // A goal is of the currency that it was set in.
    case .period(let figure): figure.kind.isOfCurrencies || figure.currency != nil
    }
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
