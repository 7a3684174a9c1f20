import Board
import Foundation
import Pipeline
import Terminal

/// A board that is open: the one place where keys, time and the store's answers become changes of
/// its state, and where its effects are carried out.
///
/// One thread owns it, the screen and the state.
struct BoardSession {
  private var state: BoardState
  private var canvas: Canvas
  private var display: Display
  private let screen: Screen
  private let clock: Clock
  private let desk: StoreDesk
  private let narrowingDesk: NarrowingDesk
  private let answers: Mailbox<Action>
  private let bell: Wake
  private var isOver = false
  /// Which deals are to be shown, where that is to be found once the key has been painted: it takes
  /// all cores.
  private var search: NarrowingRequest?
  /// Whether what is on the screen is older than the state.
  private var isBehind = false
  private var lastMinute: Int
  private var backgroundIsAwaitedUntil: ContinuousClock.Instant?

  init(
    state: BoardState,
    screen: Screen,
    clock: Clock,
    desk: StoreDesk,
    narrowingDesk: NarrowingDesk,
    answers: Mailbox<Action>,
    bell: Wake
  ) {
    self.state = state
    self.screen = screen
    self.clock = clock
    self.desk = desk
    self.narrowingDesk = narrowingDesk
    self.answers = answers
    self.bell = bell
    canvas = Canvas(
      rows: screen.rows,
      columns: screen.columns,
      glyphs: state.glyphs,
      width: CharacterWidth.of
    )
    display = Display(screen: screen, theme: state.theme)
    lastMinute = clock.boardClock.minuteOfDay
    screen.aroundStop = { stop in desk.whileResting(stop) }
  }

  /// Draws the state as it is now.
  mutating func paint() {
    canvas.resize(rows: screen.rows, columns: screen.columns)
    display.use(state.theme)
    draw(state, on: &canvas)
    display.show(canvas)
  }

  /// What the board asks as it opens; `nil` where it asks nothing.
  var openingRequest: String? { state.openingRequest }

  /// Asks for what a board fills in after its first paint, and says what is to be said.
  mutating func open(notices: [Message]) {
    for effect in state.openingEffects() { perform(effect) }
    for notice in notices { answers.post(.told(notice)) }
    screen.learnPace()
    if screen.askForBackgroundColor() { backgroundIsAwaitedUntil = .now + .milliseconds(100) }
  }

  /// Runs until the board is left or the terminal is gone.
  mutating func loop() {
    while !isOver {
      let events = screen.wait(
        milliseconds: millisecondsToNextTick,
        wake: bell,
        forOutput: isBehind
      )
      for event in events { handle(event) }
      for answer in answers.takeAll() { take(answer) }
      passTime()
      // All that waited was taken in: sixty keys at once are one paint. A line that is busy with the
      // last one gets none until it is done: frames are skipped there, never queued.
      isBehind = !screen.takesOutput
      if !isOver && !isBehind { paint() }
      if let search { narrowingDesk.submit(search) }
      search = nil
    }
    let stopped = DispatchSemaphore(value: 0)
    desk.submit(.stop(stopped))
    // A file that hangs must not keep the terminal; what was acknowledged is on disk.
    _ = stopped.wait(timeout: .now() + 2)
  }

  private mutating func take(_ action: Action) {
    guard !isOver else { return }
    for effect in update(&state, action, clock: clock.boardClock) { perform(effect) }
  }

  private mutating func handle(_ event: TerminalEvent) {
    switch event {
    case .key(let key): take(.key(Chord(key)))
    case .paste(let text): take(.paste(text))
    case .mouse(let mouse):
      if let input = MouseInput(mouse) { take(.mouse(input)) }
    case .resized(let rows, let columns):
      display.forget()
      take(.resized(rows: rows, columns: columns))
    case .resumed:
      display.forget()
      screen.redrawAll()
      take(.resized(rows: screen.rows, columns: screen.columns))
    case .backgroundColor(let color):
      // Colours that change under somebody's eyes disturb more than ones that fit less.
      guard let limit = backgroundIsAwaitedUntil, .now <= limit else { return }
      take(.backgroundIsLight(color.luminance > 127))
    case .woken, .outputReady: break
    case .endWanted, .endOfInput: isOver = true
    }
  }

