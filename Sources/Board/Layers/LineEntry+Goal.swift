import Pipeline

extension LineEntry {
  /// Reads a goal: an amount, or a number of deals, for the period or for one that is named first.
  ///
  /// Throws the sentence that says what is wrong with it.
  func goal(
    _ text: String,
    _ period: Period,
    _ owner: Identifier<Person>?,
    _ board: BoardState
  ) throws(EntryError) -> Reading {
    var words = text.split(separator: " ").map(String.init)
    var period = period
    if words.count > 1, let named = words.first.flatMap({ Period($0) }) {
      period = named
      words.removeFirst()
    }
    let pipeline = board.pipelineID
    let what = phrase("goal for \(period)")
    guard !words.isEmpty else {
      let goals = board.workspace.goals.filter {
        $0.pipeline == pipeline && $0.owner == owner && $0.period == period
      }
      guard !goals.isEmpty else { throw EntryError(phrase("There is no \(what).")) }
      return Reading(words: phrase("no goal")) { board, _ in
        board.keep(.edit(.removeGoals(goals.map(\.id)), done: phrase("Removed the \(what).")))
      }
    }
    let target: Goal.Target
    if words.count == 2, words[1].lowercased().hasPrefix("deal") {
      guard let count = Int(words[0]), count > 0 else {
        throw EntryError(phrase("\"\(words[0])\" is no number of deals. Write it as 30 deals."))
      }
      target = .deals(count)
    } else {
      let money: Money
      do {
        money = try AmountParser(currency: board.currency).money(words.joined(separator: " "))
      } catch { throw EntryError(error.sentence) }
      guard money.minorUnits > 0 else { throw EntryError(phrase("A goal is above zero.")) }
      target = .money(money)
    }
    let said = "\(period): \(target.words)"
    let edit = WorkspaceEdit.setGoal(in: pipeline, owner: owner, period, target)
    return Reading(words: said) { board, _ in
      board.keep(.edit(edit, done: phrase("Set the goal for \(said).")))
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
}
