/// One thing that became of a deal between a place in the log and the end of a day, for a meeting.
///
/// It tells the sum of what happened and not each step: a deal sent on twice moved from where it was
/// to where it is, one won and reopened is not news.
public struct DealNews: Hashable, Sendable {
  /// What became of it.
  public enum Kind: Hashable, Sendable {
    /// It came new: created, or come from another pipeline.
    case created
    /// It was open in one stage and is open in another.
    case moved(from: Identifier<Stage>, to: Identifier<Stage>)
    /// It was won.
    case won
    /// It was lost, with a reason if one was given.
    case lost(reason: String?)
    /// It was closed and is open again.
    case reopened
    /// It is gone: deleted, or gone to another pipeline.
    case deleted
    /// Its expected close was put off to a later month (NUMBERS.md, "Looking ahead").
    case slipped(from: Day, to: Day)
    /// The day of its expected close passed while it was open.
    case closePassed(Day)
  }

  /// The deal as it is at the end; as it was, where it is gone.
  public let deal: Deal
  /// What became of it.
  public let kind: Kind
  /// Who did it, by name; `nil` where only time did.
  public let actor: String?

  /// Names a piece of news.
  public init(deal: Deal, kind: Kind, actor: String?) {
    self.deal = deal
    self.kind = kind
    self.actor = actor
  }
}

extension DealNews.Kind {
  /// The order in which news is told: won first, what came new after what was decided.
  var place: Int {
    switch self {
    case .won: 0
    case .lost: 1
    case .moved: 2
    case .reopened: 3
    case .slipped: 4
    case .closePassed: 5
    case .created: 6
    case .deleted: 7
    }
  }
}

extension DealHistory {
  /// What became of the deal in a pipeline after a place in the log, up to the end of a day; empty
  /// where nothing did that a meeting is told.
  public func news(
    since start: LogPoint,
    until day: Day,
    in pipeline: Identifier<SalesPipeline>
  ) -> [DealNews] {
    func here(_ deal: Deal?) -> Deal? {
      deal.flatMap { $0.pipeline == pipeline && !$0.isDeleted ? $0 : nil }
    }
    let before = here(deal(upTo: start))
    guard let after = here(deal(asOf: day)) else {
      guard let before else { return [] }
      return [DealNews(deal: before, kind: .deleted, actor: actor(since: start, until: day))]
    }
    var kinds: [DealNews.Kind] = before == nil ? [.created] : []
    switch after.status {
    case .won: if before?.status.isWon != true { kinds.append(.won) }
    case .lost(_, let reason):
      if before?.status.isLost != true { kinds.append(.lost(reason: reason)) }
    case .open:
      if let before, !before.status.isOpen {
        kinds.append(.reopened)
      } else if let before, before.stage != after.stage {
        kinds.append(.moved(from: before.stage, to: after.stage))
      }
      if let slip = slip(of: before, to: after, since: start, until: day) { kinds.append(slip) }
    }
    return kinds.map { kind in
      DealNews(deal: after, kind: kind, actor: actor(of: kind, since: start, until: day))
    }
  }

  private func slip(
    of before: Deal?,
    to after: Deal,
    since start: LogPoint,
    until day: Day
  ) -> DealNews.Kind? {
    guard let close = after.expectedClose else { return nil }
    if let old = before?.expectedClose, close.startOfMonth > old.startOfMonth {
      return .slipped(from: old, to: close)
    }
    return close < day && close >= start.day ? .closePassed(close) : nil
  }

  /// Who did the last thing after the start that led to it.
  private func actor(of kind: DealNews.Kind, since start: LogPoint, until day: Day) -> String? {
    switch kind {
    case .closePassed: return nil
    case .created: return events.first?.actor
    case .moved, .won, .lost, .reopened, .deleted, .slipped: break
    }
    let facet: DealFacet
    if case .slipped = kind { facet = .expectedClose } else { facet = .position }
    let acts = standing(upTo: .end(of: day)).filter { !start.covers($0) }
    // Where nothing that stands did it, taking something back did.
    return acts.last { $0.change.facet == facet }?.actor ?? actor(since: start, until: day)
  }

  private func actor(since start: LogPoint, until day: Day) -> String? {
    events.last { $0.day <= day && !start.covers($0) }?.actor
  }
}