  /// Tells the board that a minute has passed: steps become due, days end; where it heeds seconds,
  /// that one has.
  private mutating func passTime() {
    let minute = clock.boardClock.minuteOfDay
    guard minute != lastMinute || state.heedsSeconds else { return }
    lastMinute = minute
    take(.tick)
  }

  private var millisecondsToNextTick: Int {
    let step: Int64 = state.heedsSeconds ? 1_000 : 60_000
    return Int(step - Clock.now.milliseconds % step) + 5
  }
}

// MARK: - Effects

extension BoardSession {
  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .commit(let ticket, let request): desk.submit(.commit(ticket, request))
    case .goOn(let ticket): answers.post(.goOn(ticket))
    case .undo(let ticket, let reversal): desk.submit(.undo(ticket, reversal))
    case .redo(let ticket, let reversal): desk.submit(.redo(ticket, reversal))
    case .keep(let ticket, let request): desk.submit(.keep(ticket, request))
    case .reload: desk.submit(.reload)
    case .loadWonDeals(let pipeline, let since, let day):
      desk.submit(.loadWonDeals(pipeline, since: since, asOf: day))
    case .loadComparison(let pipeline, let narrowing, let startOfDay, let earlier):
      desk.submit(
        .read(.comparison(pipeline, narrowing, startOfDay: startOfDay, earlier: earlier))
      )
    case .narrow(let request): search = request
    case .loadFilteredTotals(let ticket, let narrowing, let day):
      desk.submit(.read(.filteredTotals(ticket, narrowing, asOf: day)))
    case .loadPast(let day): desk.submit(.read(.past(day)))
    case .openPresent: desk.submit(.openPresent)
    case .findDeal(let id): desk.submit(.findDeal(id))
    case .loadHistory(let id): desk.submit(.loadHistory(id))
    case .loadNotes(let id): desk.submit(.loadNotes(id))
    case .editNotes(let draft): edit(draft)
    case .removeNotesFile(let path): NotesFile(at: path).remove()
    case .loadContact(let id): desk.submit(.loadContact(id))
    case .loadReport(let ticket, let request): desk.submit(.read(.report(ticket, request)))
    case .loadSuggestions: desk.submit(.read(.suggestions))
    case .save(let setting):
      if let remark = UserConfig.current.remark(on: setting) {
        take(.told(Message(.notice, remark)))
      } else if let complaint = BoardMemory.save(setting) {
        take(.told(Message(.failed, complaint)))
      }
    case .copy(let text):
      guard screen.copyToClipboard(text) else {
        let sentence = phrase("This terminal takes nothing for its clipboard.")
        return take(.told(Message(.refused, sentence)))
      }
      take(.copied(text))
    case .redraw:
      display.forget()
      screen.redrawAll()
    case .suspend:
      screen.suspend()
      display.forget()
      take(.resized(rows: screen.rows, columns: screen.columns))
    case .quit: isOver = true
    case .startWithSample: desk.submit(.make(.sample))
    case .startEmpty: desk.submit(.make(.empty))
    case .startWithImport(let path): desk.submit(.make(.importing(path: path)))
    }
  }
}

extension BoardSession {
  /// Lends the terminal to the user's editor; what others did meanwhile comes after it.
  private mutating func edit(_ draft: NotesDraft) {
    let edited = screen.withTerminalReleased { NotesEditor.edit(draft) }
    display.forget()
    take(.resized(rows: screen.rows, columns: screen.columns))
    take(.notesEdited(draft, edited))
  }
}

extension MouseInput {
  /// What the board is told of the mouse; `nil` for what it does not heed.
  fileprivate init?(_ event: MouseEvent) {
    let kind: Kind
    switch event.action {
    case .press(.left): kind = .press
    case .drag(.left): kind = .drag
    case .release(.left): kind = .release
    case .wheelUp: kind = .wheelUp
    case .wheelDown: kind = .wheelDown
    case .press, .drag, .release, .wheelLeft, .wheelRight: return nil
    }
    self.init(kind, row: event.row, column: event.column)
  }
}
