import ArgumentParser
import Pipeline
import Store

/// Which goal is meant: of what period, whose, and what it counts.
struct GoalOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("2026-Q1, 2026-03 or 2026.", valueName: "period"))
  var period: PeriodArgument

  @Option(help: ArgumentHelp("Whose goal it is; else the whole team's.", valueName: "name"))
  var owner: String?

  @Flag(help: "Count deals won, not their value.")
  var deals = false

  /// The goals of a pipeline that are meant.
  func matching(
    in workspace: OpenWorkspace,
    of pipeline: SalesPipeline
  ) throws(CommandFailure) -> [Goal] {
    let owner = try ownerID(in: workspace)
    return workspace.structure.goals.filter { goal in
      guard goal.pipeline == pipeline.id, goal.owner == owner, goal.period == period.period else {
        return false
      }
      switch goal.target {
      case .deals: return deals
      case .money: return !deals
      }
    }
  }

  /// The owner that is named; `nil` for the whole team.
  func ownerID(in workspace: OpenWorkspace) throws(CommandFailure) -> Identifier<Person>? {
    guard let owner else { return nil }
    return try workspace.names.person(owner).id
  }
}
