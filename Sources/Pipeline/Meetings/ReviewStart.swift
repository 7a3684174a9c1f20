/// What a review begins with: what became of the pipeline since the last one, the deals that need a
/// decision, and how far one that was broken off had come.
public struct ReviewStart: Hashable, Sendable {
  /// Which deals are looked at, by whom they are owned; `nil`: the whole team's.
  public let owner: Person?
  /// Where the last review ended; `nil`: there was none.
  public let since: LogPoint?
  /// What became of the pipeline from then until the review began.
  public let news: PipelineNews
  /// The deals that need a decision now.
  public let queue: ReviewQueue
  /// What became of the deals that reached each stage.
  public let records: StageRecords
  /// Where the review stands: a new one, or the one that was broken off.
  public let draft: ReviewDraft
  /// The events of the deals since it began, oldest first, from which the decisions are learnt.
  public let past: [DealEvent]
  /// The deals that were closed in it, as they are now.
  public let closed: [Deal]

  /// Whether a review that was broken off goes on.
  public var goesOn: Bool { !draft.decided.isEmpty || !draft.skipped.isEmpty }

  /// Prepares a review of a pipeline's deals.
  ///
  /// - Parameters:
  ///   - histories: The log, deal by deal.
  ///   - pipeline: The pipeline that is looked at.
  ///   - people: The team in its order.
  ///   - main: The currency whose deals come first among the most valuable.
  ///   - since: Where the last review of the scope ended.
  ///   - kept: What was kept of one that was broken off, as text.
  ///   - owner: Whose deals are looked at; `nil`: the whole team's.
  ///   - order: In which order; `nil`: as before the review was broken off, else worst first.
  ///   - now: Where in the log a new review begins.
  public init(
    of histories: [DealHistory],
    in pipeline: SalesPipeline,
    people: [Person],
    main: Currency,
    since: LogPoint?,
    kept: String?,
    owner: Person?,
    order: ReviewQueue.Order?,
    now: LogPoint
  ) {
    // As of an earlier day, one that began after it had not begun.
    let found = kept.flatMap { ReviewDraft($0) }.flatMap { $0.began.day <= now.day ? $0 : nil }
    let draft = ReviewDraft(
      began: found?.began ?? now,
      order: order ?? found?.order ?? .worstFirst,
      decided: found?.decided ?? [],
      skipped: found?.skipped ?? []
    )
    let deals = histories.compactMap { $0.deal(asOf: now.day) }
    let records = StageRecords(Figures(of: deals, pipeline: pipeline, asOf: now.day))
    self.owner = owner
    self.since = since
    self.draft = draft
    self.records = records
    news = PipelineNews(
      of: histories.map { $0.known(at: draft.began) },
      in: pipeline.id,
      since: since ?? ReviewMinutes.firstLook(on: draft.began.day),
      until: draft.began.day,
      owner: owner?.id
    )
    queue = ReviewQueue(
      of: deals,
      in: pipeline,
      on: now.day,
      records: records,
      owner: owner?.id,
      order: draft.order,
      people: people,
      main: main
    )
    past = histories.flatMap(\.events).filter { !draft.began.covers($0) }
      .sorted { $0.sequence < $1.sequence }
    let known = Set(draft.decided)
    let decided = Set(past.filter { known.contains($0.id) }.map(\.deal))
    closed = deals.filter { decided.contains($0.id) && !$0.status.isOpen && !$0.isDeleted }
  }
}
