public import Pipeline

/// Everything that the screen shows, as a value.
///
/// It changes through `update(_:_:clock:)` alone; drawing only reads it.
public struct BoardState: Sendable {
  // MARK: Data

  /// All open deals, with unsaved changes in them.
  public internal(set) var workspace: Workspace { didSet { isPreviewOld = true } }
  /// What is left of them under `narrowing`; `nil` while all are shown.
  var narrowed: Workspace? { didSet { isPreviewOld = true } }
  /// Which deals are shown.
  public internal(set) var narrowing = Narrowing()
  /// The filter as it was understood.
  var filter = DealFilter.all
  /// Deals that are shown though they do not pass, because they have the focus.
  var strays: Set<Identifier<Deal>> = []
  var filterTicket = FilterTicket(number: 0)
  /// The deals that are shown next, while they are being found; until then the last ones stay.
  var awaitedNarrowing: AwaitedNarrowing?
  /// Whether the closed deals' figures under the filter are still on their way.
  var isFilterPending = false
  /// Whether a closed deal changed since those figures were asked for, so that it is not known
  /// whether they count it.
  var hasClosedNews = false
  /// The board as it would be if the carried deal were dropped; `nil` while none is carried, and
  /// where nothing would change.
  var preview: DropPreview?
  /// Whether the deals changed since the preview was made.
  var isPreviewOld = false
  /// What changes beside numbers are measured from, of the pipeline that is shown.
  var comparison: FigureComparison?
  /// The same over the deals that a filter lets through.
  var narrowedComparison: FigureComparison?
  /// The events of the deal that is open.
  var history: LoadedHistory?
  /// How the person of the deal that is open is reached.
  var contact: LoadedContact?
  /// Of which deal and person that was asked last; `nil` while no deal is open.
  var contactQuestion: ContactQuestion?
  /// The standup that is going on, also while one looks elsewhere.
  var standup: KeptStandup?
  /// What `copyContact` copied last, so that it copies the other way to reach them the next time.
  var lastCopied: String?
  /// The commands that were found in the palette, the last one first.
  var recentCommands: [Command] = []
  /// Words used before.
  public internal(set) var suggestions = Suggestions()

  /// The reports that are shown or were shown last.
  var reports: [ReportSlot: LoadedReport] = [:]
  var lastReportTicket = 0
  var reportChoices = ReportChoices()
  /// The last few changes, as the sidebar tells them.
  var activity: [SidebarLine] = []

  // MARK: Who and where

  /// The name under which changes are recorded.
  public internal(set) var actor: String
  /// The person of the team who sits here; `nil`: none of the team.
  public internal(set) var me: Identifier<Person>?
  /// The pipeline that is shown.
  public internal(set) var pipelineID: Identifier<SalesPipeline>
  /// The file's name, for the status line.
  public internal(set) var fileName: String?
  /// Whether the file holds made-up deals and goes when the board is left.
  var isSample: Bool
  /// Whether a line offers to say who the user is, where they are none of the team.
  var offersIdentity: Bool
  /// The moment the program started: older steps ask before they are undone.
  let startedAt: Instant
  /// The clock of the last action; while a past day is looked at, it is that day.
  public internal(set) var clock: BoardClock
  /// The clock of the last action as it is, whatever day is looked at.
  var wallClock: BoardClock
  /// The past day that is looked at; `nil`: today.
  public internal(set) var asOf: Day?
  /// The workspace as it is today, kept while a past day is looked at, and brought up to date with
  /// what others do; `nil` also where the board was opened on a past day.
  var present: Workspace?

  // MARK: Focus

  var focus = Focus()
  var remembered: [ColumnPlace: Focus] = [:]
  var heldPlace: HeldPlace?
  var carry: Carry?
  /// The deal on whose card the mouse was pressed and not let go yet.
  var pressedDeal: Identifier<Deal>?
  /// When others closed or deleted the last deal that was carried; `nil` once that was noticed.
  var carryLostAt: Instant?
  /// The deals that keys act on instead of the focused one.
  var marked = Marks()
  /// The marks that steps took away, which taking those back brings back.
  var unmarked: [Identifier<ChangeStep>: UnmarkedDeals] = [:]
  /// The deal that was added last, and the one that had the focus before.
  var addedFrom: (made: Identifier<Deal>, focused: Identifier<Deal>)?
  /// The first place that is drawn, by column.
  var tops: [ColumnPlace: Int] = [:]
  /// The first stage that is drawn where not all fit.
  var firstStage = 0
  var collapsed: Set<Identifier<Stage>> = []
  var sidebarTop = 0

  // MARK: Screen

  /// The size in cells.
  public internal(set) var rows: Int
  /// The size in cells.
  public internal(set) var columns: Int
  var chosenDensity: Density?
  var wantsSidebar = true
  /// The signs that it is drawn with.
  public let glyphs: GlyphSet
  /// The themes to walk through.
  let themes: Themes
  /// The theme in use.
  public internal(set) var theme: Theme
  /// Whether the theme was asked for by name, so that the terminal's background changes nothing.
  var themeWasChosen: Bool
  /// The themes to take once the terminal's background is known.
  let themesByBackground: (dark: String, light: String)
  /// The keys.
  public let keyMap: KeyMap
  /// The layers that are open.
  public internal(set) var layers: LayerStack
  /// Chords typed that are the beginning of a longer sequence.
  var typedChords: [Chord] = []
  /// What the status line says instead of the deal, until the next key.
  public internal(set) var message: Message? { didSet { messageSince = wallClock.now } }
  /// Since when it says that.
  private(set) var messageSince = Instant(milliseconds: 0)
  /// What others did while something else was to be read: said after it.
  var heldNews: String?

