import Pipeline

/// Says something that does not fit into the status line and must be read to its end, such as where
/// a file is.
struct SentenceLayer: Layer {
  let title: String
  let sentence: String

  var place: Place { .entry }

  mutating func type(
    _ chord: Chord,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch chord {
    case Chord(.enter), Chord(.escape): .closed([])
    default: .handled([])
    }
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    _ = canvas.frame(saying: sentence, title: title, in: screen)
  }

  func hints(_ board: BoardState) -> [Hint] {
    [Hint(keys: "ent", label: phrase("close"))]
  }
}
