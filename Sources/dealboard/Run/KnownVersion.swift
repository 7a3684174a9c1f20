import Pipeline

/// How far a board knows its file.
struct KnownVersion: Sendable {
  /// The place of the last event in the log.
  let lastSequence: Int64
  /// The version of pipelines, stages, people, settings, goals, baselines and filters.
  let structureVersion: Int64

  /// How far a workspace goes.
  init(of workspace: Workspace) {
    lastSequence = workspace.lastSequence
    structureVersion = workspace.structureVersion
  }
}
