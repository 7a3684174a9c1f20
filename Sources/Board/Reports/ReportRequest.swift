public import Pipeline

/// Which deals a report counts, as of which day and over which days.
public struct ReportScope: Hashable, Sendable {
  /// The pipeline.
  public var pipeline: Identifier<SalesPipeline>
  /// The day that everything is as of.
  public var asOf: Day
  /// The days that figures over closed deals look at.
  public var window: Window
  /// Which deals count.
  public var narrowing: Narrowing
  /// The group of which alone they count; `nil`: of all.
  public var group: DealGroup?

  /// Names what is counted.
  public init(
    pipeline: Identifier<SalesPipeline>,
    asOf: Day,
    window: Window = .standard,
    narrowing: Narrowing = Narrowing()
  ) {
    self.pipeline = pipeline
    self.asOf = asOf
    self.window = window
    self.narrowing = narrowing
  }
}

/// The deals that have a field alike.
public struct DealGroup: Hashable, Sendable {
  /// The field.
  public var grouping: Grouping
  /// What they have in it.
  public var key: GroupKey

  /// Whether a deal is one of them.
  public func has(_ deal: Deal) -> Bool { grouping.keys(of: deal).contains(key) }
}

extension ReportScope {
  /// Counts one owner's deals only; `nil`: those that nobody owns.
  mutating func narrow(to owner: Identifier<Person>?) {
    group = DealGroup(grouping: .owner, key: owner.map { .owner($0) } ?? .none)
  }
}

/// A report that the board asks for: counted off the screen's thread, from the store's deals.
public enum ReportRequest: Hashable, Sendable {
  /// Conversion from stage to stage and the four numbers, now and then.
  case funnel(ReportScope, against: ReportBaseline)
  /// Every figure now and then.
  case comparison(ReportScope, against: ReportBaseline)
  /// The open deals that need attention.
  case attention(ReportScope)
  /// What each owner, or each group of another field, has open, won and lost.
  case owners(ReportScope, by: Grouping)
  /// The latest changes.
  case history(ReportScope)
  /// What is expected to be booked, month by month, and whether it is enough for goals.
  case forecast(ReportScope, goals: [Goal])
  /// The figures by period.
  case trends(ReportScope, by: Period.Length, goals: [Goal])
  /// Why a number is what it is.
  case explanation(ReportQuestion)
  /// What a review begins with.
  case review(ReportScope, ReviewChoice)
  /// The minutes of a review.
  case minutes(ReportScope, MinutesChoice)
  /// What a standup goes through.
  case standup(ReportScope)
  /// What one person has to do, in all pipelines.
  case day(ReportScope, of: Identifier<Person>)
  /// The deals, sorted.
  case list(ReportScope, DealListOrder)
  /// What the sidebar shows beyond the live numbers.
  case sidebar(ReportScope, goals: [Goal])
  /// The last few changes.
  case activity(ReportScope)

  /// What it counts.
  public var scope: ReportScope {
    switch self {
    case .funnel(let scope, _), .comparison(let scope, _), .attention(let scope),
      .owners(let scope, _), .history(let scope), .forecast(let scope, _), .trends(let scope, _, _),
      .review(let scope, _), .minutes(let scope, _), .standup(let scope), .day(let scope, _),
      .list(let scope, _), .sidebar(let scope, _), .activity(let scope):
      scope
    case .explanation(let question): question.scope
    }
  }

  /// Whether it is counted anew when deals change while it is shown.
  ///
  /// A review keeps the queue that it began with, and its minutes are those of the moment it ended.
  var followsChanges: Bool {
    switch self {
    case .funnel, .comparison, .attention, .owners, .history, .forecast, .trends, .explanation,
      .standup, .day, .list, .sidebar, .activity:
      true
    case .review, .minutes: false
    }
  }
}

/// A report that was counted.
public enum Report: Hashable, Sendable {
  /// Conversion from stage to stage, the four numbers now and then, losses, upsell and effort.
  case funnel(FunnelReport)
  /// Every figure now and then.
  case comparison(ComparedFigures)
  /// The open deals that need attention.
  case attention(AttentionReport)
  /// What each owner has open, won and lost.
  case owners(OwnersReport)
  /// The latest changes.
  case history(HistoryReport)
  /// What is expected to be booked, month by month.
  case forecast(ForecastReport)
  /// The figures by period.
  case trends(TrendsReport)
  /// Why a number is what it is.
  case explanation(ExplanationReport)
  /// What a review begins with.
  case review(ReviewStart)
  /// The minutes of a review.
  case minutes(MinutesReport)
  /// What a standup goes through.
  case standup(StandupReport)
  /// What one person has to do.
  case day(DayReport)
  /// The deals, sorted.
  case list(DealListReport)
  /// What the sidebar shows beyond the live numbers.
  case sidebar(SidebarReport)
  /// The last few changes, latest first.
  case activity([HistoryReport.Entry])
}

/// What one report is known by until it is there.
public struct ReportTicket: Hashable, Sendable {
  /// Rises by one with each report that is asked for.
  public let number: Int

  /// The ticket of a number.
  public init(number: Int) {
    self.number = number
  }
}
