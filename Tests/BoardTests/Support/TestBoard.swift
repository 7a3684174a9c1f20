import Pipeline
import Testing

@testable import Board

/// A board that is typed at, with a store in memory behind it.
struct TestBoard {
  /// Ten in the morning of the fixture's Wednesday.
  static let clock = BoardClock(
    now: Instant(milliseconds: 1_794_996_000_000),
    today: SalesTeam.today,
    minuteOfDay: 600
  )

  var state: BoardState
  var store: TestStore
  var clock = TestBoard.clock
  /// All that the board asked for, oldest first.
  private(set) var effects: [Effect] = []
  /// Whether the store keeps silent, so that answers can be awaited.
  var storeIsSilent = false {
    didSet { if !storeIsSilent { answerAll() } }
  }
  private var unanswered: [Effect] = []
  /// Whether what a filter lets through is not found yet, so that it can be awaited.
  var narrowingIsSlow = false {
    didSet { if !narrowingIsSlow { answerNarrowing() } }
  }
  private var asked: NarrowingRequest?
  /// Whether a step over many deals waits after each bit, so that keys can come in between.
  var stepsAreSlow = false {
    didSet { while !stepsAreSlow, wantsToGoOn != nil { goOn() } }
  }
  private(set) var wantsToGoOn: Ticket?
  /// The canvas that was drawn on all the time, as the program has it.
  private let kept = KeptCanvas()

  init(
    _ snapshot: WorkspaceSnapshot,
    rows: Int = 24,
    columns: Int = 80,
    options: BoardOptions = BoardOptions()
  ) {
    store = TestStore(snapshot.openDeals)
    state = BoardState(
      workspace: Workspace(snapshot),
      clock: Self.clock,
      actor: "Anna Kern",
      rows: rows,
      columns: columns,
      options: options
    )
  }

  /// The board of the mock-ups, with its won deals and what changes are measured from.
  static func salesTeam(
    rows: Int = 24,
    columns: Int = 80,
    _ change: (inout BoardOptions) -> Void = { _ in }
  ) -> TestBoard {
    var options = BoardOptions()
    options.me = numbered(1)
    options.fileName = "deals.db"
    change(&options)
    var board = TestBoard(
      .fixture(SalesTeam.deals, closed: SalesTeam.closed),
      rows: rows,
      columns: columns,
      options: options
    )
    board.store = TestStore(SalesTeam.deals + SalesTeam.won)
    board.act(.wonDealsArrived(SalesTeam.won))
    board.act(
      .comparisonArrived(
        FigureComparison(
          pipeline: numbered(1),
          startOfDay: SalesTeam.yesterday,
          earlier: SalesTeam.earlier
        )
      )
    )
    return board
  }

  /// Presses keys by their names, with blanks between them: `"l L space esc ctrl-r"`.
  mutating func press(_ keys: String) {
    for name in keys.split(separator: " ") {
      guard let chord = Chord(String(name)) else {
        preconditionFailure("\(name) names no key.")
      }
      act(.key(chord))
    }
    _ = canvas()
  }

  /// Types a text letter by letter.
  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { act(.key(.typed(scalar))) }
  }

  mutating func act(_ action: Action) {
    let asked = update(&state, action, clock: clock)
    expectMarksCounted()
    effects += asked
    unanswered += asked
    for case .narrow(let request) in asked { self.asked = request }
    for case .goOn(let ticket) in asked { wantsToGoOn = ticket }
    if !stepsAreSlow, wantsToGoOn != nil { goOn() }
    if !narrowingIsSlow { answerNarrowing() }
    answerAll()
  }

  /// Has the next bit of a step over many deals put together.
  mutating func goOn() {
    guard let ticket = wantsToGoOn else { return }
    wantsToGoOn = nil
    act(.goOn(ticket))
  }

  /// Only what was asked last is answered, as the program does it.
  private mutating func answerNarrowing() {
    guard let request = asked else { return }
    asked = nil
    if let answer = request.answer() { act(.narrowed(answer)) }
  }

  /// What frames ask of marked deals is counted as deals change: the same as counted anew.
  private func expectMarksCounted() {
    guard !state.marked.isEmpty else { return }
    var anew = Marks()
    for id in state.marked.ids {
      let deal = state.actual[id].flatMap { state.place(of: $0) == nil ? nil : $0 }
      anew.insert(id, as: deal.map { CountedDeal($0, in: state.pipeline) })
    }
    #expect(state.marked.tally == anew.tally)
  }

  /// Someone else changes a deal.
  mutating func others(_ number: Int64, _ change: DealChange) {
    guard let change = store.change(number, change) else { return }
    act(.othersChanged([change], store.undoState))
  }

  private mutating func answerAll() {
    while !storeIsSilent, !unanswered.isEmpty {
      if let answer = store.answer(unanswered.removeFirst()) { act(answer) }
    }
  }
}

/// A canvas that copies of a board share: what it keeps goes by what is shown, not by the board.
///
/// Sound, because a test draws its boards on one thread.
private final class KeptCanvas: @unchecked Sendable {
  var canvas = Canvas(rows: 0, columns: 0, width: testWidth)
}

// MARK: - Looking

extension TestBoard {
  /// The screen as it is drawn.
  func canvas(_ glyphs: GlyphSet = .unicode) -> Canvas {
    var canvas = Canvas(
      rows: state.rows,
      columns: state.columns,
      glyphs: glyphs,
      width: testWidth
    )
    draw(state, on: &canvas)
    if glyphs == .unicode {
      draw(state, on: &kept.canvas)
      #expect(kept.canvas.cells == canvas.cells, "a part that was kept shows something old")
    }
    return canvas
  }

  /// The screen's rows.
  var lines: [String] { canvas().lines }

  /// The screen as one text.
  var screen: String { lines.joined(separator: "\n") }

  /// The last row.
  var status: String { lines.last ?? "" }

  /// The row above it.
  var footer: String { lines.dropLast().last ?? "" }

  /// The title of the deal that has the focus.
  var focused: String? { state.focusedDeal?.title }

  /// The sentence that the status line says.
  var said: String? { state.message?.text }

  /// The stage of a deal by its place in board order; `nil` where it is closed or gone.
  func stage(of number: Int64) -> Int? {
    guard let deal = state.workspace[numbered(number)], deal.status.isOpen, !deal.isDeleted else {
      return nil
    }
    return state.pipeline.position(of: deal.stage)
  }

  /// The steps that were sent to the store.
  var requests: [StepRequest] {
    effects.compactMap { effect in
      if case .commit(_, let request) = effect { request } else { nil }
    }
  }
}
