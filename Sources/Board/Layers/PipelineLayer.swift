import Pipeline

/// Chooses the pipeline that is shown.
struct PipelineLayer: Layer {
  private var list: PickList<SalesPipeline>

  var place: Place { .entry }
  var takesText: Bool { true }

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

  mutating func type(
    _ chord: Chord,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch chord {
    case Chord(.escape): return .closed([])
    case Chord(.up), Chord(.character("p"), .control): list.move(by: -1)
    case Chord(.down), Chord(.character("n"), .control): list.move(by: 1)
    case Chord(.enter):
      return .closed(list.current.map { board.show($0.value) } ?? [])
    default: if !list.query.take(chord) { return .ignored }
    }
    return .handled([])
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    list.draw(on: &canvas, over: screen, title: phrase("Pipeline"), columns: 44)
  }

  func hints(_ board: BoardState) -> [Hint] {
    [Hint(keys: "ent", label: phrase("show")), Hint(keys: "esc", label: phrase("cancel"))]
  }
}
