public import Pipeline

extension MinutesText {
  /// The minutes of a review: what had happened, who decided what, what is due until when, what is
  /// left, and the numbers before and after.
  public func markdown(_ minutes: ReviewMinutes) -> String {
    var text = MarkdownText()
    let name = MarkdownText.plain(minutes.pipeline.name)
    text.addHeading(phrase("Pipeline review: \(name), \(fullDay(minutes.ended.day))"), level: 1)
    text.add(introduction(minutes))
    addNews(minutes.news, to: &text)
    addDecisions(minutes, to: &text)
    addDue(minutes.due, to: &text)
    addUndecided(minutes.undecided, to: &text)
    addNumbers(before: minutes.before, after: minutes.after, to: &text)
    return text.text
  }

  private func introduction(_ minutes: ReviewMinutes) -> String {
    let whose =
      minutes.owner.map { phrase("Deals of \(MarkdownText.plain($0.name))") }
      ?? phrase("Whole team")
    let began = minutes.began.moment.map { ", \(time($0))" } ?? ""
    let day =
      minutes.began.day == minutes.ended.day ? "" : phrase(" on \(fullDay(minutes.began.day))")
    let from = began + day
    let times = minutes.ended.moment.map { phrase("\(from) to \(time($0))") } ?? from
    let since =
      minutes.isFirst
      ? phrase("The first review; it looks back to the end of \(fullDay(minutes.news.since.day)).")
      : phrase("Since the review of \(point(minutes.news.since)).")
    return phrase(
      "\(whose), led by \(MarkdownText.plain(minutes.leader))\(times). \(since)"
    )
  }

  private func addNews(_ news: PipelineNews, to text: inout MarkdownText) {
    text.addHeading(phrase("Since then"), level: 2)
    for (currency, flow) in news.waterfall.byCurrency {
      func row(_ name: String, _ bar: Waterfall.Bar) -> [String] {
        [name, FigureText.grouped(bar.deals), amount(bar.minorUnits, currency)]
      }
      let causes = Waterfall.Cause.allCases.filter { flow[$0].deals > 0 }
      text.addTable(
        [currency.code, phrase("Deals"), phrase("Value")],
        [row(phrase("open then"), flow.start)]
          + causes.map { row("\($0.sign) \(phrase(named: $0))", flow[$0]) }
          + [row(phrase("open at the beginning"), flow.end)]
      )
      text.addBlank()
    }
    guard !news.items.isEmpty else {
      return text.add(phrase("No deal moved, closed, slipped or came new."))
    }
    for heading in NewsHeading.allCases {
      let items = news.items.filter { NewsHeading($0.kind) == heading }
      guard !items.isEmpty else { continue }
      text.addHeading("\(heading.text): \(FigureText.grouped(items.count))", level: 3)
      add(items.map { self.news($0, naming: true) }, to: &text)
    }
  }

  private func addDecisions(_ minutes: ReviewMinutes, to text: inout MarkdownText) {
    text.addHeading(phrase("Decided"), level: 2)
    guard !minutes.decisions.isEmpty else { return text.add(phrase("Nothing was decided.")) }
    for group in grouped(minutes.decisions) { text.addPoint(point(group)) }
  }

  /// Decisions that say the same of many deals, as one for a whole reason does, stand together.
  private func grouped(_ decisions: [ReviewMinutes.Decision]) -> [[ReviewMinutes.Decision]] {
    let byWords = Dictionary(grouping: decisions, by: acts)
    var written: Set<String> = []
    return decisions.compactMap { decision in
      let same = byWords[acts(decision)] ?? []
      guard same.count >= 5 else { return [decision] }
      return written.insert(acts(decision)).inserted ? same : nil
    }
  }

  private func point(_ group: [ReviewMinutes.Decision]) -> String {
    guard group.count > 1 else { return group.first.map(point) ?? "" }
    let named = group.prefix(10).map { MarkdownText.title($0.deal) }.joined(separator: ", ")
    let rest = group.count > 10 ? phrase(" and \(FigureText.grouped(group.count - 10)) more") : ""
    return "\(FigureText.count(group.count, "deal")): \(acts(group[0])). \(named)\(rest)"
  }

