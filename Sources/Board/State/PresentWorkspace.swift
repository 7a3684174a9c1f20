public import Pipeline

/// What a board that was opened on a past day finds when it goes on to today.
public struct PresentWorkspace: Sendable {
  let workspace: Workspace
  let undo: UndoState
  let readOnlyReason: String?

  /// Makes it of the workspace as it is today, with what can be undone and redone; with a sentence
  /// where nothing may be changed in the file.
  public init(_ workspace: Workspace, undo: UndoState, readOnlyReason: String?) {
    self.workspace = workspace
    self.undo = undo
    self.readOnlyReason = readOnlyReason
  }
}
