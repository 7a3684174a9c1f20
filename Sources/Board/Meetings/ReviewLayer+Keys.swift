import Pipeline

extension ReviewLayer {
  mutating func perform(
    _ match: KeyMap.Match,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    // What lies open over the review is closed first.
    if match.command == .cancel, !(board.layers.top is ReviewLayer) { return .ignored }
    let isAgain = asksToRestart
    asksToRestart = false
    switch match.command {
    case .reviewOwner, .mine, .reviewOrder, .restartReview:
      if heldAt != nil { return .handled(board.refuse(phrase("This review is over."))) }
      closeDeal(&board)
      return .handled(chooseOtherwise(match.command, isAgain: isAgain, &board))
    case .goBoard:
      let effects = leave(&board)
      board.layers.closeAll()
      return .handled(effects)
    case .cancel: return cancel(&board)
    case .endMeeting:
      guard session != nil else { return .handled([]) }
      closeDeal(&board)
      openEnd(clock)
      return .handled([])
    default: break
    }
    switch page {
    case .news: return performOnNews(match, &board, clock)
    case .reasons: return performOnReasons(match, &board, clock)
    case .deals: return performOnDeals(match, &board, clock)
    case .end: return performAtEnd(match, &board, clock)
    }
  }

  private func closeDeal(_ board: inout BoardState) {
    if board.layers.top is DealLayer { board.layers.pop() }
  }

  private mutating func cancel(_ board: inout BoardState) -> Response {
    guard page == .end, heldAt == nil, session?.isThrough == false else {
      return .closed(leave(&board))
    }
    leaveEnd()
    page = .deals
    return .handled([])
  }

  private func leave(_ board: inout BoardState) -> [Effect] {
    if heldAt == nil,
      session.map({ !$0.draft.decided.isEmpty || !$0.draft.skipped.isEmpty }) == true
    {
      board.message = Message(
        .notice,
        phrase("The review is not over: it goes on where it stopped.")
      )
    }
    return []
  }

  // MARK: News

  private mutating func performOnNews(
    _ match: KeyMap.Match,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch match.command {
    case .meetingNext, .open:
      guard let start, let session else { return .handled([]) }
      if session.deals.isEmpty || session.isThrough {
        openEnd(clock)
      } else {
        page = start.queue.isLong ? .reasons : .deals
      }
      top = 0
    case .meetingBack: break
    case .explain:
      if let start { board.layers.push(ExplainLayer(start, board)) }
    default: return scroll(match.command, board) ? .handled([]) : passOn(match, &board, clock)
    }
    return .handled([])
  }

