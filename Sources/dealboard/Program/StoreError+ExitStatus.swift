import Store

extension StoreError {
  /// What a command ends with that met it.
  var exitStatus: ExitStatus {
    switch self {
    case .unknownDeal, .unknownStage, .unknownPipeline, .unknownPerson, .emptyName, .emptyGoal,
      .unfitInitials, .incompleteOrder, .dayAfterToday:
      .usage
    case .notAFile, .notADatabase, .otherProgram, .newerSchema, .damaged, .rule, .hasFutureEvents,
      .nameTaken, .taken, .lastStage, .stageHasDeals, .stageWasArchived, .keyTaken:
      .badData
    case .noSuchFile, .noSuchFolder, .notAFolder: .noInput
    case .cannotCreate, .linkBeside: .cannotCreate
    case .diskFull, .inputOutput, .noRoomToRead, .unreadable, .fileReplaced: .inputOutput
    case .busy, .conflict, .otherStepIsNext: .busy
    case .noPermission, .folderNotWritable, .readOnly, .cannotShare: .noPermission
    }
  }
}
