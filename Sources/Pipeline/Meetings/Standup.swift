/// What the daily standup goes through: person by person what was done since the last one, what is
/// due, and what is stuck.
public struct Standup: Hashable, Sendable {
  /// One person's turn.
  public struct Turn: Hashable, Sendable {
    /// The person; `nil`: the deals that nobody owns.
    public let person: Person?
    /// What became of their deals since the last standup: won, lost, moved, reopened, new.
    public let news: [DealNews]
    /// The steps that are overdue or due on the day, soonest first.
    public let due: [DueStep]
    /// The deals that are stuck in their stage or stale, worst first.
    public let stuck: [Attention]
    /// How many open deals they own.
    public let openDeals: Int

    /// Whether there is nothing to say.
    public var isEmpty: Bool { news.isEmpty && due.isEmpty && stuck.isEmpty }
  }

  /// The day it is held.
  public let day: Day
  /// The place in the log that it begins after.
  public let since: LogPoint
  /// The turns in the team's order; what nobody owns comes last, where there is something to say
  /// about it.
  public let turns: [Turn]
  /// Who of the team is away on the day, in its order; they have a turn in minutes alone.
  public let away: [Person]

  /// Who has a turn.
  public enum Attendance: Hashable, Sendable {
    /// Everyone of the team who is there on the day.
    case team
    /// Everyone who owns an open deal, there or not: for minutes that nobody sits through.
    case owners
  }

  /// Prepares a standup over the deals of a pipeline.
  ///
  /// `people` are in the order that the team keeps. News goes to who owns the deal now; whoever else
  /// did it is named with it.
  public init(
    of histories: [DealHistory],
    in pipeline: SalesPipeline,
    people: [Person],
    since: LogPoint,
    on day: Day,
    attendance: Attendance = .team
  ) {
    let deals = histories.compactMap { $0.deal(asOf: day) }
      .filter { $0.pipeline == pipeline.id && !$0.isDeleted }
    let open = Dictionary(grouping: deals.filter(\.status.isOpen), by: \.owner)
    let news = Dictionary(
      grouping: PipelineNews(of: histories, in: pipeline.id, since: since, until: day).items
        .filter(\.kind.isToldAtStandup),
      by: \.deal.owner
    )
    func turn(_ person: Person?) -> Turn {
      let own = open[person?.id] ?? []
      return Turn(
        person: person,
        news: news[person?.id] ?? [],
        due: DueStep.all(of: own).filter { $0.step.due <= day },
        stuck: Attention.list(of: own, in: pipeline, on: day).compactMap(\.onlyStuck),
        openDeals: own.count
      )
    }
    let present = people.filter { person in
      switch attendance {
      case .team: person.isPresent(on: day)
      case .owners: open[person.id] != nil
      }
    }
    away = people.filter { $0.isActive && $0.isAway(on: day) }
    let nobodys = turn(nil)
    self.day = day
    self.since = since
    turns = present.map(turn) + (nobodys.isEmpty ? [] : [nobodys])
  }
}

extension DealNews.Kind {
  fileprivate var isToldAtStandup: Bool {
    switch self {
    case .created, .moved, .won, .lost, .reopened: true
    case .deleted, .slipped, .closePassed: false
    }
  }
}

extension Attention {
  private init(deal: Deal, reasons: [AttentionReason]) {
    self.deal = deal
    self.reasons = reasons
  }

  /// The same without what is said under "today"; `nil` where nothing is left.
  fileprivate var onlyStuck: Attention? {
    let left = reasons.filter { reason in
      switch reason {
      case .stale, .stuck: true
      case .overdue, .noNextStep: false
      }
    }
    return left.isEmpty ? nil : Attention(deal: deal, reasons: left)
  }
}

extension Person {
  /// Whether they take part in a meeting on a day.
  public func isPresent(on day: Day) -> Bool { isActive && !isAway(on: day) }
}