  /// Scrolls the news or the minutes; false for any other command.
  private mutating func scroll(_ command: Command, _ board: BoardState) -> Bool {
    let view = ReviewView(self, board)
    let rows = view.bodyRows
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

  // MARK: Reasons

  private mutating func performOnReasons(
    _ match: KeyMap.Match,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    func decide(_ act: DecisionTogether.Act) -> Response {
      if let reason = board.readOnlyReason { return .handled(board.refuse(reason)) }
      guard reasons.indices.contains(reasonPlace) else { return .handled([]) }
      let deals = reasons[reasonPlace].deals
      let decision = DecisionTogether(act: act, deals: deals)
      switch act {
      case .lose: board.layers.push(LostReasonLayer(board: board, losing: decision))
      case .keep, .snooze, .step: board.layers.push(LineLayer(together: decision))
      }
      return .handled([])
    }
    switch match.command {
    case .meetingNext: goToDeals(clock)
    case .open:
      if reasons.indices.contains(reasonPlace), let first = reasons[reasonPlace].deals.first {
        session?.go(to: first)
        page = .deals
      } else {
        goToDeals(clock)
      }
    case .meetingBack: page = .news
    case .focusDown: reasonPlace = min(max(0, reasons.count - 1), reasonPlace + 1)
    case .focusUp: reasonPlace = max(0, reasonPlace - 1)
    case .focusFirst: reasonPlace = 0
    case .focusLast: reasonPlace = max(0, reasons.count - 1)
    case .keep: return decide(.keep)
    case .snooze: return decide(.snooze)
    case .lose: return decide(.lose)
    case .nextStep: return decide(.step)
    default: return passOn(match, &board, clock)
    }
    return .handled([])
  }

  private mutating func goToDeals(_ clock: BoardClock) {
    if let deal = session?.deal, session?.isDone(deal) == true { session?.goOn() }
    if session?.isThrough == true { openEnd(clock) } else { page = .deals }
  }

  // MARK: Deals

  private mutating func performOnDeals(
    _ match: KeyMap.Match,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch match.command {
    case .meetingNext:
      closeDeal(&board)
      session?.skip()
      if session?.isThrough == true { openEnd(clock) }
    case .meetingBack:
      closeDeal(&board)
      if session?.place == 0 {
        page = start?.queue.isLong == true ? .reasons : .news
      } else {
        session?.move(by: -1)
      }
    case .focusUp: session?.move(by: -1)
    case .focusDown: moveOn(by: 1)
    case .pageUp: session?.move(by: -10)
    case .pageDown: moveOn(by: 10)
    case .focusFirst: session?.move(by: .min / 2)
    case .focusLast: moveOn(by: .max / 2)
    default:
      guard match.command.places.contains(.review) else { return .ignored }
      // Deciding leaves the deal that lies open over the review.
      if match.command != .note, match.command != .open { closeDeal(&board) }
      return passOn(match, &board, clock)
    }
    return .handled([])
  }

  /// Goes so many deals on, but not beyond the last.
  private mutating func moveOn(by step: Int) {
    guard let session else { return }
    self.session?.move(by: min(step, session.deals.count - 1 - session.place))
  }

  // MARK: End

  private mutating func performAtEnd(
    _ match: KeyMap.Match,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch match.command {
    case .open, .meetingNext:
      if heldAt != nil { return .closed([]) }
      guard match.command == .open else { return .handled([]) }
      return .handled(hold(&board))
    case .meetingBack:
      guard heldAt == nil, session?.deals.isEmpty == false else { return .handled([]) }
      leaveEnd()
      if session?.isThrough == true { session?.move(by: -1) }
      page = .deals
    case .copyLine:
      guard let markdown = minutes?.markdown else { return .handled([]) }
      return .handled([.copy(markdown)])
    default: return scroll(match.command, board) ? .handled([]) : passOn(match, &board, clock)
    }
    return .handled([])
  }

  /// Has the minutes written, which makes the review count as held.
  private func hold(_ board: inout BoardState) -> [Effect] {
    if let reason = board.readOnlyReason { return board.refuse(reason) }
    guard let minutes, let ended, let moment = ended.moment else {
      return board.refuse(phrase("The minutes are still being written."))
    }
    guard !board.isHoldingMeeting else { return [] }
    return board.keep(
      .meeting(
        HeldMeeting(
          draft: meetingDraft(minutes.markdown, board),
          day: ended.day,
          at: moment,
          fileName: HeldMeeting.fileName(
            "review",
            of: board.pipeline.name,
            scope: scope(board),
            on: ended.day
          )
        )
      )
    )
  }

  /// Does what the board's keys do, about the deal that the review is at.
  private func passOn(
    _ match: KeyMap.Match,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    guard match.command.places.contains(.review), match.command.places.contains(.board) else {
      return match.command == .keep ? .handled(board.doIfPossible(match, clock)) : .ignored
    }
    return .handled(board.doIfPossible(match, clock))
  }
}

extension BoardState {
  /// Does what a key of the board asks for, or says why it cannot be done.
  mutating func doIfPossible(_ match: KeyMap.Match, _ clock: BoardClock) -> [Effect] {
    if let reason = match.command.unavailable(in: self) { return refuse(reason) }
    return perform(match, clock)
  }
}

extension HeldMeeting {
  /// The name of a file for minutes: `2026-03-31-review-Sales-Ana-Ribeiro`.
  ///
  /// Letters and digits are kept, in any script; everything else becomes a dash, so that a name can
  /// lead nowhere.
  static func fileName(
    _ kind: String,
    of pipeline: String,
    scope: String = "",
    on day: Day
  ) -> String {
    func plain(_ text: String) -> String {
      let parts = text.split { !$0.isLetter && !$0.isNumber }
      return String(parts.joined(separator: "-").prefix(60))
    }
    return ([day.description, kind] + [plain(pipeline), plain(scope)].filter { !$0.isEmpty })
      .joined(separator: "-")
  }
}
