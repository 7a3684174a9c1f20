import Pipeline

extension StoreError {
  /// What happened, to what, and what to do; one or two sentences for a person.
  ///
  /// Names and paths are as they are in the file; whoever shows the sentence makes it fit for a
  /// terminal.
  public var message: String {
    switch self {
    case .noSuchFile(let path): phrase("There is no file \(path).")
    case .noSuchFolder(let path):
      phrase("There is no folder \(path). Make it, or name another file.")
    case .notAFile(let path): phrase("\(path) is not a file. Name a dealboard file.")
    case .notAFolder(let path):
      phrase("\(path) is a file, not a folder. Name a dealboard file in a folder.")
    case .linkBeside(let path):
      phrase("\(path) is a link, which is not followed. Move it away and try again.")
    case .notADatabase(let path):
      phrase("\(path) is not a database.") + Self.unchanged
    case .otherProgram(let path):
      phrase("\(path) is a database of another program.") + Self.unchanged
    case .newerSchema(let path, let version):
      phrase(
        "\(path) was written by a newer dealboard (schema \(version), this one knows \(Schema.version))."
      ) + phrase(" Nothing was changed; update dealboard.")
    case .damaged(let path, let detail):
      phrase("\(path) is damaged: \(detail). Nothing is written to it any more;")
        + phrase(" `dealboard doctor` says what is lost.")
    case .cannotCreate(let path, let detail):
      phrase("\(path) cannot be made: \(detail). Name another place.")
    case .diskFull(let path):
      phrase("Disk full: this change was not saved to \(path); nothing else is affected.")
        + phrase(" Free some space and try again.")
    case .inputOutput(let path, let detail):
      phrase("\(path) could not be read or written: \(detail). This change was not saved.")
    case .noRoomToRead(let path):
      phrase("Disk full: \(path) could not be read, which takes a little room beside it.")
        + phrase(" Nothing was changed; free some space and try again.")
    case .unreadable(let path, let detail):
      phrase("\(path) could not be read: \(detail). Nothing was changed.")
    case .busy(let holder): busyMessage(holder)
    case .conflict(let conflicts): conflictMessage(conflicts)
    case .otherStepIsNext(let step?):
      phrase("Another step of yours is next by now: \(step.summary).")
        + phrase(" Nothing was changed; look at it and try again.")
    case .otherStepIsNext(nil):
      phrase("That step of yours was taken back or made again elsewhere. Nothing was changed.")
    case .fileReplaced(let path):
      phrase("\(path) was replaced or removed while it was open.")
        + phrase(" Nothing more is written; open it again.")
    case .noPermission(let path): phrase("You may not read \(path). Ask its owner.")
    case .folderNotWritable(let path):
      phrase("The folder of \(path) may not be written, which even reading needs.")
        + phrase(" Copy the file elsewhere, or open a backup.")
    case .readOnly(let path, let reason):
      phrase("\(path) \(reason.clause). This change was not saved.")
    case .cannotShare(let path, let obstacle):
      phrase("\(path) cannot be shared: \(obstacle.sentence)")
    case .rule(let deal, let title, let violation):
      violation.sentence(about: phrase("Deal \(deal) (\(title))"))
    case .hasFutureEvents(let deal, let title, let until):
      phrase(
        "Deal \(deal) (\(title)) has an event dated \(until) and cannot be changed before that day."
      )
    case .dayAfterToday(let day):
      phrase("\(day) is after today. Name today or a day before.")
    case .unknownDeal(let id): phrase("There is no deal \(id).")
    case .unknownStage(let id): phrase("There is no stage with the number \(id) any more.")
    case .unknownPipeline(let id): phrase("There is no pipeline with the number \(id).")
    case .unknownPerson(let id): phrase("There is no person with the number \(id).")
    case .nameTaken(let name): phrase("The name \(name) is taken. Choose another.")
    case .taken(.initials, let initials, let owner):
      phrase("The initials \(initials) are \(owner)'s. Choose others.")
    case .taken(.login, let login, let owner):
      phrase("The login \(login) is \(owner)'s. Take it from them first, or name another.")
    case .unfitInitials(let initials):
      phrase("\"\(initials)\" cannot be initials. Write one to \(Initials.maximum) letters.")
    case .emptyGoal: phrase("A goal must be above zero.")
    case .emptyName: phrase("A name needs at least one visible character.")
    case .lastStage(let name):
      phrase("\(name) is the pipeline's last stage. A pipeline needs one.")
    case .stageHasDeals(let name, 1):
      phrase("\(name) holds one open deal. Name the stage that it goes to.")
    case .stageHasDeals(let name, let count):
      phrase("\(name) holds \(count) open deals. Name the stage that they go to.")
    case .incompleteOrder(let pipeline):
      phrase("The order must name each stage of \(pipeline) once.")
    case .stageWasArchived(let stage, let deal):
      phrase("\(deal) would go back to \(stage), which was put away, and another stage")
        + " " + phrase("is called so now. Rename that one first.")
    case .keyTaken(let key):
      phrase("Another deal was imported from \(key.source) as \(key.id) meanwhile,")
        + phrase(" so this one stays away.")
    }
  }

  private static var unchanged: String {
    phrase(" Nothing was changed; name a dealboard file.")
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
    return phrase("The file is busy: another program holds it. Try again.")
  }
  return phrase("The file is busy: \(holder) holds it. Try again.")
}

private func conflictMessage(_ conflicts: [ChangeConflict]) -> String {
  guard let first = conflicts.first else {
    return phrase("Someone else changed the deal first.")
  }
  let others = conflicts.count > 1 ? phrase(" (and \(conflicts.count - 1) more)") : ""
  return phrase("\(first.theirs.actor) changed \(first.title) first\(others).")
    + phrase(" Nothing was saved; look at it and try again.")
}

extension ReadOnlyReason {
  /// The end of a sentence that begins with the file's path.
  public var clause: String {
    switch self {
    case .asked: phrase("was opened for reading only")
    case .notWritable: phrase("may only be read: you have no right to write it")
    case .foreignSchema(let names):
      phrase("may only be read: it holds what is not dealboard's (\(names.listed))")
    case .incompleteSchema(let names):
      phrase("may only be read: tables or indexes of it are missing (\(names.listed))")
    case .damaged(let detail): phrase("may only be read: it is damaged (\(detail))")
    }
  }
}

extension [String] {
  fileprivate var listed: String { joined(separator: ", ") }
}

extension SharingObstacle {
  /// What is wrong and what can be done, in a sentence.
  fileprivate var sentence: String {
    switch self {
    case .notOwner: phrase("it is someone else's. Ask its owner to share it.")
    case .notInGroup:
      phrase("you are not in the group. Ask the administrator to add you, and log in anew.")
    case .system(let detail): "\(detail)."
    }
  }
}
