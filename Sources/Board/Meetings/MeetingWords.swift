public import Pipeline

/// What meetings say about deals, in words, for the screen, the commands and the minutes.
public struct MeetingWords: Sendable {
  /// The pipeline whose stages are named.
  public let pipeline: SalesPipeline
  /// The team, by which owners are named.
  public let people: [Person]
  /// The day from which days are named.
  public let today: Day

  /// Words about a pipeline's deals, seen from a day.
  public init(pipeline: SalesPipeline, people: [Person], today: Day) {
    self.pipeline = pipeline
    self.people = people
    self.today = today
  }

  /// A day with its weekday, and the year where it is another: `Tue 31 Mar`, `Thu 2 Jan 25`.
  public func day(_ day: Day) -> String {
    "\(DayText.weekday(day.weekday)) \(DayText.date(day, today: today))"
  }

  /// Who owns a deal; `nil` where nobody does.
  public func owner(of deal: Deal) -> String? {
    deal.owner.flatMap { owner in people.first { $0.id == owner }?.name }
  }

  /// A deal's value and owner: `€48,000, Ana Ribeiro`; empty where it has neither.
  public func facts(of deal: Deal) -> String {
    [deal.value.map(MoneyText.full), owner(of: deal)].compactMap(\.self).joined(separator: ", ")
  }

  /// Until when somebody is away, as of today: `away until Mon 7 Dec`; `nil` of who is here.
  public func away(_ person: Person) -> String? {
    guard person.isAway(on: today), let until = person.awayUntil else { return nil }
    return phrase("away until \(day(until))")
  }

  /// Who is missing from a standup: `Away: Bo Li until Mon 7 Dec`; `nil` where nobody is.
  public func away(_ standup: Standup) -> String? {
    let names = standup.away.map { person in
      person.name + (person.awayUntil.map { phrase(" until \(day($0))") } ?? "")
    }
    return names.isEmpty ? nil : phrase("Away: \(names.joined(separator: ", "))")
  }

  private func stage(_ id: Identifier<Stage>) -> String {
    pipeline.stage(id)?.name ?? phrase("another stage")
  }
}

// MARK: Reasons

extension MeetingWords {
  /// Why a deal needs a decision: `step overdue by 4 days`, `idle for 30 of 14 days`.
  public func reason(_ reason: ReviewReason) -> String {
    switch reason {
    case .clock(let clock): return self.reason(clock)
    case .closePassed(let days):
      return phrase("expected close passed \(FigureText.count(days, "day")) ago")
    case .noValue: return phrase("no value")
    case .atOdds(let own, let record):
      let share = FigureText.percent(record.ratio)
      return phrase(
        "probability \(own.percent)%, but \(share) of \(FigureText.grouped(record.whole))"
      )
        + phrase(" that got here were won")
    }
  }

  /// Why a deal needs attention.
  public func reason(_ reason: AttentionReason) -> String {
    switch reason {
    case .overdue(let days): phrase("step overdue by \(FigureText.count(days, "day"))")
    case .stale(let days, let limit):
      phrase("idle for \(days) of \(FigureText.count(limit, "day"))")
    case .stuck(let days, let limit):
      phrase("in its stage for \(days) of \(FigureText.count(limit, "day"))")
    case .noNextStep: phrase("no next step")
    }
  }

  /// All reasons of a deal, worst first, as one phrase.
  public func reasons(_ reasons: [ReviewReason]) -> String {
    reasons.map(reason).joined(separator: ", ")
  }
}

extension ReviewReason.Kind {
  /// The reason without its numbers, as a heading over many deals: `Next step overdue`.
  public var heading: String {
    switch self {
    case .overdue: phrase("Next step overdue")
    case .stale: phrase("Idle for too long")
    case .stuck: phrase("Stuck in the stage")
    case .closePassed: phrase("Expected close passed")
    case .noNextStep: phrase("No next step")
    case .noValue: phrase("No value")
    case .atOdds: phrase("Probability at odds with the stage's record")
    }
  }
}

// MARK: News

