import Pipeline

/// Attention as a queue to work off: its deals are marked as on the board, and a decision goes on to
/// the next.
extension ReportLayer {
  /// The cursor's deal where something was just decided about it.
  mutating func decidedDeal(_ board: BoardState) -> Identifier<Deal>? {
    let last = seen ?? Ticket(number: board.lastTicket)
    seen = Ticket(number: board.lastTicket)
    guard let deal = target?.deal else { return nil }
    let isDecided = board.pending.contains { step in
      guard step.ticket > last, case .changes(let request) = step.kind else { return false }
      return request.changes.contains {
        if case .deal(deal, _) = $0.target { $0.change.endsTurn } else { false }
      }
    }
    return isDecided ? deal : nil
  }

  /// Marks what is listed as on the board; false for any other command.
  func mark(_ command: Command, _ board: inout BoardState) -> Bool {
    switch command {
    case .mark:
      guard let deal = target?.deal else { return false }
      board.toggleMark(of: deal)
    case .markAll:
      board.mark(all: ReportView(board, screen).page.lines.flatMap { $0.stops.compactMap(\.deal) })
    case .cancel:
      guard board.layers.top is ReportLayer, !board.marked.isEmpty else { return false }
      board.unmarkAll()
    default: return false
    }
    return true
  }
}
