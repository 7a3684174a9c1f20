import Pipeline

/// A layer that is a list to choose from, by moving and by typing a part of what is wanted.
///
/// All of them take the same keys: those of the list, `enter`, `esc` and pasted text.
protocol PickLayer: Layer {
  associatedtype Choice: Sendable

  /// What can be chosen.
  var list: PickList<Choice> { get set }

  /// Takes what is chosen, or what was typed instead of it.
  mutating func pick(_ board: inout BoardState, _ clock: BoardClock) -> Response
  /// Leaves without a choice.
  mutating func leave(_ board: inout BoardState) -> Response
  /// Takes a key of its own, before the list sees it; `nil` for any other.
  mutating func takeOwn(_ chord: Chord, _ board: inout BoardState) -> Response?
}

extension PickLayer {
  var place: Place { .entry }
  var takesText: Bool { true }

  mutating func leave(_ board: inout BoardState) -> Response { .closed([]) }

  mutating func takeOwn(_ chord: Chord, _ board: inout BoardState) -> Response? { nil }

  mutating func type(
    _ chord: Chord,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    if let response = takeOwn(chord, &board) { return response }
    switch chord {
    case Chord(.escape): return leave(&board)
    case Chord(.enter): return pick(&board, clock)
    default: return list.take(chord) ? .handled([]) : .ignored
    }
  }

  mutating func paste(
    _ text: String,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    list.query.insert(text)
    return .handled([])
  }
}
