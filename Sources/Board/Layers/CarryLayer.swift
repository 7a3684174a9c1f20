import Pipeline

/// The board while a deal is carried: left and right move it, up and down do nothing, because
/// sorting decides the place.
struct CarryLayer: Layer {
  var place: Place { .carrying }

  mutating func perform(
    _ match: KeyMap.Match,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch match.command {
    case .carryLeft: return .handled(board.carry(by: -1))
    case .carryRight: return .handled(board.carry(by: 1))
    case .carryToStage: return .handled(board.carry(toStage: match.index))
    case .drop: return .closed(board.drop(clock))
    case .putBack:
      board.putBack()
      return .closed([])
    case .redraw, .suspend, .quit, .help: return .ignored
    default: break
    }
    return .handled([])
  }

  mutating func mouse(
    _ input: MouseInput,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch input.kind {
    case .drag, .press:
      board.carry(toCell: input.column)
      return .handled([])
    case .release:
      // Beside the columns, on the sidebar, nothing was chosen.
      if BoardLayout(board).column(atColumn: input.column) == nil {
        board.putBack()
        return .closed([])
      }
      return .closed(board.drop(clock))
    case .wheelUp, .wheelDown: return .handled([])
    }
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {}

  func hints(_ board: BoardState) -> [Hint] {
    var hints = board.hints([
      ([.carryLeft, .carryRight], phrase("stage"))
    ])
    if board.stageCount > 1 {
      hints.append(Hint(keys: "1-\(min(9, board.stageCount))", label: phrase("jump")))
    }
    return hints + board.hints([([.drop], phrase("drop")), ([.putBack], phrase("put back"))])
  }
}
