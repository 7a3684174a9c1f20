import Pipeline

/// A screen that holds a meeting over the board, and that is counted like a report.
protocol MeetingLayer: Layer {
  /// What it wants to know now; `nil`: nothing new.
  func wantedReport(_ board: BoardState) -> ReportRequest?
}

extension MeetingLayer {
  var coversBoard: Bool { true }

  /// The answer to what it wants to know now; `nil` where that is on its way.
  func answer(in board: BoardState) -> LoadedReport.Answer? {
    guard let answer = board.reports[.meeting]?.answer,
      answer.request == wantedReport(board)
    else { return nil }
    return answer
  }
}

/// A standup that is going on while one looks elsewhere.
struct KeptStandup: Sendable {
  let pipeline: Identifier<SalesPipeline>
  let session: StandupSession
}

extension BoardState {
  /// What meetings say about the pipeline that is shown.
  var meetingWords: MeetingWords {
    MeetingWords(pipeline: pipeline, people: workspace.people, today: workspace.today)
  }

  /// The name of the pipeline that is shown, where there are others that a meeting leaves out.
  var nameAmongPipelines: String? {
    workspace.pipelines.count > 1 ? pipeline.name : nil
  }

  /// What a meeting's report counts: the pipeline, without what narrows the board.
  var meetingScope: ReportScope {
    ReportScope(pipeline: pipelineID, asOf: workspace.today)
  }

  /// Opens a meeting.
  ///
  /// What it looks back to is asked for anew: a meeting that was held meanwhile, here or by somebody
  /// else, changes no deal.
  mutating func goToMeeting(_ command: Command) {
    reports[.meeting] = nil
    if command == .goReview {
      layers.show(ReviewLayer(self))
    } else {
      layers.show(StandupLayer(self))
    }
  }

  /// What an open meeting asks of the program: to keep what was decided, and to read the history of
  /// the deal it is at.
  mutating func meetingEffects() -> [Effect] {
    if let layer = layers.topmost(StandupLayer.self) {
      standup =
        layer.heldAt == nil
        ? layer.session.map { KeptStandup(pipeline: pipelineID, session: $0) } : nil
    }
    if let effects = standupDraftEffects() { return effects }
    guard let review = layers.topmost(ReviewLayer.self) else { return [] }
    var effects: [Effect] = []
    if let draft = review.draftToKeep(self) {
      layers.update(ReviewLayer.self) { $0.keptDraft = draft }
      effects += keep(.draft(review.meetingDraft(draft.text, self)))
    }
    if let deal = review.dealToRead(self) {
      layers.update(ReviewLayer.self) { $0.readDeal = deal }
      effects.append(.loadHistory(deal))
    }
    return effects
  }

  /// Keeps how far the standup that is open came; `nil` where none is open.
  private mutating func standupDraftEffects() -> [Effect]? {
    guard let layer = layers.topmost(StandupLayer.self) else { return nil }
    guard let draft = layer.draftToKeep(self) else { return [] }
    layers.update(StandupLayer.self) { $0.keptDraft = draft }
    return keep(
      .draft(MeetingDraft(kind: .standup, pipeline: pipelineID, text: draft.text))
    )
  }

  /// Takes in that a meeting counts as held.
  mutating func meetingHeld(_ draft: MeetingDraft, path: String) {
    switch draft.kind {
    // The path stands at the top.
    case .review:
      layers.update(ReviewLayer.self) { layer in
        layer.heldAt = path
        layer.top = 0
      }
    case .standup:
      layers.update(StandupLayer.self) { layer in
        layer.heldAt = path
        layer.top = 0
      }
    }
    message = Message(.done, phrase("Written to \(path)"))
  }

  /// Whether a clock is shown that runs.
  var showsSeconds: Bool {
    layers.topmost(StandupLayer.self)?.session?.timer.isRunning == true
  }
}
