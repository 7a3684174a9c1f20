import Pipeline

/// All that the line of keys is drawn from.
struct FooterContent: Equatable, Sendable {
  /// The keys that were typed already, while another one is awaited; `nil` else.
  let typed: String?
  /// What can be done now, the most used first.
  let hints: [Hint]
  /// The pair that always stands at the end, where there is help.
  let help: [Hint]

  init(_ board: borrowing BoardState) {
    guard board.typedChords.isEmpty else {
      typed = board.typedChords.map(\.description).joined(separator: " ")
      hints = []
      help = []
      return
    }
    let top = board.layers.top
    typed = nil
    hints = Self.shortened(top.hints(board), board)
    help = top.offersHelp ? board.hints([([.help], phrase("help"))]) : []
  }

  /// On narrow screens the two directions of moving are told apart (`hl stage  jk deal`), because
  /// there is one stage at a time.
  private static func shortened(_ hints: [Hint], _ board: borrowing BoardState) -> [Hint] {
    guard board.columns < 60, board.layers.isBoardOnTop else { return hints }
    let moves = board.hints([
      ([.focusLeft, .focusRight], phrase("stage")), ([.focusDown, .focusUp], phrase("deal")),
      ([.sendBack, .sendOn], phrase("move")),
    ])
    let joined = moves.map { hint in
      let keys = hint.keys.split(separator: "/")
      return keys.allSatisfy { $0.count == 1 }
        ? Hint(keys: keys.joined(), label: hint.label) : hint
    }
    return joined + hints.dropFirst(2)
  }
}
