import Pipeline

/// Chooses the pipeline that is shown.
struct PipelineLayer: PickLayer {
  var list: PickList<SalesPipeline>

  init(board: BoardState) {
    let pipelines = board.workspace.pipelines
    list = PickList(
      pipelines.map { pipeline in
        PickList<SalesPipeline>.Item(
          pipeline,
          title: pipeline.name,
          detail: FigureText.count(board.actual.live(pipeline.id).open.deals, "deal")
        )
      },
      selected: pipelines.firstIndex { $0.id == board.pipelineID } ?? 0
    )
  }

  mutating func pick(_ board: inout BoardState, _ clock: BoardClock) -> Response {
    .closed(list.current.map { board.show($0.value) } ?? [])
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    list.draw(on: &canvas, over: screen, title: phrase("Pipeline"), columns: 44)
  }

  func hints(_ board: BoardState) -> [Hint] {
    [Hint(keys: "ent", label: phrase("show")), Hint(keys: "esc", label: phrase("cancel"))]
  }
}
