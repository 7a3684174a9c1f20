import Pipeline

/// The pipeline review: what became of the pipeline since the last one, then one deal after the other
/// that needs a decision, and the minutes at the end.
///
/// The board's keys decide about the deal that it is at. What was decided it learns from the log; it
/// is kept, so that a review broken off goes on where it stopped.
struct ReviewLayer: MeetingLayer {
  /// What is shown of it.
  enum Page: Hashable, Sendable {
    /// What became of the pipeline.
    case news
    /// How many deals need a decision for which reason, where they are many.
    case reasons
    /// One deal.
    case deals
    /// The minutes.
    case end
  }

  var page = Page.news
  /// Whose deals; `nil`: the whole team's.
  private(set) var owner: Identifier<Person>?
  private var order: ReviewQueue.Order?
  private var startsAnew = false
  /// Where in the log it begins, if it is a new one.
  private let opened: LogPoint
  /// What it began with; `nil` until it is counted.
  private(set) var start: ReviewStart?
  var session: ReviewSession?
  /// Why it could not be prepared, or the minutes not be written.
  private(set) var failure: String?
  /// The reasons with the deals that are still open, as of the last change.
  private(set) var reasons: [ReviewQueue.ReasonCount] = []
  private var areReasonsOld = true
  /// The reason that the cursor is at, from 0.
  var reasonPlace = 0
  /// The first line that is shown of the news or of the minutes.
  var top = 0
  /// Where in the log it ends, once the end is looked at.
  private(set) var ended: LogPoint?
  private(set) var minutes: MinutesReport?
  /// The last request to the store that was looked at for decisions.
  private var seen = Ticket(number: 0)

  /// Whether the last key asked to begin anew, and waits for the same once more.
  var asksToRestart = false
  /// What was sent to be kept last.
  var keptDraft: ReviewDraft?
  /// The deal whose history was asked for.
  var readDeal: Identifier<Deal>?
  /// The path of the minutes, once the review counts as held.
  var heldAt: String?

  var place: Place { .review }

  /// A review of the deals that the board shows: one owner's where it is narrowed to one.
  init(_ board: BoardState) {
    owner = board.narrowing.owner
    opened = LogPoint(day: board.workspace.today, moment: board.clock.now)
    seen = Ticket(number: board.lastTicket)
  }

  func subject(in board: BoardState) -> LayerSubject {
    page == .deals ? .deal(session?.deal) : .deal(nil)
  }

  func wantedReport(_ board: BoardState) -> ReportRequest? {
    if let session, let ended {
      guard heldAt == nil else { return nil }
      return .minutes(
        board.meetingScope,
        MinutesChoice(
          draft: session.draft,
          owner: owner,
          since: start?.since,
          leader: board.actor,
          ended: ended
        )
      )
    }
    guard start == nil else { return nil }
    return .review(
      board.meetingScope,
      ReviewChoice(
        owner: owner,
        order: order,
        main: board.currency,
        now: opened,
        startsAnew: startsAnew
      )
    )
  }

  // MARK: Following the board

  mutating func settle(_ board: BoardState) {
    if let answer = answer(in: board) {
      failure = answer.failure
      switch answer.report {
      case .review(let start)?: begin(start)
      case .minutes(let report)?: minutes = report
      case .funnel, .comparison, .attention, .owners, .history, .forecast, .trends, .explanation,
        .standup, .day, .list, .sidebar, .activity, nil:
        break
      }
    }
    followDecisions(board)
    if areReasonsOld, let start, let session {
      areReasonsOld = false
      reasons = start.queue.byReason(without: session.isDone)
      reasonPlace = max(0, min(reasonPlace, reasons.count - 1))
    }
  }

  mutating func notice(_ change: RecordedChange) {
    guard session?.take(change.event) == true else { return }
    areReasonsOld = true
    if change.deal.id == readDeal { readDeal = nil }
    // What is taken back is looked at again.
    guard case .undone = change.event.change, page == .deals || page == .end,
      session?.isDecided(change.deal.id) == false, heldAt == nil
    else { return }
    session?.go(to: change.deal.id)
    leaveEnd()
    page = .deals
  }

  private mutating func begin(_ start: ReviewStart) {
    self.start = start
    session = ReviewSession(start.queue, draft: start.draft, past: start.past)
    keptDraft = session?.draft
    areReasonsOld = true
  }

