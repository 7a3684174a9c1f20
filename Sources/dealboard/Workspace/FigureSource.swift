import Interchange
import Pipeline
import Store

/// The figures that a command asks for, from the deals of one pipeline.
struct FigureSource {
  /// The workspace.
  let workspace: OpenWorkspace
  /// The pipeline that the figures are of.
  let pipeline: SalesPipeline
  /// The day that everything is as of.
  let day: Day
  /// The window.
  let window: Window
  /// The pipeline's deals at the end of the day, deleted ones included, oldest first, narrowed to
  /// the owner that was asked for.
  let deals: [Deal]

  /// Reads the deals that options ask for, on another day where one is given.
  init(_ options: WorkspaceOptions, _ figures: FigureOptions, asOf other: Day? = nil) throws {
    workspace = try OpenWorkspace.reading(options)
    day = try other ?? figures.past.asOf.day(today: workspace.today)
    window = figures.window.window
    pipeline = try workspace.pipeline(options.pipeline, asOf: day)
    let owner = try figures.owner.map { [names = workspace.names] name in
      TextArgument.isNone(name) ? nil : try names.person(name).id
    }
    let pipelineID = pipeline.id
    var deals: [Deal] = []
    try workspace.store.deals(asOf: day) { deal in
      guard deal.pipeline == pipelineID else { return }
      if let owner, deal.owner != owner { return }
      deals.append(deal)
    }
    self.deals = deals
  }

  /// The figures of all of them.
  var figures: Figures { figures(of: deals) }

  /// The figures of some of them.
  func figures(of deals: [Deal]) -> Figures {
    Figures(of: deals, pipeline: pipeline, asOf: day, window: window)
  }

  /// Why the figures that were asked for are what they are, of those that a command has.
  func explain(
    _ options: ExplainOptions,
    policy: ConversionPolicy,
    among isKnown: (FigureName) -> Bool = { _ in true }
  ) throws -> ExplanationAnswer {
    let figures = self.figures
    let known = figures.explainable(policy: policy).filter(isKnown)
    let questions = try options.figures(of: figures, among: known)
    let names = questions.map { $0.name(in: pipeline) }
    let explanations = figures.explain(questions, from: deals)
    return ExplanationAnswer(
      explanations: zip(names, explanations).map { (name: $0, explanation: $1) }
    )
  }

  /// The source's ids of stale deals, by which JSON names them.
  func keys(of figures: Figures) -> [Identifier<Deal>: String] {
    let stale = Set(figures.staleDeals)
    var keys: [Identifier<Deal>: String] = [:]
    for deal in deals where stale.contains(deal.id) { keys[deal.id] = deal.key?.sourceID }
    return keys
  }
}
