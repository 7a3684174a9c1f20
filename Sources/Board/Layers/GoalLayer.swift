import Pipeline

/// Chooses which of a period's goals is edited, where it has one in money and one in deals, or one in
/// each of two currencies; or sets one more.
struct GoalLayer: PickLayer {
  private let period: Period
  private let owner: Identifier<Person>?
  /// The goals; last `nil`, which is a new one.
  var list: PickList<Goal?>

  /// Offers the goals for a period of an owner, else of the whole team.
  init(_ goals: [Goal], for period: Period, of owner: Identifier<Person>?) {
    self.period = period
    self.owner = owner
    list = PickList(
      goals.map { PickList<Goal?>.Item($0, title: $0.target.words) }
        + [PickList<Goal?>.Item(nil, title: phrase("another goal"))]
    )
  }

  mutating func pick(_ board: inout BoardState, _ clock: BoardClock) -> Response {
    guard let choice = list.current else {
      return .handled(board.refuse(phrase("Nothing fits.")))
    }
    let (goal, period, owner) = (choice.value, period, owner)
    return .closing { board in
      board.layers.push(LineLayer(goal: goal, for: period, of: owner, board))
      return []
    }
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    list.draw(on: &canvas, over: screen, title: phrase("Goal for \(period)"), columns: 36)
  }

  func hints(_ board: BoardState) -> [Hint] {
    [Hint(keys: "ent", label: phrase("edit")), Hint(keys: "esc", label: phrase("cancel"))]
  }
}
