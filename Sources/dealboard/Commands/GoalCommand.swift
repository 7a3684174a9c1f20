import ArgumentParser
import Interchange
import Pipeline
import Store

/// Looks after what the team wants to win.
struct GoalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "goal",
    abstract: "Set, list and remove what is to be won in a month, quarter or year.",
    discussion: "Example: dealboard goal set 2026-Q1 500k --owner ana",
    subcommands: [ListGoals.self, SetGoal.self, RemoveGoal.self],
    defaultSubcommand: ListGoals.self
  )
}

/// Lists goals.
struct ListGoals: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the goals of a pipeline, and whether enough deals are due for them.",
    discussion: """
      The goals are those of today, also as of an earlier day; what is won and due is as of the day. \
      Of a period that is over it says whether the goal was reached, or by how much it was missed.

      Example: dealboard goal list --json
      """
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var past: AsOfOptions

  @Flag(help: "Say why each goal's coverage is what it is: formula, inputs, deals.")
  var explain = false

  func run() throws {
    let workspace = try OpenWorkspace.reading(options)
    let day = try past.day(today: workspace.today)
    let pipeline = try workspace.pipeline(options.pipeline, asOf: day)
    let counted = try covered(in: workspace, of: pipeline, asOf: day)
    if explain {
      let answer = counted.answer(names: workspace.names)
      return try Answer.print(json: options.json, answer.value) { answer.text }
    }
    try GoalAnswer.print(
      workspace.structure,
      pipeline,
      coverages: counted.coverages,
      json: options.json
    )
  }

  /// Whether enough deals are due on a day for each goal, and whether those were reached whose period
  /// is over then.
  private func covered(
    in workspace: OpenWorkspace,
    of pipeline: SalesPipeline,
    asOf day: Day
  ) throws -> ExplainedCoverages {
    let goals = Coverage.goals(workspace.structure.goals, of: pipeline.id, from: .first)
    var counted = ExplainedCoverages(coverages: goals.map { Coverage(of: $0, asOf: day) })
    guard !counted.coverages.isEmpty else { return counted }
    try workspace.store.deals(asOf: day) { deal in
      if deal.pipeline == pipeline.id { counted.count(deal) }
    }
    return counted
  }
}

/// Sets a goal.
struct SetGoal: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Set what is to be won in a period, in money or in deals.",
    discussion: "Example: dealboard goal set 2026-Q1 30 --deals"
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var goal: GoalOptions

  @Argument(help: ArgumentHelp("500k, USD 90000; with --deals a number.", valueName: "amount"))
  var amount: [String]

  func run() throws {
    let (workspace, after) = try OpenWorkspace.editing(options) { workspace in
      .setGoal(
        in: try workspace.pipeline(options.pipeline, asOf: workspace.today).id,
        owner: try goal.ownerID(in: workspace),
        goal.period.period,
        try target(in: workspace.structure.settings.currency)
      )
    }
    let pipeline = try workspace.pipeline(options.pipeline, asOf: workspace.today)
    try GoalAnswer.print(after, pipeline, json: options.json)
  }

  private func target(in currency: Currency) throws -> Goal.Target {
    if goal.deals {
      let amount = amount.joined(separator: " ")
      guard let count = Int(amount), count > 0 else {
        throw CommandFailure(.usage, "\"\(amount)\" is no number of deals. Write it as 30.")
      }
      return .deals(count)
    }
    let typed = AmountArgument(argument: amount.joined(separator: " "))
    guard let money = try typed.money(in: currency) else {
      throw CommandFailure(.usage, "A goal is an amount. `dealboard goal remove` takes it away.")
    }
    return .money(money)
  }
}

/// Removes goals.
struct RemoveGoal: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove the goal of a period.",
    discussion: "Example: dealboard goal remove 2026-Q1 --owner ana"
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var goal: GoalOptions

  func run() throws {
    let workspace = try OpenWorkspace.changing(options)
    let pipeline = try workspace.pipeline(options.pipeline, asOf: workspace.today)
    let goals = try goal.matching(in: workspace, of: pipeline)
    guard !goals.isEmpty else {
      throw CommandFailure(
        .usage,
        "There is no such goal for \(goal.period.period). `dealboard goal list` shows them."
      )
    }
    let structure = try workspace.edit(goals.map { .removeGoal($0.id) })
    try GoalAnswer.print(structure, pipeline, json: options.json)
  }
}

/// Prints the goals of a pipeline.
enum GoalAnswer {
  /// Prints them by period, with the coverage of those that have one.
  static func print(
    _ structure: WorkspaceStructure,
    _ pipeline: SalesPipeline,
    coverages: [Coverage] = [],
    json: Bool
  ) throws {
    let goals = structure.goals.filter { $0.pipeline == pipeline.id }
    let names = StructureNames(pipelines: structure.pipelines, people: structure.people)
    try Answer.print(
      json: json,
      .array(
        goals.map { goal in
          let coverage = coverages.first { $0.goal.id == goal.id }
          return .object(
            members(goal, pipeline, owner: names.name(of: goal.owner))
              + (coverage.map {
                JSONValue.members(["coverage": CoverageWords($0, names: names).json])
              } ?? [])
          )
        }
      )
    ) {
      var lines = Lines()
      guard !goals.isEmpty else {
        lines.add(
          "\(pipeline.name) has no goals yet. Set one with `dealboard goal set 2026-Q1 500k`."
        )
        return lines.text
      }
      var table = TextTable([.words("Period"), .words("Owner"), .numbers("Goal")])
      for goal in goals {
        table.add([
          StyledText("\(goal.period)"),
          StyledText(names.name(of: goal.owner) ?? "team"),
          StyledText(words(goal.target)),
        ])
      }
      lines.add(StyledText(pipeline.name, .strong))
      lines.add(table)
      for coverage in coverages {
        let words = CoverageWords(coverage, names: names)
        lines.add(StyledText(words.sentence, words.style))
      }
      return lines.text
    }
  }

  private static func members(
    _ goal: Goal,
    _ pipeline: SalesPipeline,
    owner: String?
  ) -> [JSONValue.Member] {
    let (money, deals): (Money?, Int?) =
      switch goal.target {
      case .money(let money): (money, nil)
      case .deals(let count): (nil, count)
      }
    return JSONValue.members([
      "id": JSONValue(goal.id.rawValue),
      "pipeline": .string(pipeline.name),
      "owner": JSONValue(owner),
      "period": .string(goal.period.description),
      "value": JSONValue(money),
      "currency": JSONValue(money?.currency.code),
      "deals": JSONValue(deals),
    ])
  }

  private static func words(_ target: Goal.Target) -> String {
    switch target {
    case .money(let money): FigureText.value(money)
    case .deals(let count): FigureText.counted(count, "deal", "deals")
    }
  }
}
