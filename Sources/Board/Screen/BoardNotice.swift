import Pipeline

/// What is said once for the whole board, in a line under the cards.
enum BoardNotice: Equatable {
  /// That who sits here is none of the team.
  case stranger
  /// What more than half of the open deals lack, which is said here instead of on each card: how
  /// many have no next step, and how many no value; at least one of them.
  case lacking(steps: Int?, values: Int?)

  var role: Role {
    switch self {
    case .stranger: .accent
    case .lacking: .warn
    }
  }

  /// The line, with the keys that do something about it.
  func text(in board: BoardState) -> String {
    switch self {
    case .stranger:
      return phrase(
        "\(board.actor) is none of the team yet: \(board.key(of: .mine)) says who you are, esc leaves it"
      )
    case .lacking(let steps, let values):
      let parts = [
        steps.map { Self.withoutSteps($0, in: board) },
        values.map { Self.withoutValues($0, in: board, isAlone: steps == nil) },
      ]
      return "? " + parts.compactMap(\.self).joined(separator: " · ")
    }
  }

  private static func withoutSteps(_ count: Int, in board: BoardState) -> String {
    let total = FigureText.count(board.figures.open.deals, "deal")
    return phrase(
      "\(FigureText.grouped(count)) of \(total) \(count == 1 ? phrase("has") : phrase("have"))"
    )
      + phrase(" no next step") + way(.nextStep, phrase(" sets one"), in: board)
  }

  private static func withoutValues(_ deals: Int, in board: BoardState, isAlone: Bool) -> String {
    let count = FigureText.grouped(deals)
    guard isAlone else { return phrase("\(count) no value") + way(.value, "", in: board) }
    let total = FigureText.count(board.figures.open.deals, "deal")
    return phrase("\(count) of \(total) \(deals == 1 ? phrase("has") : phrase("have")) no value")
      + way(.value, phrase(" sets it"), in: board)
  }

  /// Where nothing can be changed no key does anything about it.
  private static func way(_ command: Command, _ does: String, in board: BoardState) -> String {
    guard board.readOnlyReason == nil else { return "" }
    return ": \(board.key(of: command))\(does)"
  }
}

extension BoardState {
  /// The one thing that matters most for the whole board; `nil` where there is none.
  var notice: BoardNotice? {
    if isIdentityOffered { return .stranger }
    let open = figures.open
    let unvalued = open.byCurrency.reduce(0) { $0 + $1.value.value.unvalued }
    let steps = figures.mostLackNextStep ? open.withoutStep : nil
    let values = unvalued * 2 > open.deals ? unvalued : nil
    return steps == nil && values == nil ? nil : .lacking(steps: steps, values: values)
  }
}
