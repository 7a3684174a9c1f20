import Pipeline

/// Chooses whose deals are reviewed.
struct ReviewOwnerLayer: Layer {
  private var list: PickList<Identifier<Person>?>

  var place: Place { .entry }
  var takesText: Bool { true }

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

  mutating func type(
    _ chord: Chord,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch chord {
    case Chord(.escape): return .closed([])
    case Chord(.enter):
      guard let owner = list.current?.value else { return .handled([]) }
      board.layers.update(ReviewLayer.self) { $0.choose(owner: owner, order: nil) }
      return .closed([])
    default:
      _ = list.take(chord)
      return .handled([])
    }
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
