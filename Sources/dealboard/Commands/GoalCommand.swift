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
    abstract: "List the goals of a pipeline.",
    discussion: "Example: dealboard goal list --json"
  )

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let workspace = try OpenWorkspace.reading(options)
    let pipeline = try workspace.pipeline(options.pipeline, asOf: workspace.today)
    try GoalAnswer.print(workspace.structure, pipeline, json: options.json)
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
  var amount: String

  func run() throws {
    let workspace = try OpenWorkspace.writing(options)
    let pipeline = try workspace.pipeline(options.pipeline, asOf: workspace.today)
    let edit = StructureEdit.setGoal(
      in: pipeline.id,
      owner: try goal.ownerID(in: workspace),
      goal.period.period,
      try target(in: workspace.structure.settings.currency)
    )
    try GoalAnswer.print(try workspace.store.edit(edit), pipeline, json: options.json)
  }

  private func target(in currency: Currency) throws -> Goal.Target {
    if goal.deals {
      guard let count = Int(amount), count > 0 else {
        throw CommandFailure(.usage, "\"\(amount)\" is no number of deals. Write it as 30.")
      }
      return .deals(count)
    }
    guard let money = try AmountArgument(argument: amount).money(in: currency) else {
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
    let workspace = try OpenWorkspace.writing(options)
    let pipeline = try workspace.pipeline(options.pipeline, asOf: workspace.today)
    let goals = try goal.matching(in: workspace, of: pipeline)
    guard !goals.isEmpty else {
      throw CommandFailure(
        .usage,
        "There is no such goal for \(goal.period.period). `dealboard goal list` shows them."
      )
    }
    var structure = workspace.structure
    for goal in goals { structure = try workspace.store.edit(.removeGoal(goal.id)) }
    try GoalAnswer.print(structure, pipeline, json: options.json)
  }
}

/// Prints the goals of a pipeline.
enum GoalAnswer {
  /// Prints them by period.
  static func print(
    _ structure: WorkspaceStructure,
    _ pipeline: SalesPipeline,
    json: Bool
  ) throws {
    let goals = structure.goals.filter { $0.pipeline == pipeline.id }
    let names = StructureNames(pipelines: structure.pipelines, people: structure.people)
    try Answer.print(
      json: json,
      .array(goals.map { value($0, pipeline, owner: names.name(of: $0.owner)) })
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
      return lines.text
    }
  }

  private static func value(
    _ goal: Goal,
    _ pipeline: SalesPipeline,
    owner: String?
  ) -> JSONValue {
    let (money, deals): (Money?, Int?) =
      switch goal.target {
      case .money(let money): (money, nil)
      case .deals(let count): (nil, count)
      }
    return .named([
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
