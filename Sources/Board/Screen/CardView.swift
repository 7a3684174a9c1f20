import Pipeline

/// The drawing of one deal.
struct CardView {
  /// Whether the card has the focus, is carried, or neither.
  enum Look {
    case plain
    case focused
    case carried
  }

  private let board: BoardState
  private let deal: Deal
  private let look: Look
  private let today: Day
  private let stage: Stage?

  init(_ board: BoardState, _ deal: Deal, _ look: Look) {
    self.board = board
    self.deal = deal
    self.look = look
    today = board.clock.today
    stage = board.pipeline.stage(deal.stage)
  }

  private var surface: Surface {
    switch look {
    case .plain: .base
    case .focused: .selection
    case .carried: .grab
    }
  }

  func draw(on canvas: inout Canvas, in rect: Rect, _ density: Density) {
    if look != .plain { canvas.fill(rect, Style(.text, on: surface)) }
    let bar: Unicode.Scalar =
      switch look {
      case .plain: "▎"
      case .focused: "▌"
      case .carried: "█"
      }
    let step = StepMark(deal, today: today, saysNone: !board.figures.mostLackNextStep)
    let barRole: Role =
      switch look {
      case .plain: deal.status.isWon ? .won : step.barRole
      case .focused: .cursor
      case .carried: .carried
      }
    for row in rect.row..<rect.endRow {
      canvas.put(bar, row: row, column: rect.column + 1, Style(barRole, on: surface))
    }
    switch density {
    case .line: drawLine(on: &canvas, in: rect, step)
    case .compact:
      drawTitle(on: &canvas, in: rect, mark: step)
      drawFigures(on: &canvas, row: rect.row + 1, in: rect)
    case .comfortable:
      drawTitle(on: &canvas, in: rect, mark: nil)
      drawFigures(on: &canvas, row: rect.row + 1, in: rect)
      canvas.write(
        step.text,
        row: rect.row + 2,
        column: rect.column + 2,
        limit: rect.columns - 2,
        Style(step.role, on: surface)
      )
    }
  }

  private func drawTitle(on canvas: inout Canvas, in rect: Rect, mark: StepMark?) {
    var end = rect.endColumn
    if let mark, let sign = mark.sign {
      canvas.put(sign, row: rect.row, column: end - 1, Style(mark.role, on: surface))
      end -= 2
    }
    let prefix = (look == .carried ? "◆ " : "") + (board.isUnsaved(deal.id) ? "· " : "")
    canvas.write(
      prefix + deal.title,
      row: rect.row,
      column: rect.column + 2,
      limit: end - rect.column - 2,
      Style(.text, on: surface, look == .plain ? [] : .bold)
    )
  }

  private func drawFigures(on canvas: inout Canvas, row: Int, in rect: Rect) {
    var end = rect.endColumn
    if deal.status.isOpen {
      let age = AgeDots(deal, stage: stage, figures: board.figures, today: today)
      let dots = age.dots
      let text = age.text
      end -= canvas.writeRight(text, row: row, endingAt: end, Style(.dim, on: surface))
      if !dots.isEmpty {
        end -= 1
        end -= canvas.writeRight(dots, row: row, endingAt: end, Style(age.role, on: surface))
      }
    }
    let left = rect.column + 2
    let used = canvas.write(
      valueText,
      row: row,
      column: left,
      limit: end - left,
      Style(.strong, on: surface, .bold)
    )
    guard let owner = deal.owner.flatMap({ board.workspace.person($0)?.initials }),
      left + used + 1 + owner.count <= end
    else { return }
    canvas.write(
      owner,
      row: row,
      column: left + used + 1,
      limit: end - left - used - 1,
      Style(.dim, on: surface)
    )
  }

  private func drawLine(on canvas: inout Canvas, in rect: Rect, _ step: StepMark) {
    var end = rect.endColumn
    if let sign = step.sign {
      canvas.put(sign, row: rect.row, column: end - 1, Style(step.role, on: surface))
      end -= 2
    }
    end -= canvas.writeRight(
      valueText,
      row: rect.row,
      endingAt: end,
      Style(.strong, on: surface, .bold)
    )
    let prefix = look == .carried ? "◆ " : ""
    canvas.write(
      prefix + deal.title,
      row: rect.row,
      column: rect.column + 2,
      limit: end - rect.column - 3,
      Style(.text, on: surface, look == .plain ? [] : .bold)
    )
  }

  private var valueText: String {
    deal.value.map { MoneyText.short(Int128($0.minorUnits), $0.currency) } ?? "–"
  }
}

/// What a card says of the next step.
struct StepMark {
  let text: String
  let sign: Unicode.Scalar?
  let role: Role
  let barRole: Role

  /// `saysNone` is off where most deals have none, which is then said once for all.
  init(_ deal: Deal, today: Day, saysNone: Bool) {
    if case .won(let day) = deal.status {
      text = "✓ won " + DayText.near(day, today: today, isPast: true)
      (sign, role, barRole) = ("✓", .won, .won)
    } else if let step = deal.nextStep {
      let when = DayText.step(step, today: today)
      if step.due < today {
        text = "! overdue \(today - step.due)d"
        (sign, role, barRole) = ("!", .bad, .bad)
      } else if step.due == today {
        text = "▸ " + when
        (sign, role, barRole) = ("▸", .good, .rule)
      } else {
        text = "› " + when
        (sign, role, barRole) = ("›", .later, .rule)
      }
    } else if saysNone, deal.status.isOpen {
      text = "? no next step"
      (sign, role, barRole) = ("?", .warn, .warn)
    } else {
      text = ""
      (sign, role, barRole) = (nil, .dim, .rule)
    }
  }
}

/// The age of a deal's visit, as three dots and days.
struct AgeDots {
  let dots: String
  let text: String
  let role: Role

  /// Fresh up to the stage's median, ageing beyond it, the worst beyond twice the median or where
  /// the deal is stale or stuck.
  ///
  /// Without a median only the limits speak.
  init(_ deal: Deal, stage: Stage?, figures: LiveFigures, today: Day) {
    guard let days = deal.currentVisitDays(on: today) else {
      (dots, text, role) = ("", "", .dim)
      return
    }
    text = "\(days)d"
    let median = figures.stages.first { $0.stage.id == deal.stage }?.daysOfThoseWhoLeft.median
    let isWorst =
      deal.isStale(on: today, idleLimit: stage?.idleLimit)
      || deal.isStuck(on: today, stuckLimit: stage?.stuckLimit)
      || median.map { Ratio(days) > $0 * Ratio(2) } == true
    if isWorst {
      (dots, role) = ("●●●", .bad)
    } else if let median, Ratio(days) > median {
      (dots, role) = ("●●○", .warn)
    } else {
      (dots, role) = ("●○○", .good)
    }
  }
}
