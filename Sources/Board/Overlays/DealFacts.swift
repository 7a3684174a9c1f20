import Pipeline

/// The fields of a deal as they are shown when it is open.
struct DealFacts {
  /// A label, what it says, and how that looks.
  struct Fact {
    let label: String
    let text: String
    var role = Role.text
  }

  /// The facts in the order they are shown, two a line where there is room.
  let pairs: [Fact]

  init(_ deal: Deal, in board: BoardState) {
    let workspace = board.workspace
    let today = workspace.today
    let stage = workspace.stage(deal.stage)
    let days = deal.currentVisitDays(on: today).map { " (\($0)d)" } ?? ""
    var facts = [
      Fact(label: phrase("Stage"), text: (stage?.name ?? "") + days),
      Fact(
        label: phrase("Value"),
        text: deal.value.map(MoneyText.full) ?? phrase("none"),
        role: .strong
      ),
      Fact(
        label: phrase("Owner"),
        text: deal.owner.flatMap { workspace.person($0)?.name } ?? phrase("nobody")
      ),
      Fact(label: phrase("Chance"), text: Self.chance(of: deal, stage)),
      Fact(label: phrase("Close"), text: deal.expectedClose?.description ?? phrase("no day")),
      Fact(
        label: phrase("Age"),
        text: deal.age(on: today).map { phrase("\($0) days") } ?? phrase("created: unknown")
      ),
      Fact(label: phrase("Customer"), text: deal.organization ?? "–"),
      Fact(label: phrase("Person"), text: deal.contact ?? "–"),
      Fact(
        label: phrase("Labels"),
        text: deal.labels.isEmpty ? "–" : deal.labels.joined(separator: ", ")
      ),
      Fact(label: phrase("Forecast"), text: deal.category.rawValue),
    ]
    switch deal.status {
    case .open:
      facts.append(Fact(label: phrase("Idle"), text: phrase("\(deal.idleDays(on: today)) days")))
      facts.append(Self.nextStep(of: deal, today: today))
    case .won(let day): facts.append(Fact(label: phrase("Won"), text: "✓ \(day)", role: .won))
    case .lost(let day, let reason):
      facts.append(
        Fact(
          label: phrase("Lost"),
          text: "\(day) \(reason ?? phrase("no reason given"))",
          role: .bad
        )
      )
    }
    pairs = facts
  }

  private static func chance(of deal: Deal, _ stage: Stage?) -> String {
    if let own = deal.probability { return phrase("\(own.percent) % (its own)") }
    return stage?.probability.map { phrase("\($0.percent) % (the stage's)") } ?? "n/a"
  }

  private static func nextStep(of deal: Deal, today: Day) -> Fact {
    guard let step = deal.nextStep else {
      return Fact(label: phrase("Next"), text: phrase("? no next step"), role: .warn)
    }
    let text = DayText.step(step, today: today)
    if step.due < today { return Fact(label: phrase("Next"), text: "! \(text)", role: .bad) }
    return Fact(
      label: phrase("Next"),
      text: (step.due == today ? "▸ " : "› ") + text,
      role: step.due == today ? .good : .later
    )
  }
}
