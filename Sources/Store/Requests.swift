public import Pipeline

/// Someone asks to take back, or to make again, a step of theirs.
public struct UndoRequest: Hashable, Sendable {
  /// The id of the first event that it makes, the others' follow from it; sent twice, it is done
  /// once.
  public let id: EventID
  /// Who asks, by name.
  public let actor: String
  /// The moment it was asked.
  public let at: Instant
  /// The step that is meant; `nil`: the one that is next, whichever that is.
  public let step: Identifier<ChangeStep>?
  /// Whether it is done also where others changed the same parts since: these are then what they
  /// were before the step.
  public let goesOnTop: Bool

  /// Makes a request.
  public init(
    id: EventID,
    actor: String,
    at: Instant,
    step: Identifier<ChangeStep>? = nil,
    goesOnTop: Bool = false
  ) {
    self.id = id
    self.actor = actor
    self.at = at
    self.step = step
    self.goesOnTop = goesOnTop
  }
}

/// Someone asks to import.
public struct ImportRequest: Hashable, Sendable {
  /// The id of the first event that it makes; the others' follow from it.
  public let id: EventID
  /// Who asks, by name.
  public let actor: String
  /// What it does, in words.
  public let summary: String
  /// The moment it was asked.
  public let at: Instant
  /// Whether everything is taken back in the end, so that only its report stays.
  public let isDryRun: Bool

  /// Makes a request.
  public init(id: EventID, actor: String, summary: String, at: Instant, isDryRun: Bool = false) {
    self.id = id
    self.actor = actor
    self.summary = summary
    self.at = at
    self.isDryRun = isDryRun
  }
}

/// Someone asks to put a stage away.
public struct ArchiveRequest: Hashable, Sendable {
  /// The id of the first event that it makes; the others' follow from it.
  public let id: EventID
  /// Who asks, by name.
  public let actor: String
  /// The moment it was asked.
  public let at: Instant
  /// The stage to put away.
  public let stage: Identifier<Stage>
  /// Where its open deals go, a stage of the same pipeline; `nil` where it has none.
  public let target: Identifier<Stage>?

  /// Makes a request.
  public init(
    id: EventID,
    actor: String,
    at: Instant,
    stage: Identifier<Stage>,
    target: Identifier<Stage>?
  ) {
    self.id = id
    self.actor = actor
    self.at = at
    self.stage = stage
    self.target = target
  }
}

extension EventID {
  /// The id that is `count` after this one; ids of one request follow each other, which also keeps
  /// an import's entries in the index of ids side by side.
  func advanced(by count: Int64) -> EventID {
    let (low, overflow) = low.addingReportingOverflow(UInt64(count))
    return EventID(high: overflow ? high &+ 1 : high, low: low)
  }
}