  // MARK: Saving

  /// Whether the workspace is being loaded anew because its totals of closed deals are behind.
  var awaitsReload = false
  var pending: [PendingStep] = []
  /// The step that is being put together, where it is about many deals; the last of `pending` when it
  /// began.
  var building: StepBuilding?
  /// What came while an answer was awaited that it depends on, in order.
  var heldActions: [Action] = []
  var lastTicket = 0
  /// The revisions at which deals were seen by who asks for what is being done; of others, the
  /// present ones.
  var seenRevisions: [Identifier<Deal>: Int32] = [:]
  /// Whom the store waits for.
  var waiting: StoreWait?
  /// The deal that was asked for by its number and is not found yet.
  var soughtDeal: Identifier<Deal>?
  /// What can be undone and redone.
  public internal(set) var undoState: UndoState
  /// Undo or redo where it was asked for while steps were on their way to the store: which step it
  /// is about is known once they are saved.
  var awaitedReversal: Command?
  /// What was done last, where that is no step.
  var lastRecord: LastRecord?
  /// The step of which a second `u` is awaited.
  var confirmedUndo: Identifier<ChangeStep>?
  /// What was changed last through this board.
  var lastChange: LastChange?
  /// Why nothing may be changed in the file, as a sentence; `nil`: it may.
  var fileIsReadOnly: String?
  var random: RandomSource
  var isQuitting = false
  /// Whether the last key, which was to leave, was answered with a question.
  var hasAskedToLeave = false

  /// Makes the state that a board opens with.
  public init(
    workspace: Workspace,
    clock: BoardClock,
    actor: String,
    rows: Int,
    columns: Int,
    options: BoardOptions = BoardOptions()
  ) {
    self.workspace = workspace
    wallClock = clock
    asOf = options.asOf
    self.clock = clock.showing(options.asOf)
    self.actor = actor
    self.rows = rows
    self.columns = columns
    startedAt = clock.now
    me = options.me
    fileName = options.fileName
    isSample = options.isSample
    offersIdentity = options.offersIdentity
    glyphs = options.glyphs
    themes = options.themes
    theme = (options.theme ?? options.guessedTheme).flatMap { options.themes[$0] } ?? themes.first
    themeWasChosen = options.theme != nil
    themesByBackground = (options.darkTheme, options.lightTheme)
    keyMap = options.keyMap
    chosenDensity = options.density
    wantsSidebar = options.wantsSidebar
    undoState = options.undo
    fileIsReadOnly = options.readOnlyReason
    random = RandomSource(seed: options.randomSeed)
    layers = LayerStack(bottom: BoardLayer())
    let known = workspace
    let asked = options.pipeline.flatMap { known.pipeline($0) }
    pipelineID = (asked ?? known.firstPipelineWithDeals)?.id ?? Identifier(rawValue: 0)
    if options.showsMineOnly, let me { narrowAtOnce(to: Narrowing(owner: me)) }
    focusFirstDeal()
    if let path = options.firstRunPath { layers.push(FirstRunLayer(path: path)) }
  }
}

extension Workspace {
  /// The first pipeline that has open deals, else the first.
  var firstPipelineWithDeals: SalesPipeline? {
    pipelines.first { live($0.id).open.deals > 0 } ?? pipelines.first
  }
}

/// What a board opens with beyond its data.
public struct BoardOptions: Sendable {
  /// The person of the team who sits here; `nil`: none of the team.
  public var me: Identifier<Person>?
  /// The file's name, for the status line.
  public var fileName: String?
  /// Whether the file holds made-up deals and goes when the board is left.
  public var isSample = false
  /// Whether a line offers to say who the user is, where they are none of the team; once.
  public var offersIdentity = true
  /// Where the file will be, where there is none yet: the first-run screen is shown.
  public var firstRunPath: String?
  /// The pipeline to show; `nil`: the first that has deals.
  public var pipeline: Identifier<SalesPipeline>?
  /// The signs that it is drawn with.
  public var glyphs = GlyphSet.unicode
  /// The themes to walk through.
  public var themes = Themes()
  /// The theme that was asked for, by name; `nil`: the terminal's background decides.
  public var theme: String?
  /// The theme to begin with until the terminal's background is known, by name; `nil`: the first.
  public var guessedTheme: String?
  /// The theme for a dark background, by name.
  public var darkTheme = "default"
  /// The theme for a light background, by name.
  public var lightTheme = "light"
  /// The keys.
  public var keyMap = KeyMap.standard
  /// How tall cards are; `nil`: by the screen's height.
  public var density: Density?
  /// Whether the sidebar is shown where there is room.
  public var wantsSidebar = true
  /// Whether only one's own deals are shown at first.
  public var showsMineOnly = false
  /// What can be undone and redone.
  public var undo = UndoState()
  /// Why nothing may be changed in the file, as a sentence; `nil`: it may.
  public var readOnlyReason: String?
  /// The past day that the snapshot is of; `nil`: today.
  public var asOf: Day?
  /// Random bits of the machine, from which the ids of events are made; fixed in tests.
  public var randomSeed: (UInt64, UInt64) = (0, 0)

  /// The options of a plain board.
  public init() {}
}
