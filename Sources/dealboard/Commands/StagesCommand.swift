import ArgumentParser
import Pipeline
import Store

/// Looks after the stages of a pipeline.
struct StagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages",
    abstract: "List, add, rename, reorder, remove and set stages.",
    discussion: "Example: dealboard stages set \"Demo Scheduled\" --probability 40 --idle-days 21",
    subcommands: [
      ListStages.self, AddStage.self, RenameStage.self, ReorderStages.self, RemoveStage.self,
      SetStage.self,
    ],
    defaultSubcommand: ListStages.self
  )
}

/// Lists stages.
struct ListStages: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the stages in board order.",
    discussion: "Example: dealboard stages list --pipeline Sales"
  )

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let workspace = try OpenWorkspace.reading(options)
    let pipeline = try workspace.pipeline(options.pipeline, asOf: workspace.today)
    try StageAnswer.print(pipeline, json: options.json)
  }
}

/// Adds a stage.
struct AddStage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a stage, at the end unless --at says where.",
    discussion: "Example: dealboard stages add \"Legal Review\" --at 5 --probability 70"
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var limits: StageLimitOptions

  @Argument(help: "Its name.")
  var name: String

  @Option(help: ArgumentHelp("Its place, counted from 1.", valueName: "number"))
  var at: Int?

  func run() throws {
    if let at, at < 1 {
      throw CommandFailure(.usage, "There is no place \(at). Places are counted from 1.")
    }
    try StructureCommand(options).run { pipeline, _ in
      let stage = StageTemplate(
        name: name.cleaned,
        probability: limits.probability?.probability,
        idleLimit: limits.idleDays?.days,
        stuckLimit: limits.stuckDays?.days
      )
      return .addStage(stage, in: pipeline.id, at: at.map { $0 - 1 } ?? pipeline.stages.count)
    }
  }
}

/// Renames a stage.
struct RenameStage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Give a stage another name; its history stays.",
    discussion: "Example: dealboard stages rename Demo \"Demo Done\""
  )

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: "The stage.")
  var stage: String

  @Argument(help: "Its new name.")
  var name: String

  func run() throws {
    try StructureCommand(options).run { pipeline, names in
      .renameStage(try names.stage(stage, of: pipeline).id, name.cleaned)
    }
  }
}

/// Orders stages anew.
struct ReorderStages: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reorder",
    abstract: "Put the stages into another order; name each of them once.",
    discussion: """
      Which stages a deal has reached changes with the order, for past days too.

      Example: dealboard stages reorder Lead Contact Proposal Demo Negotiations
      """
  )

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: "The stages in their new order.")
  var stages: [String]

  func run() throws {
    try StructureCommand(options).run { pipeline, names in
      .reorderStages(pipeline.id, try stages.map { try names.stage($0, of: pipeline).id })
    }
    Console.writeError("What \"reached\" means follows the new order, for past days too.")
  }
}

/// Puts a stage away.
struct RemoveStage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Empty a stage into another and put it away; undo brings both back.",
    discussion: "Example: dealboard stages remove \"Demo Scheduled\" --into \"Proposal Made\""
  )

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: "The stage to put away.")
  var stage: String

  @Option(
    help: ArgumentHelp(
      "The stage that its open deals go to; an empty one needs none.",
      valueName: "stage"
    )
  )
  var into: String?

  func run() throws {
    // A file that is not there is made once it is known that the words fit a new one.
    let found = try OpenWorkspace.changing(options)
    _ = try stages(in: found)
    let workspace = found.store is EmptyWorkspace ? try OpenWorkspace.writing(options) : found
    let (pipeline, removed, target) = try stages(in: workspace)
    let now = Clock.now
    var generator = SystemRandomNumberGenerator()
    let outcome = try archive(
      ArchiveRequest(
        id: EventID(at: now, using: &generator),
        actor: workspace.actor,
        at: now,
        stage: removed.id,
        target: target?.id
      ),
      in: workspace
    )
    let structure = try workspace.store.structure()
    let after = structure.pipelines.first { $0.id == pipeline.id } ?? pipeline
    try StageAnswer.print(after, json: options.json)
    let count = outcome.step?.eventCount ?? 0
    let moved = FigureText.counted(count, "deal", "deals")
    let rest = count > 0 ? target.map { "; \(moved) went to \($0.name)" } : "; it was empty"
    Console.writeError(TerminalText.safe("\(removed.name) was put away\(rest ?? "")."))
  }

  /// The pipeline, the stage that is put away, and the one that its deals go to.
  private func stages(
    in workspace: OpenWorkspace
  ) throws -> (pipeline: SalesPipeline, removed: Stage, target: Stage?) {
    let pipeline = try workspace.pipeline(options.pipeline, asOf: workspace.today)
    let removed = try workspace.names.stage(stage, of: pipeline)
    let target = try into.map { try workspace.names.stage($0, of: pipeline) }
    guard removed.id != target?.id else {
      throw CommandFailure(.usage, "\(removed.name) cannot be emptied into itself. Name another.")
    }
    return (pipeline, removed, target)
  }

  /// Says which option is missing where the stage is not empty.
  private func archive(
    _ request: ArchiveRequest,
    in workspace: OpenWorkspace
  ) throws -> StepOutcome {
    do throws(StoreError) {
      return try workspace.store.archive(request, today: workspace.today)
    } catch {
      guard case .stageHasDeals = error else { throw error }
      throw CommandFailure(.badData, "\(error.message) Write --into STAGE.")
    }
  }
}

/// Sets a stage's probability and limits.
struct SetStage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Set a stage's probability and limits; none clears one.",
    discussion:
      "Example: dealboard stages set Demo --probability 40 --idle-days 21 --stuck-days none"
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var limits: StageLimitOptions

  @Argument(help: "The stage.")
  var stage: String

  func run() throws {
    try StructureCommand(options).run { pipeline, names in
      let stage = try names.stage(stage, of: pipeline)
      return .setStage(
        stage.id,
        probability: limits.probability.map(\.probability) ?? stage.probability,
        idleLimit: limits.idleDays.map(\.days) ?? stage.idleLimit,
        stuckLimit: limits.stuckDays.map(\.days) ?? stage.stuckLimit
      )
    }
  }
}
