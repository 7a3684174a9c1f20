import Pipeline

extension LineEntry {
  /// Reads a goal: an amount, or a number of deals, for the period or for one that is named first.
  ///
  /// Nothing removes the goal that the line began with, and it alone. Throws the sentence that says
  /// what is wrong with it.
  func goal(
    _ text: String,
    _ period: Period,
    _ owner: Identifier<Person>?,
    instead present: Goal?,
    _ board: BoardState
  ) throws(EntryError) -> Reading {
    var words = text.split(separator: " ").map(String.init)
    var period = period
    if words.count > 1, let named = words.first.flatMap({ Period($0) }) {
      period = named
      words.removeFirst()
    }
    guard !words.isEmpty else { return try noGoal(present, for: period) }
    let target = try Self.target(words, board)
    let said = "\(period): \(target.words)"
    if period == present?.period, target == present?.target {
      return Reading(words: said) { board, _ in
        board.message = Message(.notice, phrase("The goal stays as it was, \(said)."))
        return []
      }
    }
    let edit = WorkspaceEdit.setGoal(in: board.pipelineID, owner: owner, period, target)
    return Reading(words: said) { board, _ in
      board.keep(.edit(edit, done: phrase("Set the goal for \(said).")))
    }
  }

  private func noGoal(_ present: Goal?, for period: Period) throws(EntryError) -> Reading {
    guard let present else {
      throw EntryError(phrase("There is no \(phrase("goal for \(period)"))."))
    }
    let said = "\(present.period): \(present.target.words)"
    return Reading(words: phrase("no goal for \(said)")) { board, _ in
      board.keep(.edit(.removeGoals([present.id]), done: phrase("Removed the goal for \(said).")))
    }
  }

  /// What is wanted, as it was typed.
  private static func target(
    _ words: [String],
    _ board: BoardState
  ) throws(EntryError) -> Goal.Target {
    if words.count == 2, words[1].lowercased().hasPrefix("deal") {
      guard let count = Int(words[0]), count > 0 else {
        throw EntryError(phrase("\"\(words[0])\" is no number of deals. Write it as 30 deals."))
      }
      return .deals(count)
    }
    let money: Money
    do {
      money = try AmountParser(currency: board.currency).money(words.joined(separator: " "))
    } catch { throw EntryError(error.sentence) }
    guard money.minorUnits > 0 else { throw EntryError(phrase("A goal is above zero.")) }
    return .money(money)
  }
}

extension LineLayer {
  /// The line that edits a goal, or sets one where there is none yet: it begins with the one that is
  /// set.
  init(
    goal present: Goal?,
    for period: Period,
    of owner: Identifier<Person>?,
    _ board: BoardState
  ) {
    self.init(
      .goal(period, owner: owner, present: present),
      text: present?.target.typed(in: board.currency) ?? "",
      isSelected: true
    )
  }
}

extension BoardState {
  /// The goals for a period of an owner, else of the whole team: those in money by currency, that of
  /// the numbers first, and then that in deals.
  func goals(for period: Period, of owner: Identifier<Person>?) -> [Goal] {
    func rank(_ goal: Goal) -> (Int, String) {
      switch goal.target {
      case .money(let money): (money.currency == currency ? 0 : 1, money.currency.code)
      case .deals: (2, "")
      }
    }
    return workspace.goals.filter {
      $0.pipeline == pipelineID && $0.owner == owner && $0.period == period
    }.sorted { rank($0) < rank($1) }
  }

  /// Opens the line for a goal; where the period has several, first the choice among them.
  mutating func editGoal(for period: Period, of owner: Identifier<Person>?) {
    let goals = goals(for: period, of: owner)
    if goals.count > 1 {
      layers.push(GoalLayer(goals, for: period, of: owner))
    } else {
      layers.push(LineLayer(goal: goals.first, for: period, of: owner, self))
    }
  }
}

extension Goal.Target {
  /// What is wanted: `€400,000`, `30 deals`.
  var words: String {
    switch self {
    case .money(let money): MoneyText.full(money)
    case .deals(let count): FigureText.count(count, "deal")
    }
  }

  /// The same as it is typed: `400000`, `USD 9000`, `30 deals`.
  fileprivate func typed(in currency: Currency) -> String {
    switch self {
    case .money(let money):
      money.currency == currency ? money.plainAmount : "\(money.currency.code) \(money.plainAmount)"
    case .deals(let count): "\(count) deals"
    }
  }
}
