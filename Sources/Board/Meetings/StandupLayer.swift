import Pipeline

/// The standup: one person after the other with what was done, what is due and what is stuck, under a
/// clock, and the summary at the end.
struct StandupLayer: MeetingLayer {
  /// Whose turn it is, what was parked, how late it is; `nil` until it is counted.
  var session: StandupSession?
  /// Whether it is one that was left, and what was held meanwhile is not known yet.
  private var isResumed = false
  /// Where the cursor stands among the turn's deals.
  var cursor = ReportCursor()
  private(set) var target: ReportTarget?
  /// The deal that had the focus and is in no list of the turn any more: it keeps the focus until
  /// the cursor is moved, so that no key is about a deal that nobody chose.
  private(set) var unlisted: Identifier<Deal>?
  /// Why it could not be prepared.
  private(set) var failure: String?
  /// The time of day at which the last standup ended.
  private(set) var sinceMinute: Int?
  /// The place of the turn that the cursor belongs to.
  private var cursorPlace: Int?
  /// The first line of the summary that is shown.
  var top = 0
  /// What was sent to be kept last.
  var keptDraft: StandupDraft?
  /// The path of the summary, once the standup counts as held.
  var heldAt: String?

  var place: Place { .standup }

  /// A standup, or the one that was left today to look elsewhere.
  init(_ board: BoardState) {
    if let kept = board.standup, kept.pipeline == board.pipelineID,
      kept.session.standup.day == board.workspace.today
    {
      session = kept.session
      isResumed = true
      keptDraft = kept.session.draft(at: board.clock.now)
    }
  }

  func subject(in board: BoardState) -> LayerSubject { .deal(unlisted ?? target?.deal) }

  func wantedReport(_ board: BoardState) -> ReportRequest? {
    heldAt == nil ? .standup(board.meetingScope) : nil
  }

  mutating func settle(_ board: BoardState) {
    let before = session?.standup
    let focused = unlisted ?? target?.deal
    if let answer = answer(in: board) {
      failure = answer.failure
      if case .standup(let report)? = answer.report { take(report, board) }
    }
    guard let session else { return }
    let view = StandupView(self, board)
    if cursorPlace != session.place {
      cursorPlace = session.place
      cursor = ReportCursor()
      cursor.moveToFirst(in: view.page)
      unlisted = nil
    } else if session.standup != before, let focused {
      let isListed = cursor.follow(focused, in: view.page, rows: view.bodyRows)
      let isOpen = board.workspace[focused].map { $0.status.isOpen && !$0.isDeleted } ?? false
      unlisted = !isListed && isOpen ? focused : nil
    }
    cursor.settle(in: view.page, rows: view.bodyRows)
    target = session.isOver || unlisted != nil ? nil : cursor.target(in: view.page)
  }

  private mutating func take(_ report: StandupReport, _ board: BoardState) {
    sinceMinute = report.sinceMinute
    // Another one was held since this one was left, which is over with it.
    if isResumed, session?.standup.since != report.standup.since { session = nil }
    isResumed = false
    if session == nil {
      session = StandupSession(
        report.standup,
        after: report.kept,
        people: board.workspace.people
      )
      keptDraft = report.kept
    } else if session?.standup != report.standup {
      session?.refresh(report.standup)
    }
  }

  /// What was done since it was kept last; `nil`: nothing, or it cannot be kept.
  func draftToKeep(_ board: BoardState) -> StandupDraft? {
    guard heldAt == nil, board.readOnlyReason == nil,
      let draft = session?.draft(at: board.clock.now)
    else { return nil }
    return keptDraft?.isSame(as: draft) == true ? nil : draft
  }

  /// The summary in Markdown.
  func markdown(_ board: BoardState) -> String? {
    let minute = sinceMinute ?? 0
    return session.map { MinutesText(words: board.meetingWords) { _ in minute }.markdown($0) }
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    StandupView(self, board).draw(on: &canvas, in: screen)
  }

  func hints(_ board: BoardState) -> [Hint] {
    guard let session, !session.isOver else {
      let end =
        heldAt == nil
        ? board.writeHints
          + board.keyHints([
            ([.copyLine], phrase("copy")), ([.meetingBack], phrase("back")),
          ]) + parkHints(board)
        : [Hint(keys: "ent", label: phrase("done"))]
          + board.keyHints([([.copyLine], phrase("copy"))])
      return end + [Hint(keys: "esc", label: phrase("leave"))]
    }
    return board.hints([
      ([.meetingNext], phrase("next")), ([.meetingBack], phrase("back")),
      ([.skipPerson], phrase("skip")),
      (
        [.pauseTimer],
        session.timer.isRunning || !session.timer.hasBegun ? phrase("pause") : phrase("go on")
      ),
    ]) + parkHints(board)
      + board.hints([
        ([.open], phrase("open")),
        ([.sendBack, .sendOn], phrase("stage")),
        ([.note], phrase("note")), ([.standupStep], phrase("next step")),
        ([.markDone], phrase("done")),
        ([.undo], phrase("undo")), ([.endMeeting], phrase("end")),
      ]) + [Hint(keys: "esc", label: phrase("leave"))]
  }

