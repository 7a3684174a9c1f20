import Board
import Pipeline
import Store

/// What the commands for meetings work on: a pipeline's deals with their histories, and when the
/// last meeting was.
struct MeetingSource {
  /// The workspace.
  let workspace: OpenWorkspace
  /// The pipeline that the meeting is about.
  let pipeline: SalesPipeline
  /// The day of the meeting, as of whose end all is seen: today, or a past one.
  let day: Day

  /// Opens what options name.
  init(_ options: WorkspaceOptions, _ past: AsOfOptions) throws {
    workspace = try OpenWorkspace.reading(options)
    day = try past.day(today: workspace.today)
    pipeline = try workspace.pipeline(options.pipeline, asOf: day)
  }

  /// What meetings say about the pipeline's deals.
  var words: MeetingWords {
    MeetingWords(pipeline: pipeline, people: workspace.structure.people, today: day)
  }

  /// What writes minutes.
  var minutes: MinutesText {
    let zone = workspace.clock.zone
    return MinutesText(words: words) { moment in
      moment.secondOfDay(secondsFromUTC: zone.secondsFromUTC(at: moment)) / 60
    }
  }

  /// Where the last meeting of a kind and scope ended; `nil` where none was held.
  func lastEnd(of kind: Meeting.Kind, scope: String = "") throws -> LogPoint? {
    try workspace.store.meetings(of: pipeline.id)
      .lastEnd(of: kind, scope: scope, asOf: day)
  }

  /// Where the meeting looks back to: the end of a day that is named, else of the last meeting, else
  /// as given.
  func start(
    since named: DayArgument?,
    _ kind: Meeting.Kind,
    scope: String = "",
    else first: LogPoint
  ) throws -> LogPoint {
    guard let named else { return try lastEnd(of: kind, scope: scope) ?? first }
    let since = try named.day(today: day)
    guard since < day else {
      throw CommandFailure(.usage, "\(since) is not before today. Give an earlier day.")
    }
    return .end(of: since)
  }

  /// A text with the mark of hindsight where the day has it; `ofPart` where it is of some of the
  /// pipeline's deals.
  func marked(_ text: String, ofPart: Bool) throws -> String {
    try workspace.hindsight(asOf: day, in: pipeline.id)?.marked(text, ofPart: ofPart) ?? text
  }

  /// The standup of the day, for everybody who owns an open deal.
  func standup(since: LogPoint) throws -> Standup {
    Standup(
      of: try workspace.histories(),
      in: pipeline,
      people: workspace.structure.people,
      since: since,
      on: day,
      attendance: .owners
    )
  }
}
