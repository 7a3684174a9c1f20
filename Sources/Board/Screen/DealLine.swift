import Pipeline

/// A deal on one line: title, value, owner, how long it is where, next step and the rest.
struct DealLine {
  /// How much room there is.
  enum Width {
    /// Title and next step alone.
    case narrow
    /// Everything in a few letters.
    case medium
    /// Everything in full.
    case wide
    /// In full, with the stage's median and the deal's number.
    case widest

    /// The width class of a screen.
    static func fitting(columns: Int) -> Width {
      switch columns {
      case ..<60: .narrow
      case ..<100: .medium
      case ..<160: .wide
      default: .widest
      }
    }
  }

  private let deal: Deal
  private let board: BoardState
  private let width: Width
  /// The past day that it is of; `nil`: today.
  private let day: Day?

  /// A line about a deal as it is, or as it was at the end of a past day.
  init(_ deal: Deal, in board: BoardState, _ width: Width = .wide, asOf day: Day? = nil) {
    self.deal = deal
    self.board = board
    self.width = width
    self.day = day
  }

  /// The parts in the order they are read, the title first; never empty.
  var parts: [String] {
    guard width != .narrow else {
      return [deal.title] + [then, deal.status.isOpen ? step ?? value : value].compactMap(\.self)
    }
    var parts = [deal.title, then, value, owner, place, step, close].compactMap(\.self)
    parts += [deal.organization, deal.contact].compactMap(\.self)
    if !deal.labels.isEmpty { parts.append(deal.labels.joined(separator: ", ")) }
    if width == .widest { parts.append("#\(deal.id)") }
    return parts
  }

  private var then: String? {
    day.map { phrase("as of \(DayText.date($0, today: board.clock.today))") }
  }

  private var value: String? {
    deal.value.map {
      width == .narrow || width == .medium
        ? MoneyText.short(Int128($0.minorUnits), $0.currency) : MoneyText.full($0)
    }
  }

  private var owner: String? {
    guard let name = deal.owner.flatMap({ board.workspace.person($0)?.name }) else { return nil }
    guard width == .medium else { return name }
    let words = name.split(separator: " ")
    guard let first = words.first, let last = words.last?.first, words.count > 1 else {
      return name
    }
    return "\(first) \(last)"
  }

  private var place: String? {
    let today = board.clock.today
    switch deal.status {
    case .open:
      guard let days = deal.currentVisitDays(on: day ?? today) else { return nil }
      if width == .medium { return phrase("\(days)d in stage") }
      let stage = board.workspace.stage(deal.stage)?.name ?? phrase("its stage")
      let text = phrase("\(FigureText.count(days, "day")) in \(stage)")
      return width == .widest ? text + median : text
    case .won(let day): return phrase("won ") + DayText.near(day, today: today, isPast: true)
    case .lost(let day, let reason):
      return phrase("lost ") + DayText.near(day, today: today, isPast: true)
        + (reason.map { ": \($0)" } ?? "")
    }
  }

  private var median: String {
    let stage = board.figures.stages.first { $0.stage.id == deal.stage }
    return stage?.daysOfThoseWhoLeft.median.map { phrase(" (median \(FigureText.days($0)))") } ?? ""
  }

  private var step: String? {
    // Whether a step is due is of today alone.
    guard deal.status.isOpen, day == nil else { return nil }
    let saysNone = !board.figures.mostLackNextStep
    let text = StepMark(deal, today: board.clock.today, saysNone: saysNone).text
    return text.isEmpty ? nil : text
  }

  private var close: String? {
    guard deal.status.isOpen, let close = deal.expectedClose else { return nil }
    return phrase("close ") + DayText.date(close, today: board.clock.today)
  }
}
