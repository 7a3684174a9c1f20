/// What is written down of a review: what had happened, who decided what, what is due until when,
/// and the numbers before and after.
public struct ReviewMinutes: Hashable, Sendable {
  /// One thing that someone decided.
  public struct Act: Hashable, Sendable {
    /// Who, by name.
    public let actor: String
    /// What.
    public let change: DealChange
    /// What would give back the state before.
    public let before: DealChange?
  }

  /// What was decided about one deal.
  public struct Decision: Hashable, Sendable {
    /// The deal as it is afterwards.
    public let deal: Deal
    /// Why it was looked at, worst first.
    public let reasons: [ReviewReason]
    /// What was decided, in that order; never empty.
    public let acts: [Act]
  }

  /// Something that is due after the review.
  public struct Due: Hashable, Sendable {
    /// What it is.
    public enum Kind: Hashable, Sendable {
      /// A step that was planned in the review.
      case step(PlannedStep)
      /// Looking at the deal again, perhaps with the word why not before.
      case lookAgain(reason: String?)
    }

    /// The day.
    public let day: Day
    /// What.
    public let kind: Kind
    /// For which deal.
    public let deal: Deal
  }

  /// The pipeline.
  public let pipeline: SalesPipeline
  /// Whose deals were looked at; `nil`: the whole team's.
  public let owner: Person?
  /// Where in the log it began.
  public let began: LogPoint
  /// The day and the moment it ended.
  public let ended: LogPoint
  /// Who led it, by name.
  public let leader: String
  /// Whether there was a review before, from which `news` is told.
  public let isFirst: Bool
  /// What had happened before it began.
  public let news: PipelineNews
  /// What was decided, deal by deal in the order of the first decision about each.
  public let decisions: [Decision]
  /// What is due, soonest first.
  public let due: [Due]
  /// The deals that still need a decision, worst first.
  public let undecided: [ReviewEntry]
  /// The numbers as it began.
  public let before: MeetingNumbers
  /// The numbers as it ended.
  public let after: MeetingNumbers
}

extension ReviewMinutes {
  /// Where a review looks back to that is the first one: the end of the seventh day before.
  public static func firstLook(on day: Day) -> LogPoint { .end(of: day - 7) }

  /// Writes down a review over a pipeline's deals, of which the histories are the log's.
  ///
  /// `since` is where the review before it ended; `nil`: it is the first.
  public init(
    of histories: [DealHistory],
    in pipeline: SalesPipeline,
    draft: ReviewDraft,
    since: LogPoint?,
    owner: Person?,
    leader: String,
    ended: LogPoint,
    records: StageRecords
  ) {
    let began = draft.began
    func deals(upTo point: LogPoint) -> [Deal] {
      histories.compactMap { $0.deal(upTo: point) }
        .filter { owner == nil || $0.owner == owner?.id }
    }
    let decisions = Self.decisions(draft, histories, pipeline, records)
    let now = deals(upTo: .end(of: ended.day))
    let queue = ReviewQueue(of: now, in: pipeline, on: ended.day, records: records)
    let done = Set(decisions.map(\.deal.id))
    self.pipeline = pipeline
    self.owner = owner
    self.began = began
    self.ended = ended
    self.leader = leader
    isFirst = since == nil
    news = PipelineNews(
      of: histories.map { $0.known(at: began) },
      in: pipeline.id,
      since: since ?? Self.firstLook(on: began.day),
      until: began.day,
      owner: owner?.id
    )
    self.decisions = decisions
    due = decisions.flatMap { $0.due(after: ended.day) }.sorted {
      ($0.day, $0.deal.id) < ($1.day, $1.deal.id)
    }
    undecided = queue.entries.filter { !done.contains($0.deal.id) }
    before = MeetingNumbers(of: deals(upTo: began), in: pipeline, on: began.day)
    after = MeetingNumbers(of: now, in: pipeline, on: ended.day)
  }

  private static func decisions(
    _ draft: ReviewDraft,
    _ histories: [DealHistory],
    _ pipeline: SalesPipeline,
    _ records: StageRecords
  ) -> [Decision] {
    let wanted = Set(draft.decided)
    var found: [(first: Int64, decision: Decision)] = []
    for history in histories where history.events.contains(where: { wanted.contains($0.id) }) {
      let events = history.standing().filter { wanted.contains($0.id) }
      guard let first = events.first, let deal = history.deal() else { continue }
      let was = history.deal(upTo: draft.began)
      let entry = was.flatMap {
        ReviewEntry(
          $0,
          stage: pipeline.stage($0.stage),
          record: records[$0.stage],
          on: draft.began.day
        )
      }
      let acts = events.map { Act(actor: $0.actor, change: $0.change, before: $0.before) }
      found.append(
        (first.sequence, Decision(deal: deal, reasons: entry?.reasons ?? [], acts: acts))
      )
    }
    return found.sorted { $0.first < $1.first }.map(\.decision)
  }
}

extension ReviewMinutes.Decision {
  /// What it left to be done: steps that are still planned, and the day to look again.
  fileprivate func due(after day: Day) -> [ReviewMinutes.Due] {
    guard deal.status.isOpen, !deal.isDeleted else { return [] }
    var due: [ReviewMinutes.Due] = []
    for act in acts {
      switch act.change {
      case .stepPlanned(let step) where deal.steps.contains(step):
        due.append(ReviewMinutes.Due(day: step.due, kind: .step(step), deal: deal))
      case .snoozed(let until?, let reason, _) where until == deal.snoozedUntil:
        due.append(ReviewMinutes.Due(day: until, kind: .lookAgain(reason: reason), deal: deal))
      case .created, .enteredStage, .moved, .transferred, .retitled, .valued, .probabilitySet,
        .expectedCloseSet, .ownerSet, .organizationSet, .contactSet, .labelled, .categorySet, .won,
        .lost, .reopened, .deleted, .noted, .longNotesSet, .activityLogged, .stepPlanned, .stepDone,
        .stepDropped,
        .snoozed, .updatedAtSource, .undone:
        break
      }
    }
    return due
  }
}

extension DealHistory {
  /// The history as it was known at a place in the log.
  func known(at point: LogPoint) -> DealHistory {
    DealHistory(events: events.filter(point.covers))
  }
}
