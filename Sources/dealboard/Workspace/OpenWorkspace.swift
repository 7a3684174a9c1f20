import Glibc
import Pipeline
import Settings
import Store

/// A workspace that a command works on: its file, its day, and who acts.
struct OpenWorkspace {
  /// The file, or the empty workspace where there is none.
  let store: any PipelineStore
  /// The present moment in the workspace's zone.
  let clock: Clock
  /// Pipelines, stages, people and settings as they were when it was opened.
  let structure: WorkspaceStructure
  /// Who acts, by the name that goes into the log.
  let actor: String

  /// The structure by what people call things.
  var names: StructureNames {
    StructureNames(pipelines: structure.pipelines, people: structure.people)
  }
  /// The day that counts as today.
  var today: Day { clock.today }
  /// The team member who acts; `nil` where the actor is none.
  var actingPerson: Person? { names.knownPerson(actor) }

  /// Opens a workspace for looking; a file that is not there is an empty one, and none is made.
  static func reading(_ options: WorkspaceOptions) throws -> OpenWorkspace {
    try opened(options, .readOnly)
  }

  /// Opens a workspace for changing what is in it; a file that is not there holds nothing, and none
  /// is made.
  static func changing(_ options: WorkspaceOptions) throws -> OpenWorkspace {
    try opened(options, .readWrite)
  }

  /// Says so where changes are recorded under a name that was chosen and is nobody's of the team: it
  /// may be a slip.
  func sayStranger(chosen: String?) {
    let isChosen = chosen != nil || UserConfig.current.actor.source == .config
    guard isChosen, !structure.people.isEmpty,
      !structure.people.contains(where: { $0.name == actor })
    else { return }
    Console.writeError(
      TerminalText.safe("Nobody of the team is called \(actor); it is recorded under that name.")
    )
  }

  private static func opened(
    _ options: WorkspaceOptions,
    _ mode: OpenMode
  ) throws -> OpenWorkspace {
    let path = options.location.path
    let store = try SQLiteStore.openIfPresent(
      at: path,
      mode,
      holder: holder,
      waiting: sayWaiting
    )
    guard let store else {
      let empty = EmptyWorkspace(path: path, settings: UserConfig.current.newWorkspace)
      return try OpenWorkspace(empty, actor: options.actor, isTyped: true)
    }
    var isReading = false
    if case .readOnly = mode { isReading = true }
    return try opened(store, actor: options.actor, isReading: isReading)
  }

  /// Works on a store, once what is wrong with its file has been said: a damaged one gives what can be
  /// read of it, and takes nothing.
  private static func opened(
    _ store: SQLiteStore,
    actor: String?,
    isReading: Bool
  ) throws -> OpenWorkspace {
    let workspace = try OpenWorkspace(warned(store), actor: actor, isTyped: true)
    // Asked after the structure was read, which may have met the damage.
    if case .damaged(let detail) = store.readOnlyReason {
      let damage = StoreError.damaged(path: store.path, detail: detail)
      guard isReading else { throw damage }
      SaidDamage.say(damage)
    }
    return workspace
  }

  /// Opens a workspace for putting something into it; one that is not there is made, at the default place with its
  /// folder.
  static func writing(_ options: WorkspaceOptions) throws -> OpenWorkspace {
    let location = options.location
    let mode = OpenMode.create(
      settings: UserConfig.current.newWorkspace,
      makesFolder: location.isDefault
    )
    let store = try SQLiteStore.open(
      at: location.path,
      mode,
      holder: holder,
      waiting: sayWaiting
    )
    return try opened(store, actor: options.actor, isReading: false)
  }

  /// Makes an edit of what `structure` gives, and returns the workspace as it was before and the
  /// structure after it.
  ///
  /// A file that is not there is made once it is known that a new one allows the edit, which is then
  /// worked out anew: somebody else may have made the file meanwhile.
  static func editing(
    _ options: WorkspaceOptions,
    _ edit: (OpenWorkspace) throws -> StructureEdit
  ) throws -> (workspace: OpenWorkspace, after: WorkspaceStructure) {
    let found = try changing(options)
    let wanted = try edit(found)
    guard let empty = found.store as? EmptyWorkspace else {
      return (found, try found.edit(wanted))
    }
    try empty.check(wanted)
    let made = try writing(options)
    return (made, try made.edit(try edit(made)))
  }

  /// Says whom a command waits for, to whoever sits at the terminal.
  @Sendable private static func sayWaiting(_ holder: String) {
    guard Environment.errorIsTerminal else { return }
    Console.writeError(TerminalText.safe("Waiting for \(holder)…"))
  }

  /// Says so where a file lost events that were once committed.
  private static func warned(_ store: SQLiteStore) -> SQLiteStore {
    if let back = store.wentBack {
      Console.writeError(TerminalText.safe(DoctorFinding.wentBack(back).message))
    }
    return store
  }

  /// A workspace on a store that is open already; without an actor, the login acts.
  ///
  /// An actor that was typed may be the beginning of a name; a login may not.
  init(_ store: any PipelineStore, actor: String?, isTyped: Bool = false) throws {
    self.store = store
    structure = try store.structure()
    clock = try Clock(zone: LocalTime(of: structure.settings))
    let names = StructureNames(pipelines: structure.pipelines, people: structure.people)
    if !isTyped, let actor {
      self.actor = names.knownPerson(actor)?.name ?? actor
    } else {
      self.actor = try names.actor(asked: actor, preferring: UserConfig.current.actor)
    }
  }

  /// What others see while they wait for this process.
  private static var holder: String { "\(Environment.loginName)'s command (\(getpid()))" }
}
