import ArgumentParser
import Board
import Interchange
import Pipeline

/// Says what the standup would go through, or writes it down.
struct StandupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standup",
    abstract: "Who did what since the last standup, what is due today, what is stuck.",
    discussion: """
      Everybody who owns an open deal is in it. It goes back to the last standup that was held on \
      the board (g s), or without one to the day before; looking at it here resets nothing.

      Example: dealboard standup --minutes standup.md
      """
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var past: AsOfOptions

  @Option(
    help: ArgumentHelp(
      "Write it as Markdown to a file; - is standard output.",
      valueName: "file"
    ),
    completion: .file()
  )
  var minutes: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Go back to the end of this day instead.", valueName: "day")
  )
  var since: DayArgument?

  func run() throws {
    let source = try MeetingSource(options, past)
    let start = try source.start(since: since, .standup, else: Standup.firstLook(on: source.day))
    let standup = try source.standup(since: start)
    let markdown = source.minutes.markdown(standup)
    if let minutes {
      if options.json {
        throw CommandFailure(.usage, "--minutes writes Markdown. Leave --json out.")
      }
      if minutes == "-" { return try Console.write(markdown) }
      let needed = [NeededFile.workspace(options.location.path)]
      try OutputFile.write(Array(markdown.utf8), to: minutes, sparing: needed)
      return Console.writeError(TerminalText.safe("Written to \(minutes)."))
    }
    let answer = MeetingAnswer(source)
    try Answer.print(json: options.json, answer.json(standup)) {
      try source.marked(text(standup, source), ofPart: false)
    }
  }

  private func text(_ standup: Standup, _ source: MeetingSource) -> String {
    let words = source.words
    var lines = Lines()
    lines.add(
      StyledText(source.pipeline.name, .strong),
      StyledText(" since \(source.minutes.start(standup.since))", .dim)
    )
    if let away = words.away(standup) { lines.add(StyledText(away, .dim)) }
    if !source.pipeline.hasLimits, !standup.turns.isEmpty {
      lines.add(StyledText(AttentionCommand.noLimits, .dim))
    }
    for turn in standup.turns {
      lines.addBlank()
      lines.add(
        StyledText(turn.person?.name ?? "Nobody's deals", .strong),
        StyledText("  " + FigureText.counted(turn.openDeals, "open deal", "open deals"), .dim),
        StyledText(turn.person.flatMap(words.away).map { "  \($0)" } ?? "", .dim)
      )
      guard !turn.isEmpty else {
        lines.add(StyledText("nothing since, nothing due, nothing stuck", .dim))
        continue
      }
      var table = TextTable(
        [.words(""), .numbers(""), .words(""), .words("")],
        hasHeadings: false
      )
      func add(_ kind: String, _ deal: Deal, _ what: String, _ style: StyledText.Style) {
        table.add([
          StyledText(kind, .dim), StyledText(deal.id.description, .dim), StyledText(deal.title),
          StyledText(what, style),
        ])
      }
      for news in turn.news {
        let by = words.otherActor(news).map { ", by \($0)" } ?? ""
        add("since", news.deal, words.news(news.kind) + by, news.kind.style)
      }
      for due in turn.due {
        let late = due.daysLate(on: standup.day)
        let what = words.step(due.step.activity)
        let when =
          late > 0
          ? "overdue by \(FigureText.dayCount(late)): "
          : due.step.minuteOfDay.map { DayText.time(Int($0)) + " " } ?? ""
        add("today", due.deal, when + what, late > 0 ? .bad : .plain)
      }
      for attention in turn.stuck {
        let reasons = attention.reasons.map(words.reason).joined(separator: ", ")
        add("stuck", attention.deal, reasons, .warning)
      }
      lines.add(table)
    }
    if standup.turns.isEmpty { lines.add("Nobody owns an open deal.") }
    return lines.text
  }
}

extension DealNews.Kind {
  /// How good the news is.
  var style: StyledText.Style {
    switch self {
    case .won: .good
    case .lost: .bad
    case .slipped, .closePassed: .warning
    case .moved, .reopened, .created, .deleted: .plain
    }
  }
}