  private func point(_ decision: ReviewMinutes.Decision) -> String {
    let facts = words.facts(of: decision.deal)
    let deal =
      MarkdownText.title(decision.deal)
      + (facts.isEmpty ? "" : ", " + MarkdownText.plain(facts))
    let why = decision.reasons.isEmpty ? "" : " (\(words.reasons(decision.reasons)))"
    return "\(deal)\(why): \(acts(decision))"
  }

  /// Who decided what: `Ana Ribeiro: lost, price; Rita Sato: open again`.
  private func acts(_ decision: ReviewMinutes.Decision) -> String {
    var parts: [(actor: String, texts: [String])] = []
    for act in decision.acts {
      // A step that only made room for the next one says nothing by itself.
      if case .stepDropped = act.change, decision.acts.count > 1 { continue }
      let words = MarkdownText.plain(words.decision(act.change))
      if let last = parts.indices.last, parts[last].actor == act.actor {
        parts[last].texts.append(words)
      } else {
        parts.append((act.actor, [words]))
      }
    }
    return parts.map { "\(MarkdownText.plain($0.actor)): \($0.texts.joined(separator: ", "))" }
      .joined(separator: "; ")
  }

  private func addDue(_ due: [ReviewMinutes.Due], to text: inout MarkdownText) {
    text.addHeading(phrase("Due"), level: 2)
    guard !due.isEmpty else { return text.add(phrase("Nothing was agreed until a day.")) }
    let points = due.map { due in
      let who = words.owner(of: due.deal).map { " (\(MarkdownText.plain($0)))" } ?? ""
      let deal = "\(MarkdownText.title(due.deal))\(who)"
      switch due.kind {
      case .step(let step):
        let what = MarkdownText.plain(words.step(step.activity))
        return "\(words.when(step)): \(what), \(deal)"
      case .lookAgain(let reason):
        let why = reason.map { ", \(MarkdownText.plain($0))" } ?? ""
        return phrase("\(words.day(due.day)): look again at \(deal)\(why)")
      }
    }
    add(points, to: &text)
  }

  private func addUndecided(_ entries: [ReviewEntry], to text: inout MarkdownText) {
    guard !entries.isEmpty else { return }
    text.addHeading(phrase("Left undecided: \(FigureText.count(entries.count, "deal"))"), level: 2)
    add(
      entries.map { entry in
        let facts = words.facts(of: entry.deal)
        let deal =
          MarkdownText.title(entry.deal) + (facts.isEmpty ? "" : ", " + MarkdownText.plain(facts))
        return "\(deal): \(words.reasons(entry.reasons))"
      },
      to: &text
    )
  }

  private func addNumbers(
    before: MeetingNumbers,
    after: MeetingNumbers,
    to text: inout MarkdownText
  ) {
    text.addHeading(phrase("Numbers"), level: 2)
    let currencies = Set(
      before.open.byCurrency.currencies + after.open.byCurrency.currencies
    ).sorted()
    var rows: [[String]] = []
    func add(_ name: String, _ number: (MeetingNumbers) -> Int) {
      rows.append([name] + [before, after].map { FigureText.grouped(number($0)) })
    }
    add(phrase("Open deals")) { $0.open.deals }
    for currency in currencies {
      rows.append(
        [phrase("Open value, \(currency)")]
          + [before, after].map { amount($0.open[currency].value.minorUnits, currency) }
      )
      rows.append(
        [phrase("Weighted value, \(currency)")]
          + [before, after].map {
            $0.open[currency].weighted.map { amount($0.rounded(decimals: 0), currency) }
              ?? phrase("n/a")
          }
      )
    }
    add(phrase("Next step overdue")) { $0.open.overdue }
    add(phrase("No next step")) { $0.open.withoutStep }
    add(phrase("Idle for too long")) { $0.open.stale }
    add(phrase("Stuck in the stage")) { $0.open.stuck }
    add(phrase("Expected close passed")) { $0.closePassed }
    add(phrase("No value")) { $0.withoutValue }
    text.addTable(["", phrase("Before"), phrase("After")], rows)
  }

  /// A sum in full; one that no deal can have is cut to what can be written.
  private func amount(_ minorUnits: Int128, _ currency: Currency) -> String {
    MoneyText.full(Money(minorUnits: Int64(clamping: minorUnits), currency: currency))
  }
}

extension Waterfall.Cause {
  /// What it does to the open deals: `+`, or `−`.
  var sign: String {
    switch self {
    case .created, .increases, .reopened: "+"
    case .decreases, .won, .lost, .deleted: "−"
    }
  }
}
