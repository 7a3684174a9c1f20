import Pipeline
import Store

/// What every command that changes one deal does around its change: open, find, record, answer.
struct ChangeCommand {
  /// What is to be done to a deal.
  enum Wish {
    /// It is as wanted already.
    case nothing
    /// These changes, what they are in the log of steps, what is told afterwards, and how the person
    /// is reached whom the deal names then.
    case changes([DealChange], String, said: String, contact: ContactEdit? = nil)
  }

  private let options: WorkspaceOptions
  private let happened: DayArgument

  /// A change that happened on a day.
  init(_ options: WorkspaceOptions, on day: DayArgument = .today) {
    self.options = options
    self.happened = day
  }

  /// Finds the deal, makes the wished changes, and prints the deal after them.
  func run(_ deal: String, wish: (Deal, OpenWorkspace) throws -> Wish) throws {
    let workspace = try OpenWorkspace.changing(options)
    workspace.sayStranger(chosen: options.actor)
    let found = try workspace.deal(deal, asOf: workspace.today)
    switch try wish(found, workspace) {
    case .nothing: try answer(found, in: workspace, "nothing to change")
    case .changes(let changes, let summary, let said, let contact):
      let day = try happened.day(today: workspace.today)
      guard !changes.isEmpty else {
        if let contact { try workspace.keep(contact) }
        return try answer(found, in: workspace, said)
      }
      let changed = try change(found, changes, on: day, summary, contact, in: workspace)
      try answer(changed, in: workspace, said)
    }
  }

  /// Makes the changes; where a rule forbids one, says what to do instead.
  private func change(
    _ deal: Deal,
    _ changes: [DealChange],
    on day: Day,
    _ summary: String,
    _ contact: ContactEdit?,
    in workspace: OpenWorkspace
  ) throws -> Deal {
    do {
      for change in changes { try deal.checkAttention(change) }
      return try workspace.change(deal, changes, on: day, summary: summary, contact: contact)
    } catch StoreError.rule(_, _, let violation) {
      throw RefusedChange(deal: deal, violation: violation, names: workspace.names).failure
    } catch let violation as DealRuleViolation {
      throw RefusedChange(deal: deal, violation: violation, names: workspace.names).failure
    }
  }

  private func answer(_ deal: Deal, in workspace: OpenWorkspace, _ said: String) throws {
    try workspace.answer(deal, said, json: options.json)
  }
}

extension OpenWorkspace {
  /// Prints a deal after a change.
  func answer(_ deal: Deal, _ said: String, json: Bool) throws {
    let (names, day) = (names, today)
    let beside = try store.beside(deal)
    try Answer.print(json: json, DealAnswer(names: names, day: day).whole(deal, beside)) {
      DealText(names: names, day: day).line(deal, said)
    }
  }
}
