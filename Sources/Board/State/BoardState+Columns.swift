public import Pipeline

/// A stage column as it is drawn: in its order, but for a card that keeps its place.
struct ShownColumn: Sendable {
  let column: StageColumn
  private let held: (deal: Identifier<Deal>, shown: Int, sorted: Int)?

  init(_ column: StageColumn, held: HeldPlace?) {
    self.column = column
    self.held = held.flatMap { held in
      column.position(of: held.deal).map {
        (held.deal, min(held.row, column.count - 1), $0)
      }
    }
  }

  var count: Int { column.count }

  subscript(row: Int) -> Identifier<Deal>? {
    guard row >= 0 else { return nil }
    guard let held else { return column[row] }
    if row == held.shown { return held.deal }
    let other = row < held.shown ? row : row - 1
    return column[other < held.sorted ? other : other + 1]
  }

  func row(of deal: Identifier<Deal>) -> Int? {
    guard let held else { return column.position(of: deal) }
    if deal == held.deal { return held.shown }
    guard let sorted = column.position(of: deal) else { return nil }
    let other = sorted < held.sorted ? sorted : sorted - 1
    return other < held.shown ? other : other + 1
  }
}

extension BoardState {
  /// The pipeline that is shown.
  public var pipeline: SalesPipeline {
    workspace.pipeline(pipelineID) ?? SalesPipeline(id: pipelineID, name: "", stages: [])
  }

  /// The deals that are shown: all, those that a filter leaves, or those as they would be.
  var shown: Workspace { preview?.workspace ?? narrowed ?? workspace }

  /// The deals that are shown, as they are.
  var actual: Workspace { narrowed ?? workspace }

  /// The live figures of the pipeline over the deals that are shown, as they are.
  public var figures: LiveFigures {
    // Asked for in place, here and below: a copy of a workspace costs more than the answer.
    narrowed == nil ? workspace.live(pipelineID) : actual.live(pipelineID)
  }

  /// What changes beside the numbers are measured from; `nil` until it is counted.
  var shownComparison: FigureComparison? {
    if narrowing.isEmpty { return comparison }
    return narrowedComparison?.narrowing == narrowing ? narrowedComparison : nil
  }

  /// A deal among those that are shown.
  func shownDeal(_ id: Identifier<Deal>) -> Deal? {
    preview == nil && narrowed == nil ? workspace[id] : shown[id]
  }

  /// How many stages the pipeline has.
  var stageCount: Int { pipeline.stages.count }

  /// The pipeline's currency, which figures show first: the workspace's, or, where no deal of the
  /// pipeline has that, the one that most deals have.
  public var currency: Currency {
    workspace.live(pipelineID).firstCurrency(preferring: workspace.settings.currency)
  }

  func column(_ place: ColumnPlace) -> ShownColumn {
    let held = heldPlace?.column == place ? heldPlace : nil
    let isPlain = preview == nil && narrowed == nil
    switch place {
    case .won:
      return ShownColumn(
        isPlain ? workspace.wonColumn(pipelineID) : shown.wonColumn(pipelineID),
        held: nil
      )
    case .stage(let index):
      let stages = pipeline.stages
      let stage = stages.indices.contains(index) ? stages[index].id : Identifier(rawValue: 0)
      return ShownColumn(
        isPlain ? workspace.column(stage) : shown.column(stage),
        held: stages.indices.contains(index) ? held : nil
      )
    }
  }

  /// The column in which a deal stands; `nil` where it stands in none of this pipeline.
  func place(of deal: Deal) -> ColumnPlace? {
    guard deal.pipeline == pipelineID, !deal.isDeleted else { return nil }
    switch deal.status {
    case .open: return pipeline.position(of: deal.stage).map { .stage($0) }
    case .won: return .won
    case .lost: return nil
    }
  }

  /// The deal that keys act on: that of the topmost layer that is about one, else the one that has
  /// the board's focus.
  public var focusedDeal: Deal? {
    for layer in layers.layers.reversed() {
      if case .deal(let id) = layer.subject(in: self) { return id.flatMap { workspace[$0] } }
    }
    return focus.deal.flatMap { narrowed == nil ? workspace[$0] : actual[$0] }
  }

  /// The stage that has the focus; `nil` on the column of won deals.
  var focusedStage: Stage? {
    guard case .stage(let index) = focus.column, pipeline.stages.indices.contains(index) else {
      return nil
    }
    return pipeline.stages[index]
  }
}
