import Pipeline

/// The fields of a deal as they are shown when it is open.
struct DealFacts {
  /// A label, what it says, and how that looks.
  struct Fact {
    let label: String
    let text: String
    var role = Role.text
    /// Whether it has a row to itself, because half of one may cut it.
    var takesRow = false
    /// Whether a small screen can do without it.
    var isLesser = false

    /// Whether there is nothing to say.
    var isEmpty: Bool { text == "–" }
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
      Fact(label: phrase("Chance"), text: Self.chance(of: deal, stage), isLesser: true),
      Fact(label: phrase("Close"), text: deal.expectedClose.map(DayText.full) ?? phrase("no day")),
      Fact(
        label: phrase("Age"),
        text: deal.age(on: today).map { FigureText.count($0, "day") } ?? phrase("created: unknown")
      ),
      Fact(label: phrase("Customer"), text: deal.organization ?? "–"),
      Fact(label: phrase("Person"), text: deal.contact ?? "–"),
    ]
    let ways = Self.ways(to: deal, board)
    facts += ways.prefix(1)
    facts += [
      Fact(
        label: phrase("Labels"),
        text: deal.labels.isEmpty ? "–" : deal.labels.joined(separator: ", ")
      ),
      Fact(label: phrase("Forecast"), text: deal.category.rawValue, isLesser: true),
    ]
    switch deal.status {
    case .open:
      facts.append(
        Fact(label: phrase("Idle"), text: FigureText.count(deal.idleDays(on: today), "day"))
      )
      facts.append(Self.nextStep(of: deal, today: today))
    case .won(let day):
      facts.append(Fact(label: phrase("Won"), text: "✓ \(DayText.full(day))", role: .won))
    case .lost(let day, let reason):
      facts.append(
        Fact(
          label: phrase("Lost"),
          text: "\(DayText.full(day)) \(reason ?? phrase("no reason given"))",
          role: .bad
        )
      )
    }
    pairs = facts + ways.dropFirst()
  }

  /// How the person is reached; the key that sets it where nobody knows.
  private static func ways(to deal: Deal, _ board: BoardState) -> [Fact] {
    guard deal.contact != nil else { return [] }
    let contact = board.knownContact(of: deal)
    let isRead = board.contact?.deal == deal.id || contact != nil
    let key = board.keyMap.keys(of: .contact).first?.label
    let unknown = isRead ? key.map { phrase("– (\($0) sets it)") } ?? "–" : "…"
    let phone = Fact(
      label: phrase("Phone"),
      text: contact?.phone ?? unknown,
      role: contact?.phone == nil ? .dim : .text
    )
    guard let mail = contact?.mail else { return [phone] }
    return [phone, Fact(label: phrase("Mail"), text: mail, takesRow: true)]
  }

  private static func chance(of deal: Deal, _ stage: Stage?) -> String {
    if let own = deal.probability { return phrase("\(own.percent) % (its own)") }
    return stage?.probability.map { phrase("\($0.percent) % (the stage's)") } ?? phrase("n/a")
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

extension DealFacts {
  /// As many of the facts as fit into so many rows: those go first that say nothing, then those that
  /// one can do without.
  private func fitting(_ rows: Int) -> [Fact] {
    var left = pairs
    for canGo in [{ $0.isEmpty }, { $0.isLesser }] as [(Fact) -> Bool] {
      while left.count > rows, let last = left.lastIndex(where: canGo) { left.remove(at: last) }
    }
    return left
  }

  /// Draws the facts, two a line where there is room, and returns the row after them.
  func draw(
    on canvas: inout Canvas,
    in rect: Rect,
    from first: Int,
    surface: Surface = .base
  ) -> Int {
    let isWide = rect.columns >= 60
    let half = isWide ? rect.columns / 2 : rect.columns
    // On a small screen a rule and two lines of the timeline are worth more than the last of these.
    let pairs = isWide ? pairs : fitting(max(1, rect.endRow - first - 3))
    var row = first
    var isRight = false
    for (index, fact) in pairs.enumerated() where row < rect.endRow {
      if isRight, fact.takesRow {
        row += 1
        isRight = false
      }
      let isBeforeRow = index == pairs.count - 1 || pairs[index + 1].takesRow
      let isAlone = fact.takesRow || !isRight && isBeforeRow
      let column = rect.column + (isRight ? half : 0)
      canvas.write(fact.label, row: row, column: column, limit: 9, Style(.dim, on: surface))
      canvas.write(
        fact.text,
        row: row,
        column: column + 10,
        limit: (isAlone ? rect.columns : half) - 11,
        Style(fact.role, on: surface)
      )
      isRight = isWide && !isRight && !isAlone
      if !isRight { row += 1 }
    }
    return isRight ? row + 1 : row
  }
}
