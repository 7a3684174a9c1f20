/// A meeting that was held over a pipeline's deals.
public struct Meeting: Hashable, Sendable {
  /// What a meeting is for.
  public enum Kind: Hashable, CaseIterable, Sendable {
    /// Going through the deals, one after the other.
    case review
    /// Going through the team, one after the other.
    case standup
  }

  /// The meeting's number.
  public let id: Identifier<Meeting>
  /// What it was for.
  public let kind: Kind
  /// The pipeline whose deals it was about.
  public let pipeline: Identifier<SalesPipeline>
  /// Whose deals it was about, by an owner's name; empty: the whole team's.
  public let scope: String
  /// The day it was held.
  public let day: Day
  /// The moment it ended.
  public let at: Instant
  /// What was written down.
  public let minutes: String

  /// Makes a meeting.
  public init(
    id: Identifier<Meeting>,
    kind: Kind,
    pipeline: Identifier<SalesPipeline>,
    scope: String = "",
    day: Day,
    at: Instant,
    minutes: String
  ) {
    self.id = id
    self.kind = kind
    self.pipeline = pipeline
    self.scope = scope
    self.day = day
    self.at = at
    self.minutes = minutes
  }
}

/// What was written down in a meeting that is not over, or was broken off.
///
/// There is at most one for each kind, pipeline and scope.
public struct MeetingDraft: Hashable, Sendable {
  /// What the meeting is for.
  public let kind: Meeting.Kind
  /// The pipeline whose deals it is about.
  public let pipeline: Identifier<SalesPipeline>
  /// Whose deals it is about, by an owner's name; empty: the whole team's.
  public let scope: String
  /// What was written down so far.
  public var text: String

  /// Makes a draft.
  public init(
    kind: Meeting.Kind,
    pipeline: Identifier<SalesPipeline>,
    scope: String = "",
    text: String = ""
  ) {
    self.kind = kind
    self.pipeline = pipeline
    self.scope = scope
    self.text = text
  }
}
