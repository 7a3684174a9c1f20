import Pipeline

/// What is said once for the whole board, in a line under the cards.
struct BoardNotice {
  let text: String
  let role: Role

  /// The one thing that matters most; `nil` where there is none.
  init?(_ board: BoardState) {
    if board.isIdentityOffered {
      let key = board.key(of: .mine)
      text = phrase(
        "\(board.actor) is none of the team yet: \(key) says who you are, esc leaves it"
      )
      role = .accent
      return
    }
    guard let lacking = Self.lacking(in: board) else { return nil }
    text = lacking
    role = .warn
  }

  /// What more than half of the open deals lack (SCREENS.md, rule 2): said here instead of on each
  /// card.
  private static func lacking(in board: BoardState) -> String? {
    let open = board.figures.open
    let total = FigureText.count(open.deals, "deal")
    // Where nothing can be changed no key does anything about it.
    func way(_ command: Command, _ does: String) -> String {
      guard board.readOnlyReason == nil else { return "" }
      return ": \(board.key(of: command))\(does)"
    }
    var parts: [String] = []
    if board.figures.mostLackNextStep {
      parts.append(
        phrase(
          "\(FigureText.grouped(open.withoutStep)) of \(total) \(open.withoutStep == 1 ? phrase("has") : phrase("have"))"
        )
          + phrase(" no next step") + way(.nextStep, phrase(" sets one"))
      )
    }
    let unvalued = open.byCurrency.reduce(0) { $0 + $1.value.value.unvalued }
    if unvalued * 2 > open.deals {
      let count = FigureText.grouped(unvalued)
      parts.append(
        parts.isEmpty
          ? phrase(
            "\(count) of \(total) \(unvalued == 1 ? phrase("has") : phrase("have")) no value"
          )
            + way(.value, phrase(" sets it"))
          : phrase("\(count) no value") + way(.value, "")
      )
    }
    return parts.isEmpty ? nil : "? " + parts.joined(separator: " · ")
  }
}
