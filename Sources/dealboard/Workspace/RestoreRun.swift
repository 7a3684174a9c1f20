import Interchange
import Pipeline
import Store

/// The import of a whole workspace from JSON.
struct RestoreRun {
  /// The workspace that it goes into.
  let workspace: OpenWorkspace
  /// The file.
  let survey: WorkspaceSurvey

  /// Writes the import, or for a dry run takes it back again.
  func start(
    isDryRun: Bool,
    progress: (ImportProgress) -> Void
  ) throws -> ImportOutcome {
    let now = Clock.now
    var generator = SystemRandomNumberGenerator()
    let request = ImportRequest(
      id: EventID(at: now, using: &generator),
      actor: workspace.actor,
      summary: "import \(survey.file.name)",
      at: now,
      isDryRun: isDryRun
    )
    let before = Set(workspace.structure.pipelines.map(\.id))
    var outcome: ImportOutcome?
    _ = try workspace.store.importing(request) { session in
      try session.restoring { log in
        let run = try WorkspaceImport(survey).run(into: log, progress: progress)
        let used = try session.pipelines().filter { run.pipelines.contains($0.id) }
        outcome = ImportOutcome(
          report: run.report,
          pipelines: used.map {
            PlanEdits.Outcome(pipeline: $0, fate: before.contains($0.id) ? .unchanged : .made)
          }
        )
      }
    }
    guard let outcome else {
      throw CommandFailure(.inputOutput, "The import ended before it began. Try again.")
    }
    return outcome
  }
}
