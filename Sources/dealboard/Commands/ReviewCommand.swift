import ArgumentParser
import Board
import Interchange
import Pipeline
import Store

/// Says what a review would go through.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "What became of the pipeline since the last review, and what needs a decision.",
    discussion: """
      It goes back to the last review that was held on the board (g r), or without one seven days. \
      The deals that need a decision follow, worst first with the reasons. Deciding is done on the \
      board, or with the commands for deals.

      Example: dealboard review --owner ana --json
      """
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var past: AsOfOptions

  @Option(help: ArgumentHelp("One owner's deals only.", valueName: "name"))
  var owner: String?

  @Flag(help: "One owner's deals after the other's.")
  var byOwner = false

  @Option(
    help: ArgumentHelp("Only so many deals with the most value, of each currency.", valueName: "n")
  )
  var top: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Go back to the end of this day instead.", valueName: "day")
  )
  var since: DayArgument?

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top wants a number above 0.") }
    if top != nil, byOwner { throw ValidationError("Give --top or --by-owner, not both.") }
  }

  func run() throws {
    let source = try MeetingSource(options, past)
    let person = try owner.map { [names = source.workspace.names] in try names.person($0) }
    let start = try source.start(
      since: since,
      .review,
      scope: person?.name ?? "",
      else: ReviewMinutes.firstLook(on: source.day)
    )
    let histories = try source.workspace.histories()
    let news = PipelineNews(
      of: histories,
      in: source.pipeline.id,
      since: start,
      until: source.day,
      owner: person?.id
    )
    let deals = histories.compactMap { $0.deal(asOf: source.day) }
    let figures = Figures(of: deals, pipeline: source.pipeline, asOf: source.day)
    let queue = ReviewQueue(
      of: deals,
      in: source.pipeline,
      on: source.day,
      records: StageRecords(figures),
      owner: person?.id,
      order: top.map { .mostValue($0) } ?? (byOwner ? .byOwner : .worstFirst),
      people: source.workspace.structure.people,
      main: source.workspace.structure.settings.currency
    )
    let answer = MeetingAnswer(source)
    try Answer.print(json: options.json, answer.json(news, queue)) {
      try source.marked(text(news, queue, source), ofPart: person != nil)
    }
  }

  private func text(
    _ news: PipelineNews,
    _ queue: ReviewQueue,
    _ source: MeetingSource
  ) -> String {
    let words = source.words
    var lines = Lines()
    lines.add(
      StyledText(source.pipeline.name, .strong),
      StyledText(" since \(source.minutes.start(news.since))", .dim)
    )
    for (currency, flow) in news.waterfall.byCurrency {
      lines.addBlank()
      lines.add(WaterfallAnswer.table(flow, currency))
    }
    if !news.items.isEmpty {
      var table = TextTable(
        [.words(""), .numbers(""), .words(""), .words(""), .words("")],
        hasHeadings: false
      )
      for item in news.items {
        let by = words.otherActor(item).map { "by \($0)" } ?? ""
        table.add([
          StyledText(NewsHeading(item.kind).text.lowercased(), item.kind.style),
          StyledText(item.deal.id.description, .dim), StyledText(item.deal.title),
          StyledText(words.news(item.kind)), StyledText(by, .dim),
        ])
      }
      lines.addBlank()
      lines.add(table)
    }
    lines.addBlank()
    addQueue(queue, words, to: &lines)
    return lines.text
  }

  private func addQueue(_ queue: ReviewQueue, _ words: MeetingWords, to lines: inout Lines) {
    let count = queue.entries.count
    guard count > 0 else { return lines.add(StyledText("No deal needs a decision.", .good)) }
    lines.add(
      StyledText(
        FigureText.counted(count, "deal needs a decision", "deals need a decision"),
        .strong
      )
    )
    if queue.isLong {
      var reasons = TextTable([.numbers(""), .words("")], hasHeadings: false)
      for group in queue.byReason {
        reasons.add([
          StyledText(FigureText.count(group.deals.count)), StyledText(group.kind.heading, .dim),
        ])
      }
      lines.add(reasons)
      lines.addBlank()
    }
    var table = TextTable([
      .numbers("#"), .words("Title"), .words("Owner"), .numbers("Value"), .words("Why"),
    ])
    for entry in queue.entries {
      table.add([
        StyledText(entry.deal.id.description, .dim), StyledText(entry.deal.title, .strong),
        StyledText(words.owner(of: entry.deal) ?? "", .dim),
        StyledText(FigureText.value(entry.deal.value)),
        StyledText(words.reasons(entry.reasons), .warning),
      ])
    }
    lines.add(table)
  }
}
