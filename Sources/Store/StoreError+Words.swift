public import Pipeline

extension StoreError {
  /// What happened, to what, and what to do; one or two sentences for a person.
  ///
  /// Names and paths are as they are in the file; whoever shows the sentence makes it fit for a
  /// terminal.
  public var message: String {
    switch self {
    case .noSuchFile(let path): "There is no file \(path)."
    case .noSuchFolder(let path): "There is no folder \(path). Make it, or name another file."
    case .notAFile(let path): "\(path) is not a file. Name a dealboard file."
    case .notADatabase(let path):
      "\(path) is not a database. Nothing was changed; name a dealboard file."
    case .otherProgram(let path):
      "\(path) is a database of another program. Nothing was changed; name a dealboard file."
    case .newerSchema(let path, let version):
      "\(path) was written by a newer dealboard (schema \(version), this one knows "
        + "\(Schema.version)). Nothing was changed; update dealboard."
    case .damaged(let path, let detail):
      "\(path) is damaged: \(detail). Nothing is written to it any more; "
        + "`dealboard doctor` says what is lost."
    case .cannotCreate(let path, let detail):
      "\(path) cannot be made: \(detail). Name another place."
    case .diskFull(let path):
      "Disk full: this change was not saved to \(path); nothing else is affected. "
        + "Free some space and try again."
    case .inputOutput(let path, let detail):
      "\(path) could not be read or written: \(detail). This change was not saved."
    case .noRoomToRead(let path):
      "Disk full: \(path) could not be read, which takes a little room beside it. "
        + "Nothing was changed; free some space and try again."
    case .unreadable(let path, let detail):
      "\(path) could not be read: \(detail). Nothing was changed."
    case .busy(let holder): busyMessage(holder)
    case .conflict(let conflicts): conflictMessage(conflicts)
    case .otherStepIsNext(let step?):
      "Another step of yours is next by now: \(step.summary). "
        + "Nothing was changed; look at it and try again."
    case .otherStepIsNext(nil):
      "That step of yours was taken back or made again elsewhere. Nothing was changed."
    case .fileReplaced(let path):
      "\(path) was replaced or removed while it was open. Nothing more is written; open it again."
    case .noPermission(let path): "You may not read \(path). Ask its owner."
    case .folderNotWritable(let path):
      "The folder of \(path) may not be written, which even reading needs. "
        + "Copy the file elsewhere, or open a backup."
    case .readOnly(let path, let reason): "\(path) \(reason.clause). This change was not saved."
    case .cannotShare(let path, let obstacle): "\(path) cannot be shared: \(obstacle.sentence)"
    case .rule(let deal, let title, let violation):
      "Deal \(deal) (\(title)): \(violation.sentence)"
    case .hasFutureEvents(let deal, let title, let until):
      "Deal \(deal) (\(title)) has an event dated \(until) and cannot be changed before that day."
    case .dayAfterToday(let day): "\(day) is after today. Name today or a day before."
    case .unknownDeal(let id): "There is no deal \(id)."
    case .unknownStage(let id): "There is no stage with the number \(id) any more."
    case .unknownPipeline(let id): "There is no pipeline with the number \(id)."
    case .unknownPerson(let id): "There is no person with the number \(id)."
    case .nameTaken(let name): "The name \(name) is taken. Choose another."
    case .taken(.initials, let initials, let owner):
      "The initials \(initials) are \(owner)'s. Choose others."
    case .taken(.login, let login, let owner):
      "The login \(login) is \(owner)'s. Take it from them first, or name another."
    case .unfitInitials(let initials):
      "\"\(initials)\" cannot be initials. Write one to \(Initials.maximum) letters."
    case .emptyGoal: "A goal must be above zero."
    case .emptyName: "A name needs at least one visible character."
    case .lastStage(let name): "\(name) is the pipeline's last stage. A pipeline needs one."
    case .stageHasDeals(let name, 1): "\(name) holds one open deal. Name the stage that it goes to."
    case .stageHasDeals(let name, let count):
      "\(name) holds \(count) open deals. Name the stage that they go to."
    case .incompleteOrder(let pipeline): "The order must name each stage of \(pipeline) once."
    case .stageWasArchived(let stage, let deal):
      "\(deal) would go back to \(stage), which was put away. Move it by hand."
    case .keyTaken(let key):
      "Another deal was imported from \(key.source) as \(key.id) meanwhile, so this one stays away."
    }
  }

  /// The exit code of sysexits.h that a command ends with.
  public var exitCode: Int32 {
    switch self {
    case .unknownDeal, .unknownStage, .unknownPipeline, .unknownPerson, .emptyName, .emptyGoal,
      .unfitInitials,
      .incompleteOrder, .dayAfterToday:
      64
    case .notAFile, .notADatabase, .otherProgram, .newerSchema, .damaged, .rule, .hasFutureEvents,
      .nameTaken, .taken, .lastStage, .stageHasDeals, .stageWasArchived, .keyTaken:
      65
    case .noSuchFile, .noSuchFolder: 66
    case .cannotCreate: 73
    case .diskFull, .inputOutput, .noRoomToRead, .unreadable, .fileReplaced: 74
    case .busy, .conflict, .otherStepIsNext: 75
    case .noPermission, .folderNotWritable, .readOnly, .cannotShare: 77
    }
  }
}

extension StoreError {
  /// The same where it was met while reading: no change was lost by it.
  var whileReading: StoreError {
    if case .diskFull(let path) = self { return .noRoomToRead(path: path) }
    if case .inputOutput(let path, let detail) = self {
      return .unreadable(path: path, detail: detail)
    }
    return self
  }
}

private func busyMessage(_ holder: String?) -> String {
  guard let holder, !holder.isEmpty else {
    return "The file is busy: another program holds it. Try again."
  }
  return "The file is busy: \(holder) holds it. Try again."
}

private func conflictMessage(_ conflicts: [ChangeConflict]) -> String {
  guard let first = conflicts.first else { return "Someone else changed the deal first." }
  let others = conflicts.count > 1 ? " (and \(conflicts.count - 1) more)" : ""
  return "\(first.theirs.actor) changed \(first.title) first\(others). "
    + "Nothing was saved; look at it and try again."
}

extension ReadOnlyReason {
  /// The end of a sentence that begins with the file's path.
  public var clause: String {
    switch self {
    case .asked: "was opened for reading only"
    case .notWritable: "may only be read: you have no right to write it"
    case .foreignSchema(let names):
      "may only be read: it holds what is not dealboard's (\(names.joined(separator: ", ")))"
    case .damaged(let detail): "may only be read: it is damaged (\(detail))"
    }
  }
}

extension SharingObstacle {
  /// What is wrong and what can be done, in a sentence.
  fileprivate var sentence: String {
    switch self {
    case .notOwner: "it is someone else's. Ask its owner to share it."
    case .notInGroup: "you are not in the group. Ask the administrator to add you, and log in anew."
    case .system(let detail): "\(detail)."
    }
  }
}

extension DealRuleViolation {
  /// What is wrong and what can be done, in a sentence.
  public var sentence: String {
    switch self {
    case .dealClosed: "it is already won or lost. Reopen it first."
    case .alreadyClosed: "it is already won or lost."
    case .notClosed: "it is open already."
    case .sameStage: "it is in that stage already."
    case .dealDeleted: "it was deleted."
    case .outOfOrder(let day): "its last event is of \(day). Name that day or a later one."
    case .unknownStage: "its pipeline has no such stage."
    case .unknownStep: "no such step is planned."
    case .negativeValue: "a value cannot be below zero."
    case .emptyTitle: "a title needs at least one visible character."
    }
  }
}
