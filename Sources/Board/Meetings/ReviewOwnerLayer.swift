import Pipeline

/// Chooses whose deals are reviewed.
struct ReviewOwnerLayer: PickLayer {
  var list: PickList<Identifier<Person>?>

  init(_ board: BoardState) {
    let team = PickList<Identifier<Person>?>.Item(nil, title: phrase("Whole team"))
    list = PickList(
      [team]
        + board.workspace.people.filter(\.isActive).map { person in
          PickList.Item(
            person.id,
            title: person.name,
            detail: FigureText.count(
              board.workspace.live(board.pipelineID).owners[person.id]?.deals ?? 0,
              "deal"
            )
          )
        }
    )
  }

  mutating func pick(_ board: inout BoardState, _ clock: BoardClock) -> Response {
    guard let owner = list.current?.value else { return .handled([]) }
    board.layers.update(ReviewLayer.self) { $0.choose(owner: owner, order: nil) }
    return .closed([])
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    list.draw(
      on: &canvas,
      over: screen,
      title: phrase("Review whose deals?"),
      hint: phrase("type to find")
    )
  }

  func hints(_ board: BoardState) -> [Hint] {
    [Hint(keys: "ent", label: phrase("review")), Hint(keys: "esc", label: phrase("cancel"))]
  }
}
