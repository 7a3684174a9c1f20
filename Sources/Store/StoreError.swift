public import Pipeline

/// Why a store could not be opened, read or changed.
///
/// Cases carry facts; `message` is the one place that words them.
public enum StoreError: Error, Hashable, Sendable {
  /// Nothing stands at the path.
  case noSuchFile(path: String)
  /// The folder that the file should stand in is missing.
  case noSuchFolder(path: String)
  /// A folder, a device or a socket stands at the path.
  case notAFile(path: String)
  /// A file stands where a folder on the way to it should be.
  case notAFolder(path: String)
  /// A link stands where the file's log, its index or the gate should; links are not followed there.
  case linkBeside(path: String)
  /// The file is no SQLite database.
  case notADatabase(path: String)
  /// The file is a database of another program.
  case otherProgram(path: String)
  /// A later version of this program wrote the file; `version` is its schema's.
  case newerSchema(path: String, version: Int)
  /// The file is damaged; `detail` is what SQLite says.
  case damaged(path: String, detail: String)
  /// The file or its folder cannot be made.
  case cannotCreate(path: String, detail: String)
  /// The disk, the quota or the file size limit is used up.
  case diskFull(path: String)
  /// Reading or writing failed below SQLite.
  case inputOutput(path: String, detail: String)
  /// Reading found no room for what it keeps beside the file; nothing was to be written.
  case noRoomToRead(path: String)
  /// Reading failed below SQLite; nothing was to be written.
  case unreadable(path: String, detail: String)
  /// The file stayed locked for five seconds; `holder` names who has it, where that is known.
  case busy(holder: String?)
  /// Others changed the same parts of the same deals first; never empty, nothing was written.
  case conflict([ChangeConflict])
  /// The step that was to be taken back or made again is not the next one by now; the next one,
  /// `nil` where there is none. Nothing was written.
  case otherStepIsNext(ChangeStep?)
  /// Another file, or none, stands where the open one was.
  case fileReplaced(path: String)
  /// The file, or the folder it stands in, may not be read.
  case noPermission(path: String)
  /// The folder may not be written, which SQLite needs even for reading.
  case folderNotWritable(path: String)
  /// The file may be looked at, not changed.
  case readOnly(path: String, ReadOnlyReason)
  /// A workspace cannot be opened to a group, or closed to it; what stands in the way.
  case cannotShare(path: String, SharingObstacle)
  /// A rule of deals forbids the change.
  case rule(deal: Identifier<Deal>, title: String, DealRuleViolation)
  /// The deal has an event dated after today, and cannot be changed before that day is over.
  case hasFutureEvents(deal: Identifier<Deal>, title: String, until: Day)
  /// A change is dated after today.
  case dayAfterToday(Day)
  /// There is no such deal.
  case unknownDeal(Identifier<Deal>)
  /// There is no such stage, or it was put away.
  case unknownStage(Identifier<Stage>)
  /// A goal of nothing, or less.
  case emptyGoal
  /// There is no such pipeline.
  case unknownPipeline(Identifier<SalesPipeline>)
  /// There is no such person.
  case unknownPerson(Identifier<Person>)
  /// A name is used twice where it must be unique.
  case nameTaken(String)
  /// Initials or a login belong to somebody else, who is named.
  case taken(PersonMark, String, by: String)
  /// Initials are empty, longer than they may be, or have a blank in them.
  case unfitInitials(String)
  /// A name has no visible character.
  case emptyName
  /// The last stage of a pipeline cannot be put away.
  case lastStage(String)
  /// A stage that holds open deals cannot be put away without saying where they go.
  case stageHasDeals(String, count: Int)
  /// A reordering does not name each stage of the pipeline once.
  case incompleteOrder(pipeline: String)
  /// What would be given back stands in a stage that was put away and whose name another has now.
  case stageWasArchived(String, deal: String)
  /// Another deal was imported under the same key meanwhile.
  case keyTaken(SourceKey)
}

/// What a person is known by besides the name.
public enum PersonMark: String, Hashable, Sendable {
  /// The letters on a card.
  case initials
  /// The name on a machine.
  case login
}

/// Why a file can only be looked at.
public enum ReadOnlyReason: Hashable, Sendable {
  /// It was opened for reading.
  case asked
  /// The file or its folder may not be written.
  case notWritable
  /// Its schema has additions that are not this program's, by name.
  case foreignSchema([String])
  /// Tables or indexes of it are missing, by name.
  case incompleteSchema([String])
  /// Parts of it are unreadable, or missing; what is wrong with the first.
  case damaged(String)
}

extension ReadOnlyReason {
  /// Whether the file itself is what is wrong.
  var isDamage: Bool {
    if case .damaged = self { true } else { false }
  }

  /// What whoever wants to write a file is told.
  func refusal(of path: String) -> StoreError {
    if case .damaged(let detail) = self { return .damaged(path: path, detail: detail) }
    return .readOnly(path: path, self)
  }
}

/// Two changes of the same part of one deal, of which the later one was not made.
public struct ChangeConflict: Hashable, Sendable {
  /// The deal.
  public let deal: Identifier<Deal>
  /// Its title.
  public let title: String
  /// The event that came first.
  public let theirs: DealEvent
  /// What was wanted; an undo where one was asked for.
  public let mine: DealChange

  /// Makes a conflict.
  public init(deal: Identifier<Deal>, title: String, theirs: DealEvent, mine: DealChange) {
    self.deal = deal
    self.title = title
    self.theirs = theirs
    self.mine = mine
  }
}
