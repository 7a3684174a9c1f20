import Pipeline

/// What was changed lately, by whom and when.
struct HistoryPage {
  private let report: HistoryReport
  private let board: BoardState
  private let width: Int

  init(_ report: HistoryReport, _ board: BoardState, width: Int) {
    self.report = report
    self.board = board
    self.width = width
  }

  /// All of it.
  var page: ReportPage {
    var page = ReportPage(title: ReportScreen.history.title)
    page.choices = [phrase("latest first"), phrase("what one key or command did is one line")]
    guard !report.entries.isEmpty else {
      page.addSentence(phrase("Nothing was changed yet."), .dim, width: width)
      return page
    }
    var day: Day?
    for entry in report.entries {
      if entry.day != day {
        if day != nil { page.addBlank() }
        page.addHeading(heading(entry.day), width: width)
        day = entry.day
      }
      page.lines.append(line(entry))
    }
    if report.hasMore {
      page.addBlank()
      page.addSentence(
        phrase("Older changes: dealboard log shows them all, a deal's own are in its timeline."),
        .dim,
        width: width
      )
    }
    return page
  }

  private func heading(_ day: Day) -> String {
    let date = DayText.date(day, today: board.clock.today)
    let near = DayText.near(day, today: board.clock.today, isPast: true)
    return (near == date ? date : "\(near), \(date)").uppercased()
  }

  private func line(_ entry: HistoryReport.Entry) -> ReportLine {
    let time = DayText.time(entry.minuteOfDay)
    let nameWidth = width >= 60 ? 16 : 4
    let name = width >= 60 ? entry.event.actor : initials(entry.event.actor)
    return ReportLine(
      [
        ReportCell(column: 0, width: 5, .right(time), .dim),
        ReportCell(column: 6, width: nameWidth, .text(name), .accent),
        ReportCell(
          column: 7 + nameWidth,
          width: width - 7 - nameWidth,
          .text(what(entry)),
          entry.deal == nil ? .dim : .text
        ),
      ],
      target: .deal(entry.event.deal)
    )
  }

  private func what(_ entry: HistoryReport.Entry) -> String {
    var text = entry.sentence(in: board.workspace)
    if entry.event.day != entry.day {
      text += phrase(" (dated \(DayText.date(entry.event.day, today: board.clock.today)))")
    }
    if entry.others >= 20 {
      // An import: its last event alone says little.
      let atLeast = report.hasMore && entry == report.entries.last ? phrase("at least ") : ""
      return phrase(
        "\(atLeast)\(FigureText.count(entry.others + 1, "change")) at once, the last: \(text)"
      )
    }
    if entry.others > 0 { text += phrase(", and \(FigureText.count(entry.others, "more change"))") }
    return text
  }

  private func initials(_ actor: String) -> String {
    board.workspace.people.first { $0.name == actor }?.initials ?? String(actor.prefix(4))
  }
}
