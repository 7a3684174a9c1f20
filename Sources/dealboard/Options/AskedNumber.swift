import Pipeline

/// A number that `--explain` can be asked for, and the name it is asked by.
enum AskedNumber: Hashable {
  /// A figure of the pipeline or of a stage.
  case figure(FigureName)
  /// How many deals there are of a kind.
  case count(DealCount)
  /// What is expected in each month, in every currency.
  case forecast
  /// Some of the deals that were lost.
  case losses(LossGroup)
  /// What won deals grew by, in a currency.
  case upsell(Currency)
  /// What a stage's history suggests.
  case suggestion(SuggestedFigure)
  /// What a stage, from 0, takes.
  case effort(stage: Int)

  /// What stands before the colon.
  var word: String {
    switch self {
    case .figure(let name): name.kind.rawValue
    case .count(let count): count.rawValue
    case .forecast: "forecast"
    case .losses: "losses"
    case .upsell: "upsell"
    case .suggestion(let figure):
      switch figure.kind {
      case .probability: "learned-probability"
      case .stuckLimit: "suggested-limit"
      }
    case .effort: "effort"
    }
  }

  /// The stage that it is of; `nil` of the whole pipeline.
  private func stage(in pipeline: SalesPipeline) -> Identifier<Stage>? {
    func id(_ place: Int) -> Identifier<Stage>? {
      pipeline.stages.indices.contains(place) ? pipeline.stages[place].id : nil
    }
    return switch self {
    case .figure(let name): name.stage.flatMap(id)
    case .losses(.stage(let stage)): stage
    case .losses(.all), .losses(.reason), .upsell, .count, .forecast: nil
    case .suggestion(let figure): id(figure.stage)
    case .effort(let place): id(place)
    }
  }

  /// What it is asked by: `losses:Price`, `upsell:EUR`, `effort:Demo Scheduled`.
  func name(in pipeline: SalesPipeline) -> String {
    switch self {
    case .figure(let name): return name.name(in: pipeline)
    case .losses(.all), .count, .forecast: return word
    case .losses(.reason(let reason)): return "\(word):\(LostReason.typed(reason).text)"
    case .upsell(let currency): return "\(word):\(currency)"
    case .losses(.stage), .suggestion, .effort:
      let stage = stage(in: pipeline).flatMap { pipeline.stage($0)?.name }
      return "\(word):\(stage ?? "")"
    }
  }

  /// Those of its kind that a name without a colon does not mean where there is one of them all.
  fileprivate var isPart: Bool {
    switch self {
    case .losses(.reason), .losses(.stage): true
    case .losses(.all), .figure, .count, .forecast, .upsell, .suggestion, .effort: false
    }
  }

  /// Whether what stands behind the colon means it.
  fileprivate func isMeant(
    by qualifier: String,
    stage: Identifier<Stage>?,
    in pipeline: SalesPipeline
  ) -> Bool {
    switch self {
    case .losses(.reason(let reason)): return LostReason.typed(reason) == LostReason(qualifier)
    case .upsell(let currency): return currency.code == qualifier.uppercased()
    case .losses(.stage), .suggestion, .effort, .figure:
      return stage != nil && self.stage(in: pipeline) == stage
    case .losses(.all), .count, .forecast: return false
    }
  }
}

extension AskedNumber {
  /// Everything but figures that can be asked, of the currencies and reasons that occur.
  static func others(
    in pipeline: SalesPipeline,
    currencies: [Currency],
    reasons: [LostReason?]
  ) -> [AskedNumber] {
    let stages = pipeline.stages.indices
    return DealCount.allCases.map { .count($0) } + [.forecast, .losses(.all)]
      + reasons.map { .losses(.reason($0)) }
      + pipeline.stages.map { .losses(.stage($0.id)) }
      + stages.map { .suggestion(SuggestedFigure(.probability, of: $0)) }
      + stages.map { .suggestion(SuggestedFigure(.stuckLimit, of: $0)) }
      + currencies.map { .upsell($0) } + stages.map { .effort(stage: $0) }
  }

  /// The numbers that names mean, of those that there are.
  ///
  /// The names of `metrics --json` mean the figures that stand under them. Throws `.usage` for a name
  /// that means none, and says which there are.
  static func named(
    _ names: [String],
    in pipeline: SalesPipeline,
    currencies: [Currency],
    among known: [AskedNumber]
  ) throws -> [AskedNumber] {
    var words: [String] = []
    for number in known where !words.contains(number.word) { words.append(number.word) }
    let figures = known.compactMap { if case .figure(let name) = $0 { name } else { nil } }
    return try names.flatMap { typed -> [AskedNumber] in
      let parts = typed.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let word = Self.word(of: parts[0])
      let qualifier = parts.count > 1 ? String(parts[1]) : nil
      let unknown = FigureArguments.unknown(
        typed,
        words,
        FigureArguments.currencyExample(figures, currencies)
      )
      if let kind = FigureName.Kind(rawValue: word) {
        guard figures.contains(where: { $0.kind == kind }) || kind.isOfCurrencies else {
          throw unknown
        }
        let name = qualifier.map { "\(word):\($0)" } ?? word
        return try FigureArguments([name]).figures(
          in: pipeline,
          currencies: currencies,
          among: figures
        ).map(AskedNumber.figure)
      }
      let same = known.filter { $0.word == word }
      guard words.contains(word) else { throw unknown }
      guard let qualifier else { return same.filter { !$0.isPart } }
      let stage = try? StructureNames(pipelines: [pipeline], people: [])
        .stage(qualifier, of: pipeline).id
      let meant = same.filter { $0.isMeant(by: qualifier, stage: stage, in: pipeline) }
      guard !meant.isEmpty else { throw unknown }
      return meant
    }
  }

  /// Whether a name asks for the figures of each owner, as `by_owner` in `metrics --json` has them.
  static func isByOwner(_ typed: String) -> Bool { word(of: typed[...]) == "by-owner" }

  /// A word as it is typed or as JSON writes it.
  private static func word(of typed: Substring) -> String {
    let word = typed.lowercased().replacing("_", with: "-")
    return switch word {
    case "win-rate-by-count", "win-rate-range": "win-rate"
    case "velocity-per-day", "open-not-stale": "velocity"
    case "won-in-as-of-month": "won-in-month"
    case "stale-deals": "stale"
    case "mean-current-stage-age": "current-visit"
    case "unknown-creation": "age-at-win"
    case "open": "open-deals"
    case "90d": "win-rate-90d"
    case "by-value": "win-rate-by-value"
    case "learned": "learned-probability"
    case "stuck-limit", "stuck-days": "suggested-limit"
    default: word
    }
  }
}
