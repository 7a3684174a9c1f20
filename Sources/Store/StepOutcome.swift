public import Pipeline

/// What became of a step.
public struct StepOutcome: Hashable, Sendable {
  /// The step in the log; `nil` where everything wanted was so already and nothing was recorded.
  public let step: ChangeStep?
  /// The events in order, each with its deal; empty where there are more than
  /// `changesLimit`, and the workspace is then to be loaded anew.
  public let changes: [RecordedChange]
  /// What is worth saying though the step was made.
  public let notices: [StepNotice]

  /// The most changes that are handed out one by one.
  public static let changesLimit = 10_000

  /// Whether there are too many changes to hand out, so that the workspace is to be loaded anew.
  public var needsReload: Bool { (step?.eventCount ?? 0) > changes.count }

  /// Makes an outcome.
  public init(step: ChangeStep?, changes: [RecordedChange], notices: [StepNotice] = []) {
    self.step = step
    self.changes = changes
    self.notices = notices
  }
}

/// Something to say about a step that was made.
public enum StepNotice: Hashable, Sendable {
  /// The deal was as wanted already, so nothing was recorded for it.
  case alreadySo(deal: Identifier<Deal>, title: String, wanted: DealChange)
  /// Someone else changed another part of the deal since it was seen; the change went on top.
  case alsoChanged(deal: Identifier<Deal>, title: String, theirs: DealEvent)
  /// The stage of this name, which was put away, stands on the board again, as deals went back to it.
  case stageIsBack(String)
}