  /// Goes on once something was decided about the deal it is at, before the store has it.
  private mutating func followDecisions(_ board: BoardState) {
    session?.keepExpected(board.isUnsaved)
    for step in board.pending where step.ticket > seen {
      seen = step.ticket
      guard case .changes(let request) = step.kind else { continue }
      for change in request.changes {
        guard case .deal(let id, _) = change.target, change.change.decides else { continue }
        if change.change.endsTurn || entry(of: id, board) == nil {
          session?.expectDecision(about: id)
          areReasonsOld = true
        }
      }
      guard page == .deals, let deal = session?.deal, session?.isDone(deal) == true else {
        continue
      }
      session?.goOn()
      if session?.isThrough == true { openEnd(board.clock) }
    }
  }

  /// Why a deal needs a decision as it is now; `nil` where nothing asks for one any more.
  func entry(of id: Identifier<Deal>, _ board: BoardState) -> ReviewEntry? {
    guard let deal = board.workspace[id], let start else { return nil }
    return ReviewEntry(
      deal,
      stage: board.pipeline.stage(deal.stage),
      record: start.records[deal.stage],
      on: board.workspace.today
    )
  }

  // MARK: Choices

  /// Prepares the review of other deals, or in another order.
  mutating func choose(owner: Identifier<Person>?, order: ReviewQueue.Order?, anew: Bool = false) {
    self.owner = owner
    self.order = order
    startsAnew = anew
    start = nil
    session = nil
    leaveEnd()
    page = .news
  }

  /// The order after the present one.
  var nextOrder: ReviewQueue.Order {
    switch start?.draft.order ?? .worstFirst {
    case .worstFirst: .byOwner
    case .byOwner: .mostValue(10)
    case .mostValue(let count): count < 25 ? .mostValue(25) : .worstFirst
    }
  }

  // MARK: Pages

  /// Opens the end: the minutes as they would be written now.
  mutating func openEnd(_ clock: BoardClock) {
    page = .end
    top = 0
    ended = LogPoint(day: clock.today, moment: clock.now)
  }

  /// Goes back from the end to the deals.
  mutating func leaveEnd() {
    ended = nil
    minutes = nil
    top = 0
  }
}

extension ReviewLayer {
  /// Whose deals are looked at, by name; empty: the whole team's.
  func scope(_ board: BoardState) -> String {
    owner.flatMap { board.workspace.person($0)?.name } ?? ""
  }

  /// Whether a command means something on the page that is open: before and after the deals, no deal
  /// is there to act on.
  func offers(_ command: Command) -> Bool {
    switch command {
    case .sendBack, .sendOn, .note, .markDone, .contact, .win, .winWith, .reopen, .edit, .value,
      .expectedClose, .repeatLast:
      page == .deals
    case .keep, .snooze, .nextStep, .lose: page == .deals || page == .reasons
    case .copyLine: page == .deals || page == .end
    default: true
    }
  }

  /// The draft with a text of its own.
  func meetingDraft(_ text: String, _ board: BoardState) -> MeetingDraft {
    MeetingDraft(kind: .review, pipeline: board.pipelineID, scope: scope(board), text: text)
  }

  /// What was decided since it was kept last; `nil`: nothing, or it cannot be kept.
  func draftToKeep(_ board: BoardState) -> ReviewDraft? {
    guard let draft = session?.draft, draft != keptDraft, heldAt == nil,
      board.readOnlyReason == nil
    else { return nil }
    return draft
  }

  /// The deal whose fields it shows.
  var shownDeal: Identifier<Deal>? { page == .deals ? session?.deal : nil }

  /// The deal it is at, where its history is still to be read.
  func dealToRead(_ board: BoardState) -> Identifier<Deal>? {
    guard page == .deals, let deal = session?.deal, deal != readDeal else { return nil }
    return deal
  }
}

extension DealChange {
  /// Whether it settles a deal for this time; others only mend what is said about it.
  var endsTurn: Bool {
    switch self {
    case .moved, .transferred, .won, .lost, .reopened, .deleted, .stepPlanned, .snoozed: true
    case .created, .enteredStage, .retitled, .valued, .probabilitySet, .expectedCloseSet, .ownerSet,
      .organizationSet, .contactSet, .labelled, .categorySet, .noted, .longNotesSet,
      .activityLogged,
      .stepDone,
      .stepDropped, .updatedAtSource, .undone:
      false
    }
  }
}
