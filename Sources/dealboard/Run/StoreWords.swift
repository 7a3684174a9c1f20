import Board
import Pipeline
import Store

extension StepNotice {
  /// What else happened, as a sentence for the status line.
  var sentence: String {
    switch self {
    case .alreadySo(_, let title, _): phrase("\(title) was so already.")
    case .alsoChanged(_, let title, let theirs):
      phrase("\(theirs.actor) changed \(title) meanwhile; yours went on top.")
    case .stageIsBack(let stage): phrase("\(stage) is on the board again.")
    }
  }
}

extension ReadOnlyReason {
  /// Why the file at a path is not changed, as a sentence.
  func sentence(of path: String) -> String { "\(path) \(clause)." }
}

extension StoreError {
  /// Why nothing more may be changed after it, as a sentence; `nil` where that is not so.
  var endOfChanges: String? {
    guard case .damaged(let path, let detail) = self else { return nil }
    return ReadOnlyReason.damaged(detail).sentence(of: path)
  }

  /// Whether sending the same again may help.
  var mayPass: Bool {
    switch self {
    case .busy, .diskFull, .inputOutput: true
    case .noSuchFile, .noSuchFolder, .notAFolder, .linkBeside, .notAFile, .notADatabase,
      .otherProgram, .newerSchema,
      .damaged, .cannotCreate, .noRoomToRead, .unreadable, .conflict, .otherStepIsNext,
      .fileReplaced, .noPermission, .folderNotWritable, .readOnly, .cannotShare, .rule,
      .hasFutureEvents, .dayAfterToday, .unknownDeal, .unknownStage, .emptyGoal, .unknownPipeline,
      .unknownPerson, .nameTaken, .taken, .unfitInitials, .emptyName, .lastStage, .stageHasDeals,
      .incompleteOrder, .stageWasArchived, .keyTaken:
      false
    }
  }
}

extension UndoState {
  /// What an actor can undo and redo in a store.
  ///
  /// Throws what reading throws.
  init(of actor: String, in store: any PipelineStore) throws(StoreError) {
    self.init(
      undo: try store.nextUndo(of: actor),
      redo: try store.nextRedo(of: actor),
      depth: try store.undoCount(of: actor)
    )
  }
}
