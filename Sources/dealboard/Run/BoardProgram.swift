import Board
import Foundation
import Pipeline
import Settings
import Store
import Terminal

/// The board, from opening its file to giving the terminal back.
struct BoardProgram {
  private let launch: BoardLaunch
  private let clock: Clock
  private let store: SQLiteStore?
  private let structure: WorkspaceStructure
  private let actor: String
  private let person: Person?
  private let pipeline: Identifier<SalesPipeline>?
  private let config = UserConfig.current

  /// Opens a board and returns when it was left.
  ///
  /// Throws what opening the file and the terminal throws; nothing was drawn then.
  static func run(_ launch: BoardLaunch) throws {
    try Language.$current.withValue(UserConfig.current.language.value) {
      try BoardProgram(launch).run()
    }
  }

  private init(_ launch: BoardLaunch) throws {
    self.launch = launch
    let settings = config.newWorkspace
    store = try SQLiteStore.openIfPresent(
      at: launch.location.path,
      launch.asOf == nil ? .readWrite : .readOnly,
      holder: Self.holder
    )
    structure =
      try store?.structure()
      ?? EmptyWorkspace(path: launch.location.path, settings: settings).structure()
    clock = try Clock(zone: LocalTime(of: structure.settings))
    let names = StructureNames(pipelines: structure.pipelines, people: structure.people)
    pipeline = try launch.pipeline.map { try names.pipeline($0).id }
    actor = try names.actor(asked: launch.actor, preferring: config.actor)
    person = names.knownPerson(actor)
  }

  /// What the board's file says at the beginning.
  private struct Beginning: Sendable {
    let workspace: Workspace
    let undo: UndoState
  }

  private func run() throws {
    let context = StoreContext(
      location: launch.location,
      actor: actor,
      clock: clock,
      asOf: launch.asOf,
      holder: Self.holder
    )
    var (session, screen, desk, theme, known) = try opened(context)
    defer {
      screen.close()
      Screen.endAsAsked()
    }
    session.paint()
    desk.start(store, knowing: known, for: context)
    session.open(notices: benchmarkNotice(session) + notices(theme))
    session.loop()
  }

  /// A board that is ready to be drawn, and the events that it knows.
  ///
  /// Nothing of what it was made from lives on: a second hand on the workspace would have each change
  /// copy what it touches.
  private func opened(
    _ context: StoreContext
  ) throws -> (BoardSession, Screen, StoreDesk, StartingTheme, KnownVersion) {
    let memory = BoardMemory.current
    // Themes and terminal are got ready meanwhile, and whatever becomes of them, the file is read to
    // its end before the program ends.
    let reading = try BackgroundWork("opening") { [self] in try readBeginning(context) }
    let prepared = Result { try prepareTerminal(memory) }
    let read = Result { try reading.value() }
    let (theme, screen) = try prepared.get()
    do {
      let beginning = try read.get()
      let shown = screen.colorDepth == .none ? theme.withoutColors : theme
      let bell = try Wake()
      let answers = Mailbox<Action>(bell: bell)
      let desk = try StoreDesk(answers: answers)
      let state = BoardState(
        workspace: beginning.workspace,
        clock: clock.boardClock,
        actor: actor,
        rows: screen.rows,
        columns: screen.columns,
        options: options(memory, shown, beginning.undo, glyphs(of: screen))
      )
      let session = BoardSession(
        state: state,
        screen: screen,
        clock: clock,
        desk: desk,
        narrowingDesk: try NarrowingDesk(answers: answers),
        answers: answers,
        bell: bell
      )
      return (session, screen, desk, theme, KnownVersion(of: beginning.workspace))
    } catch {
      screen.close()
      throw error
    }
  }

  private func prepareTerminal(_ memory: BoardMemory) throws -> (StartingTheme, Screen) {
    let theme = try StartingTheme(
      library: ConfigFolder.library(),
      named: launch.theme,
      config: config.config,
      remembered: memory.theme,
      background: .ofEnvironment { Environment[$0] }
    )
    CharacterLocale.activate(environment: { Environment[$0] })
    let screen = try Screen(
      ScreenOptions(
        terminalName: Environment["TERM"] ?? "",
        usesColor: Environment["NO_COLOR"] == nil,
        usesMouse: config.config.takesMouse ?? true,
        asksBeforeEnd: true
      )
    )
    return (theme, screen)
  }

