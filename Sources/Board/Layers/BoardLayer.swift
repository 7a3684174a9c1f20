import Pipeline

/// The board itself, at the bottom of the stack.
struct BoardLayer: Layer {
  var place: Place { .board }

  mutating func perform(
    _ match: KeyMap.Match,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    guard match.command.places.contains(.board) else { return .ignored }
    if let reason = match.command.unavailable(in: board) { return .handled(board.refuse(reason)) }
    return .handled(board.perform(match, clock))
  }

  mutating func mouse(
    _ input: MouseInput,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    .handled(board.point(input, clock))
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    BoardView(board).draw(on: &canvas)
  }

  func hints(_ board: BoardState) -> [Hint] {
    var hints = board.hints(Self.pairsByLanguage[Language.current] ?? Self.pairs)
    if board.canComeBack { hints.insert(Hint(keys: "esc", label: phrase("back to today")), at: 0) }
    if !board.marked.isEmpty { hints.insert(Hint(keys: "esc", label: phrase("unmark")), at: 2) }
    // The first key of several that begin alike.
    if let go = board.keyMap.keys(of: .goFunnel).first?.chords.first {
      let place = hints.firstIndex { $0.label == phrase("undo") } ?? hints.endIndex
      hints.insert(Hint(keys: go.description, label: phrase("go to")), at: place)
    }
    return hints
  }

  /// The pairs in each language: they are asked for at each frame.
  private static let pairsByLanguage = Dictionary(
    uniqueKeysWithValues: Language.allCases.map { language in
      (language, Language.$current.withValue(language) { pairs })
    }
  )

  /// The footer's pairs, most used first: which commands, in a word.
  private static var pairs: [(commands: [Command], label: String)] {
    [
      ([.focusLeft, .focusDown, .focusUp, .focusRight], phrase("move")),
      ([.sendBack, .sendOn], phrase("stage")),
      ([.grab], phrase("grab")),
      ([.open], phrase("open")),
      ([.add], phrase("add")),
      ([.win], phrase("won")),
      ([.lose], phrase("lost")),
      ([.reopen], phrase("reopen")),
      ([.nextStep], phrase("next step")),
      ([.filter], phrase("find")),
      ([.savedFilters], phrase("filter")),
      ([.undo], phrase("undo")),
      ([.value], phrase("value")),
      ([.mine], phrase("mine")),
      ([.mark], phrase("mark")),
      ([.sidebar], phrase("metrics")),
      ([.palette], phrase("command")),
      ([.quit], phrase("quit")),
    ]
  }
}

extension BoardState {
  /// The key that does something, as sentences name it; the palette's where none is bound to it.
  func key(of command: Command) -> String { keyMap.label(of: command) ?? ":" }

  /// Footer pairs of the commands that can be done now; keys as they are bound.
  func hints(_ pairs: [(commands: [Command], label: String)]) -> [Hint] {
    let subjects = subjectTally
    return pairs.compactMap { pair in
      let keys = pair.commands
        .filter { $0.unavailable(in: self, to: subjects) == nil }
        .compactMap { keyMap.label(of: $0) }
      guard !keys.isEmpty else { return nil }
      let together = keys.count > 2 && keys.allSatisfy { $0.count == 1 }
      return Hint(keys: keys.joined(separator: together ? "" : "/"), label: pair.label)
    }
  }
}
