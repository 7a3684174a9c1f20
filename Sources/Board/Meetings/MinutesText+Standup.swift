public import Pipeline

extension MinutesText {
  /// The summary of a standup that was held.
  public func markdown(_ session: StandupSession) -> String {
    markdown(session.standup, skipped: session.skipped, topics: session.topics)
  }

  /// The summary of a standup: who did what, what is due, what is stuck, and what was parked.
  ///
  /// `skipped` are the places of the turns that were passed over.
  public func markdown(
    _ standup: Standup,
    skipped: Set<Int> = [],
    topics: [StandupSession.Topic] = []
  ) -> String {
    var text = MarkdownText()
    let name = MarkdownText.plain(words.pipeline.name)
    text.addHeading(phrase("Standup: \(name), \(fullDay(standup.day))"), level: 1)
    text.add(phrase("Since \(start(standup.since))."))
    if let away = words.away(standup) {
      text.addBlank()
      text.add(MarkdownText.plain(away) + ".")
    }
    for (place, turn) in standup.turns.enumerated() {
      let who = turn.person.map { MarkdownText.plain($0.name) } ?? phrase("Nobody's deals")
      let mark = skipped.contains(place) ? phrase(" (passed over)") : ""
      let away = turn.person.flatMap(words.away).map { " (\($0))" } ?? ""
      text.addHeading(who + away + mark, level: 2)
      add(turn, on: standup.day, to: &text)
    }
    if standup.turns.isEmpty {
      text.addBlank()
      text.add(phrase("Nobody owns an open deal."))
    }
    guard !topics.isEmpty else { return text.text }
    text.addHeading(phrase("Parked"), level: 2)
    for topic in topics {
      let who = topic.person.map { " (\(MarkdownText.plain($0.name)))" } ?? ""
      text.addPoint(MarkdownText.plain(topic.text) + who)
    }
    return text.text
  }

  private func add(_ turn: Standup.Turn, on day: Day, to text: inout MarkdownText) {
    guard !turn.isEmpty else {
      return text.add(phrase("Nothing since, nothing due, nothing stuck."))
    }
    func add(_ heading: String, _ points: [String]) {
      guard !points.isEmpty else { return }
      text.addBlank()
      text.add("\(heading):")
      text.addBlank()
      self.add(points, to: &text)
    }
    add(phrase("Since then"), turn.news.map { news($0, naming: false) })
    add(phrase("Today"), turn.due.map { due($0, on: day) })
    add(
      phrase("Stuck"),
      turn.stuck.map { attention in
        let reasons = attention.reasons.map(words.reason).joined(separator: ", ")
        return "\(MarkdownText.title(attention.deal)): \(reasons)"
      }
    )
  }

  private func due(_ due: DueStep, on day: Day) -> String {
    let late = due.daysLate(on: day)
    let when =
      late > 0
      ? phrase("overdue by \(FigureText.count(late, "day")): ")
      : due.step.minuteOfDay.map { DayText.time(Int($0)) + " " } ?? ""
    let what = MarkdownText.plain(words.step(due.step.activity))
    return "\(when)\(what), \(MarkdownText.title(due.deal))"
  }
}