extension MeetingWords {
  /// What became of a deal, without naming it: `won`, `Lead In → Proposal Made`, `lost, price`.
  public func news(_ kind: DealNews.Kind) -> String {
    switch kind {
    case .created: phrase("new")
    case .moved(let from, let to): "\(stage(from)) → \(stage(to))"
    case .won: phrase("won")
    case .lost(let reason): reason.map { phrase("lost, \($0)") } ?? phrase("lost, no reason given")
    case .reopened: phrase("open again")
    case .deleted: phrase("gone from the pipeline")
    case .slipped(let from, let to): phrase("close put off from \(day(from)) to \(day(to))")
    case .closePassed(let close): phrase("close of \(day(close)) passed")
    }
  }

  /// Who did it, where it was not the deal's owner; `nil` where it was, and where only time did.
  public func otherActor(_ news: DealNews) -> String? {
    news.actor == owner(of: news.deal) ? nil : news.actor
  }
}

/// The headings under which a review tells what became of deals.
public enum NewsHeading: Int, CaseIterable, Comparable, Sendable {
  /// Deals that were won.
  case won
  /// Deals that were lost.
  case lost
  /// Deals that went to another stage, or became open again.
  case moved
  /// Deals whose expected close was put off, or passed.
  case slipped
  /// Deals that came new.
  case new
  /// Deals that are gone.
  case gone

  /// The heading over a piece of news.
  public init(_ kind: DealNews.Kind) {
    switch kind {
    case .won: self = .won
    case .lost: self = .lost
    case .moved, .reopened: self = .moved
    case .slipped, .closePassed: self = .slipped
    case .created: self = .new
    case .deleted: self = .gone
    }
  }

  /// The heading.
  public var text: String {
    switch self {
    case .won: phrase("Won")
    case .lost: phrase("Lost")
    case .moved: phrase("Moved")
    case .slipped: phrase("Slipped")
    case .new: phrase("New")
    case .gone: phrase("Gone")
    }
  }

  /// Orders as meetings tell them.
  public static func < (left: NewsHeading, right: NewsHeading) -> Bool {
    left.rawValue < right.rawValue
  }
}

// MARK: Decisions and steps

extension MeetingWords {
  /// What was decided: `lost, price`, `to Proposal Made`, `call CFO by Thu 2 Apr`.
  public func decision(_ change: DealChange) -> String {
    switch change {
    case .moved(let stage): phrase("to \(self.stage(stage))")
    case .transferred: phrase("to another pipeline")
    case .valued(let amount, let currency):
      amount.map { phrase("value \(MoneyText.full(Money(minorUnits: $0, currency: currency)))") }
        ?? phrase("no value")
    case .probabilitySet(let own):
      own.map { phrase("probability \($0.percent)%") } ?? phrase("the stage's chance")
    case .expectedCloseSet(let close):
      close.map { phrase("close \(day($0))") } ?? phrase("close not known")
    case .ownerSet(let owner):
      phrase(
        "given to \(owner.flatMap { id in people.first { $0.id == id }?.name } ?? phrase("nobody"))"
      )
    case .categorySet(let category): phrase("forecast \(category.rawValue)")
    case .won: phrase("won")
    case .lost(let reason): reason.map { phrase("lost, \($0)") } ?? phrase("lost")
    case .reopened: phrase("open again")
    case .deleted: phrase("deleted")
    case .stepPlanned(let step): phrase("\(self.step(step.activity)) by \(when(step))")
    case .stepDone(_, let activity): phrase("done: \(step(activity))")
    case .stepDropped: phrase("dropped a step")
    case .snoozed(let until?, let reason, let isKept):
      (isKept ? phrase("kept until \(day(until))") : phrase("put aside until \(day(until))"))
        + (reason.map { ": \($0)" } ?? "")
    case .snoozed(nil, _, _): phrase("taken up again")
    case .retitled(let title): phrase("called \(title)")
    case .organizationSet, .contactSet, .labelled: phrase("details")
    case .created, .enteredStage, .noted, .longNotesSet, .activityLogged, .updatedAtSource, .undone:
      ""
    }
  }

  /// What a step is: its text, else its kind.
  public func step(_ activity: Activity) -> String {
    activity.text.isEmpty ? phrase(named: activity.kind) : activity.text
  }

  /// When a step is due: `Thu 2 Apr`, `Thu 2 Apr 10:00`.
  public func when(_ step: PlannedStep) -> String {
    day(step.due) + (step.minuteOfDay.map { " " + DayText.time(Int($0)) } ?? "")
  }
}
