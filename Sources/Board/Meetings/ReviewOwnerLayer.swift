import Pipeline

/// Chooses whose deals are reviewed.
struct ReviewOwnerLayer: PickLayer {
  var list: PickList<Identifier<Person>?>

  /// A list that begins at whose deals are reviewed; `nil`: the whole team's.
  init(_ board: BoardState, present: Identifier<Person>?) {
    let team = PickList<Identifier<Person>?>.Item(nil, title: phrase("Whole team"))
    let owners = board.workspace.live(board.pipelineID).owners
    // Whoever left and still owns deals has them decided on as well.
    let choices = board.workspace.people.filter { $0.isActive || owners[$0.id] != nil }
    let people = choices.map { person in
      let deals = FigureText.count(owners[person.id]?.deals ?? 0, "deal")
      return PickList.Item(
        Identifier<Person>?.some(person.id),
        title: person.name,
        detail: board.marking(person.id, deals)
      )
    }
    let items = [team] + people
    list = PickList(items, selected: items.firstIndex { $0.value == present } ?? 0)
  }

  mutating func pick(_ board: inout BoardState, _ clock: BoardClock) -> Response {
    // The whole team is a choice too, and has no person.
    guard let choice = list.current else {
      return .handled(board.refuse(phrase("Nothing fits.")))
    }
    board.layers.update(ReviewLayer.self) { $0.choose(owner: choice.value, order: nil) }
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
