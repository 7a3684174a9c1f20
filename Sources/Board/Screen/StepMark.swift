import Pipeline

/// What a card says of the next step.
struct StepMark {
  let text: String
  /// The text without what is to be done, for where that would not fit.
  let shortText: String
  let sign: Unicode.Scalar?
  let role: Role
  let barRole: Role

  /// `saysNone` is off where most deals have none, which is then said once for all.
  init(_ deal: Deal, today: Day, saysNone: Bool) {
    if case .won(let day) = deal.status {
      text = phrase("✓ won ") + DayText.near(day, today: today, isPast: true)
      shortText = text
      (sign, role, barRole) = ("✓", .won, .won)
    } else if let step = deal.nextStep {
      let mark: Unicode.Scalar
      if step.due < today {
        (mark, role, barRole) = ("!", .bad, .bad)
      } else if step.due == today {
        (mark, role, barRole) = ("▸", .good, .rule)
      } else {
        (mark, role, barRole) = ("›", .later, .rule)
      }
      sign = mark
      text = "\(mark) " + DayText.step(step, today: today)
      shortText = "\(mark) " + DayText.when(step, today: today)
    } else if saysNone, deal.status.isOpen {
      text = phrase("? no next step")
      shortText = text
      (sign, role, barRole) = ("?", .warn, .warn)
    } else {
      text = ""
      shortText = ""
      (sign, role, barRole) = (nil, .dim, .rule)
    }
  }
}
