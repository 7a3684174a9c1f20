import Pipeline

/// What is carried where, and what dropping it would do to the stage, in the status line.
struct CarryWords {
  private let what: String
  private let from: String
  private let to: String
  /// The place among the stages: `2/5`.
  private let place: String
  /// What the sum is of.
  private let sumName: String
  /// The sum before and after; `nil` where the deal would stay where it is.
  private let sum: String?

  /// Words it for a board; nothing while nothing is carried.
  init?(_ board: BoardState) {
    guard let carry = board.carry, let first = carry.deals.first.flatMap({ board.actual[$0] })
    else { return nil }
    what = board.named(carry.deals.compactMap { board.actual[$0] })
    let stages = board.pipeline.stages
    let origin = carry.deals.count == 1 ? board.pipeline.position(of: first.stage) : nil
    from = origin.map { stages[$0].name } ?? ""
    let money = first.currency
    func sums(_ sum: (LiveFigures) -> Int128) -> String {
      let (before, after) = (sum(board.figures), sum(board.figuresIfDropped ?? board.figures))
      return "\(MoneyText.short(before, money)) → \(MoneyText.short(after, money))"
    }
    guard !carry.isBeside else {
      (to, place, sumName, sum) = (phrase("no column there"), "", "", nil)
      return
    }
    guard carry.hasMoved, carry.target != origin.map({ .stage($0) }) else {
      to = from.isEmpty ? phrase("where?") : from
      place = origin.map { "\($0 + 1)/\(stages.count)" } ?? ""
      (sumName, sum) = ("", nil)
      return
    }
    switch carry.target {
    case .won:
      (to, place, sumName) = (phrase("WON"), "", phrase("this month"))
      sum = sums { $0.wonThisMonth[money]?.minorUnits ?? 0 }
    case .stage(let index):
      guard stages.indices.contains(index) else { return nil }
      (to, place) = (stages[index].name.uppercased(), "\(index + 1)/\(stages.count)")
      sumName = phrase("stage")
      sum = sums { $0.stages[index].open[money].value.minorUnits }
    }
  }

  /// All of it where there is room, else less and less of what one sees on the board anyway: the sum
  /// before and after stays whole.
  func text(fitting room: Int, on canvas: Canvas) -> String {
    let at = place.isEmpty ? "" : " (\(place))"
    guard let sum else { return "◆ \(what): \(to)\(at)" }
    let origin = from.isEmpty ? "" : from + " "
    let texts = [
      "◆ \(what): \(origin)→ \(to)\(at)   \(sumName) \(sum)",
      "◆ \(what) → \(to)\(at)   \(sumName) \(sum)",
      "◆ \(what) → \(to)  \(sum)",
    ]
    if let text = texts.first(where: { canvas.width(of: $0) <= room }) { return text }
    // The title gives way first, then the stage, which is lit on the board.
    for tail in [" → \(to)  \(sum)", "  \(sum)"] {
      let left = room - canvas.width(of: "◆ " + tail)
      if left >= 6 { return "◆ " + canvas.cut(what, to: left) + tail }
    }
    return "◆ \(sum)"
  }
}
