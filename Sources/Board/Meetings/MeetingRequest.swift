public import Pipeline

/// How a review is to be prepared.
public struct ReviewChoice: Hashable, Sendable {
  /// Whose deals; `nil`: the whole team's.
  public var owner: Identifier<Person>?
  /// In which order; `nil`: as before it was broken off, else worst first.
  public var order: ReviewQueue.Order?
  /// The currency whose deals come first among the most valuable.
  public var main: Currency
  /// Where in the log it begins, if it is a new one.
  public var now: LogPoint
  /// Whether what was kept of one that was broken off is passed over.
  public var startsAnew = false
}

/// Which minutes of a review are to be written.
public struct MinutesChoice: Hashable, Sendable {
  /// What was decided and passed over.
  public var draft: ReviewDraft
  /// Whose deals were looked at; `nil`: the whole team's.
  public var owner: Identifier<Person>?
  /// Where the review before ended; `nil`: there was none.
  public var since: LogPoint?
  /// Who led it, by name.
  public var leader: String
  /// Where in the log it ends.
  public var ended: LogPoint
}

/// The minutes of a review, and how they are written.
public struct MinutesReport: Hashable, Sendable {
  /// What is in them.
  public var minutes: ReviewMinutes
  /// The minutes in Markdown.
  public var markdown: String
}

/// What a standup goes through, and at what time of its day the one before ended.
public struct StandupReport: Hashable, Sendable {
  /// The turns.
  public var standup: Standup
  /// The minute of the day at which the last standup ended; `nil`: at its end.
  public var sinceMinute: Int?
  /// What was kept of a standup that is not over.
  public var kept: StandupDraft?
}

/// One's own day, with how the people of its deals are reached.
public struct DayReport: Hashable, Sendable {
  /// The steps by when they are due.
  public var day: MyDay
  /// How the person of a deal is reached, by the deal.
  public var contacts: [Identifier<Deal>: Contact]
}

/// What a list of deals is sorted by.
public enum DealListKey: String, CaseIterable, Hashable, Sendable {
  /// The title.
  case title
  /// The value, by currency.
  case value
  /// The stage, in board order.
  case stage
  /// The owner's name.
  case owner
  /// The expected close.
  case close
  /// The next step.
  case step = "next step"
  /// Days since it was last touched.
  case idle
  /// Days since its creation.
  case age
  /// The customer.
  case organization

  /// Whether the first sorting brings the largest to the top.
  var beginsWithLargest: Bool {
    switch self {
    case .value, .idle, .age: true
    case .title, .stage, .owner, .close, .step, .organization: false
    }
  }
}

/// How a list of deals is sorted.
public struct DealListOrder: Hashable, Sendable {
  /// By what.
  public var key = DealListKey.stage
  /// Whether the other way round.
  public var isReversed = false
}

/// A list of deals, sorted.
public struct DealListReport: Hashable, Sendable {
  /// The deals in order.
  public var deals: [Deal]
  /// How they are sorted.
  public var order: DealListOrder
  /// The place of each deal.
  var places: [Identifier<Deal>: Int]
  /// How many of them are won.
  public var won: Int
  /// How many of them are lost.
  public var lost: Int

  /// Lists deals in an order that they are in already.
  init(deals: [Deal], order: DealListOrder) {
    self.deals = deals
    self.order = order
    places = Dictionary(deals.enumerated().map { ($1.id, $0) }) { first, _ in first }
    won = deals.count { $0.status.isWon }
    lost = deals.count { !$0.status.isWon && !$0.status.isOpen }
  }

  /// A deal of the list; `nil` where it is not in it.
  subscript(id: Identifier<Deal>) -> Deal? { places[id].map { deals[$0] } }
}

/// What a store keeps of a pipeline's meetings.
public struct MeetingRecords: Hashable, Sendable {
  /// The meetings that were held.
  public var held: [Meeting]
  /// What was kept of those that are not over.
  public var drafts: [MeetingDraft]

  /// Makes records; without arguments, none.
  public init(held: [Meeting] = [], drafts: [MeetingDraft] = []) {
    self.held = held
    self.drafts = drafts
  }
}

/// Minutes that are to be written to a file, and a meeting that is held once they are.
public struct HeldMeeting: Hashable, Sendable {
  /// What it was, with the minutes as its text.
  public var draft: MeetingDraft
  /// The day and the moment that it ended.
  public var day: Day
  /// The moment that it ended.
  public var at: Instant
  /// The file's name, without its folder and ending: `2026-03-31-review-Sales`.
  public var fileName: String
}