  /// The footer's pair for parking, which nothing could be kept of where nothing may be changed.
  private func parkHints(_ board: BoardState) -> [Hint] {
    board.readOnlyReason == nil ? board.hints([([.parkTopic], phrase("park"))]) : []
  }
}

extension StandupLayer {
  mutating func perform(
    _ match: KeyMap.Match,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    if match.command == .cancel, !(board.layers.top is StandupLayer) { return .ignored }
    guard session != nil || match.command == .goBoard else {
      return match.command == .cancel ? .closed([]) : passOn(match, &board, clock)
    }
    if heldAt == nil, session?.isOver == false { session?.noticeKey(at: clock.now) }
    switch match.command {
    case .goBoard:
      let effects = leave(&board)
      board.layers.closeAll()
      return .handled(effects)
    case .cancel: return .closed(leave(&board))
    case .meetingNext:
      if heldAt != nil { return .closed([]) }
      session?.next(at: clock.now)
    case .meetingBack: if heldAt == nil { session?.back(at: clock.now) }
    case .skipPerson: session?.skip(at: clock.now)
    case .pauseTimer: if session?.isOver == false { session?.togglePause(at: clock.now) }
    case .endMeeting: session?.finish(at: clock.now)
    case .parkTopic:
      if let reason = board.readOnlyReason { return .handled(board.refuse(reason)) }
      if heldAt == nil { board.layers.push(LineLayer(.topic)) }
    case .copyLine where session?.isOver == true:
      return .handled(markdown(board).map { [.copy($0)] } ?? [])
    case .open:
      if session?.isOver == true {
        return heldAt == nil ? .handled(hold(&board, clock)) : .closed([])
      }
      return .handled(target == nil && unlisted == nil ? [] : board.openDeal())
    default: return move(match.command, board) ? .handled([]) : passOn(match, &board, clock)
    }
    return .handled([])
  }

  private func leave(_ board: inout BoardState) -> [Effect] {
    if heldAt == nil, session?.timer.hasBegun == true {
      board.message = Message(.notice, phrase("The standup is not over: g s goes on."))
    }
    return []
  }

  /// Moves the cursor among the turn's deals, or scrolls the summary; false for another command.
  private mutating func move(_ command: Command, _ board: BoardState) -> Bool {
    let view = StandupView(self, board)
    let rows = view.bodyRows
    if session?.isOver == true {
      let last = max(0, view.page.lines.count - rows)
      switch command {
      case .focusDown: top += 1
      case .focusUp: top -= 1
      case .pageDown: top += max(1, rows - 2)
      case .pageUp: top -= max(1, rows - 2)
      case .focusFirst: top = 0
      case .focusLast: top = last
      default: return false
      }
      top = max(0, min(top, last))
      return true
    }
    // From a deal that is listed no more one comes to the one that took its place.
    let isFromUnlisted = unlisted != nil
    switch command {
    case .focusDown where isFromUnlisted: break
    case .focusDown: cursor.move(by: 1, in: view.page, rows: rows)
    case .focusUp: cursor.move(by: -1, in: view.page, rows: rows)
    case .pageDown: cursor.move(by: max(1, rows - 2), in: view.page, rows: rows)
    case .pageUp: cursor.move(by: -max(1, rows - 2), in: view.page, rows: rows)
    case .focusFirst: cursor.moveToFirst(in: view.page)
    case .focusLast: cursor.moveToLast(in: view.page, rows: rows)
    default: return false
    }
    unlisted = nil
    return true
  }

  private func passOn(
    _ match: KeyMap.Match,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    let isOfBoard = match.command.places.contains(.board) || match.command == .standupStep
    guard match.command.places.contains(.standup), isOfBoard else { return .ignored }
    return .handled(board.doIfPossible(match, clock))
  }

  /// Has the summary written, which makes the standup count as held.
  private func hold(_ board: inout BoardState, _ clock: BoardClock) -> [Effect] {
    if let reason = board.readOnlyReason { return board.refuse(reason) }
    guard !board.isHoldingMeeting, let markdown = markdown(board) else { return [] }
    let day = board.workspace.today
    return board.keep(
      .meeting(
        HeldMeeting(
          draft: MeetingDraft(kind: .standup, pipeline: board.pipelineID, text: markdown),
          day: day,
          at: clock.now,
          fileName: HeldMeeting.fileName("standup", of: board.pipeline.name, on: day)
        )
      )
    )
  }
}
