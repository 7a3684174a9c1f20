import ArgumentParser
import Interchange
import Pipeline
import Store

/// Takes back one's own last step.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back your own last step, also of an earlier run.",
    discussion: """
      Steps are changes of deals. Goals, baselines, saved filters, contacts, people and stages are \
      none: the commands that set them change them back. Where one of those was the last thing you \
      did, undo says so and takes nothing back; --step takes back the step before it.

      Example: dealboard undo --as ana
      """
  )

  @OptionGroup var onTop: OnTopOption
  @OptionGroup var options: WorkspaceOptions

  @Flag(
    name: .customLong("step"),
    help: "Take the last step back also where something that is none came after it."
  )
  var isStepMeant = false

  func run() throws {
    let workspace = try OpenWorkspace.changing(options)
    let step = try workspace.store.nextUndo(of: workspace.actor)
    if !isStepMeant, let last = try workspace.store.lastBeside(of: workspace.actor) {
      let older = step.map { " `dealboard undo --step` takes back: \($0.summary)." } ?? ""
      throw CommandFailure(.usage, last.sentence + older)
    }
    let outcome: StepOutcome? = try step.flatMap {
      let request = workspace.undoRequest($0, goesOnTop: onTop.isWanted)
      return try onTop.offered { try workspace.store.undo(request, today: workspace.today) }
    }
    try StepAnswer(workspace, options).print(outcome, of: step, verb: "Took back", nothing: "undo")
    if let outcome { workspace.tell(outcome) }
  }
}

extension BesideEdit {
  /// Why undo does not take it back, and what does.
  fileprivate var sentence: String {
    switch self {
    case .goal:
      "What you did last, a goal, is no undo step: `dealboard goal` sets or removes it."
    case .baseline:
      "What you did last, a baseline, is no undo step: `dealboard baseline` saves or removes it."
    case .filter:
      "What you did last, a saved filter, is no undo step: `dealboard filters` saves or removes it."
    case .person:
      "What you did last, to the team, is no undo step: `dealboard people set` changes it back."
    case .stage:
      "What you did last, to a stage, is no undo step: `dealboard stages` changes it back."
    case .pipeline:
      "What you did last, to a pipeline, is no undo step: `dealboard pipelines` changes it back."
    case .setting:
      "What you did last, a setting, is no undo step: `dealboard config` changes it back."
    case .contact:
      "What you did last, phone or mail, is no undo step: `dealboard edit` changes them back."
    }
  }
}

/// Makes one's own last undone step again.
struct RedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo",
    abstract: "Make your own step again that was taken back last.",
    discussion: "Example: dealboard redo"
  )

  @OptionGroup var onTop: OnTopOption
  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let workspace = try OpenWorkspace.changing(options)
    let step = try workspace.store.nextRedo(of: workspace.actor)
    let outcome: StepOutcome? = try step.flatMap {
      let request = workspace.undoRequest($0, goesOnTop: onTop.isWanted)
      return try onTop.offered { try workspace.store.redo(request, today: workspace.today) }
    }
    try StepAnswer(workspace, options).print(outcome, of: step, verb: "Made again", nothing: "redo")
    if let outcome { workspace.tell(outcome) }
  }
}

/// Whether a step is taken back, or made again, also where others changed the same since.
struct OnTopOption: ParsableArguments {
  @Flag(name: .customLong("on-top"), help: "Do it also where others changed the same since.")
  var isWanted = false

  /// Does something, and says of it where others were first how it is done all the same.
  func offered<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch StoreError.conflict(let conflicts) {
      let error = StoreError.conflict(conflicts)
      throw CommandFailure(
        error.exitStatus,
        error.message + " --on-top does it all the same."
      )
    }
  }
}

/// Tells what became of an undo or a redo.
struct StepAnswer {
  private let workspace: OpenWorkspace
  private let options: WorkspaceOptions

  /// An answer about a workspace.
  init(_ workspace: OpenWorkspace, _ options: WorkspaceOptions) {
    self.workspace = workspace
    self.options = options
  }

  /// Prints the step and the deals after it; says so where there was none.
  func print(
    _ outcome: StepOutcome?,
    of step: ChangeStep?,
    verb: String,
    nothing: String
  ) throws {
    let summary = step?.summary ?? outcome?.step?.summary
    try Answer.print(json: options.json, try json(outcome, summary)) {
      var lines = Lines()
      guard let outcome, let summary else {
        lines.add("There is nothing of \(StyledText(workspace.actor).text)'s to \(nothing).")
        return lines.text
      }
      let count = outcome.step?.eventCount ?? outcome.changes.count
      let events = FigureText.counted(count, "change", "changes")
      lines.add("\(verb): ", StyledText(summary, .strong), " (\(events)).")
      return lines.text
    }
  }

  private func json(_ outcome: StepOutcome?, _ summary: String?) throws -> JSONValue {
    guard let outcome else { return .named(["step": .null, "deals": .array([])]) }
    let deals = DealAnswer(names: workspace.names, day: workspace.today)
    var seen: Set<Identifier<Deal>> = []
    let changed = outcome.changes.reversed().map(\.deal).filter { seen.insert($0.id).inserted }
    let whole = try changed.sorted { $0.id < $1.id }.map {
      deals.whole($0, try workspace.store.beside($0))
    }
    return .named([
      "step": JSONValue(summary),
      "events": JSONValue(outcome.step?.eventCount ?? 0),
      "deals": .array(whole),
    ])
  }
}