  private func readBeginning(_ context: StoreContext) throws -> Beginning {
    Beginning(
      workspace: try workspace(context),
      undo: try store.map { try UndoState(of: actor, in: $0) } ?? UndoState()
    )
  }

  private func workspace(_ context: StoreContext) throws -> Workspace {
    let snapshot = try snapshot(context)
    // For a few deals another thread takes longer to begin than they take to sort.
    return snapshot.dealCount < 10_000
      ? Workspace(snapshot) : Workspace(snapshot, by: EveryCore())
  }

  private func snapshot(_ context: StoreContext) throws -> WorkspaceSnapshot {
    let day = context.day
    let window = context.window(endingOn: day)
    if let store, launch.asOf != nil { return try context.past(day, in: store) }
    if let store { return try store.load(asOf: day, window: window) }
    return EmptyWorkspace(path: launch.location.path, settings: structure.settings)
      .load(asOf: day, window: window)
  }

  private func glyphs(of screen: Screen) -> GlyphSet {
    let drawsASCII = launch.isASCII || config.config.drawsASCII == true
    return drawsASCII || !screen.isUnicode || !screen.hasSigns ? .ascii : .unicode
  }

  private func options(
    _ memory: BoardMemory,
    _ theme: StartingTheme,
    _ undo: UndoState,
    _ glyphs: GlyphSet
  ) -> BoardOptions {
    var options = BoardOptions()
    options.glyphs = glyphs
    options.me = person?.id
    options.fileName =
      launch.isDemo ? nil : launch.location.path.split(separator: "/").last.map(String.init)
    options.isSample = launch.isDemo
    options.offersIdentity = !memory.hasAskedWho(actor)
    options.firstRunPath = store == nil ? launch.location.path : nil
    options.pipeline = pipeline
    options.themes = theme.themes
    options.theme = theme.chosen
    options.guessedTheme = theme.guessed
    options.darkTheme = theme.dark
    options.lightTheme = theme.light
    options.keyMap = config.config.keyMap
    options.density = config.density(remembered: memory.density)
    options.wantsSidebar = config.config.showsSidebar ?? memory.wantsSidebar
    options.showsMineOnly = memory.showsMineOnly && !launch.isDemo
    options.undo = undo
    options.asOf = launch.asOf
    if launch.asOf == nil, let reason = store?.readOnlyReason {
      options.readOnlyReason = reason.sentence(of: launch.location.path)
    }
    var random = SystemRandomNumberGenerator()
    options.randomSeed = (random.next(), random.next())
    return options
  }

  /// What others see while they wait for this board.
  private static let holder =
    "\(Environment.loginName)'s board (\(ProcessInfo.processInfo.processIdentifier))"

  /// Asks for the year's benchmark, once a year.
  private func benchmarkNotice(_ session: BoardSession) -> [Message] {
    let path = launch.location.path
    guard let request = session.openingRequest,
      !BoardMemory.current.hasAskedForBenchmark(of: path, after: clock.today.adding(months: -12))
    else { return [] }
    BoardMemory.saveAskedForBenchmark(of: path, on: clock.today)
    // Where it has no room it is cut: what is only offered covers no keys.
    return [Message(.done, request)]
  }

  /// What is to be said once, at the beginning.
  private func notices(_ theme: StartingTheme) -> [Message] {
    var notices: [Message] = []
    // The last one stays in the status line.
    let complaints = [config.complaint(short: true), theme.complaint]
    for complaint in complaints.compactMap({ $0 }) { notices.append(Message(.failed, complaint)) }
    if let store, case .damaged = store.readOnlyReason, let reason = store.readOnlyReason {
      notices.append(Message(.failed, reason.sentence(of: store.path)))
    }
    if let wentBack = store?.wentBack {
      notices.append(
        Message(
          .notice,
          phrase(
            "The file went back in time: it knew \(wentBack.found) of \(wentBack.known) events."
          )
            + phrase(" dealboard doctor says more.")
        )
      )
    }
    return notices
  }
}

extension Clock {
  /// What the board is told of the time.
  var boardClock: BoardClock {
    let now = Self.now
    return BoardClock(
      now: now,
      today: today,
      minuteOfDay: now.secondOfDay(secondsFromUTC: zone.secondsFromUTC(at: now)) / 60
    )
  }
}
