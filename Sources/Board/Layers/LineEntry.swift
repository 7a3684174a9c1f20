import Pipeline

/// What a line that is typed over the footer means, and how it is understood.
///
/// What was understood is shown beside the line before it is taken.
enum LineEntry: Hashable, Sendable {
  /// A new deal: `Acme renewal 48k close:eoq`.
  case newDeal
  /// The value of a deal; nothing clears it.
  case value(Identifier<Deal>)
  /// The expected close of a deal; nothing clears it.
  case expectedClose(Identifier<Deal>)
  /// The next step of a deal: `call CFO tue 10:00`.
  case nextStep(Identifier<Deal>)
  /// Until when a deal is put aside, and why: `+1w waits for budget`; nothing takes it up again.
  case snooze(Identifier<Deal>)
  /// Why a deal is kept as it is, and until when: `waits for budget until 15-6`.
  case keep(Identifier<Deal>)
  /// What came of a step that was done; nothing: it was done.
  case outcome(Identifier<Deal>, step: Int32)
  /// One decision about many deals.
  case together(DecisionTogether)
  /// A topic to be talked about after the standup.
  case topic
  /// The person at a deal's customer and how they are reached.
  case contact(Identifier<Deal>)
  /// A note on a deal.
  case note(Identifier<Deal>)
  /// Winning a deal, with day and final value: `yesterday 52k`.
  case win(Identifier<Deal>)
  /// The goal of a period, of an owner or of the team: `400k`, `30 deals`, `2026-Q4 1.2m`; nothing
  /// removes the one that the line began with.
  case goal(Period, owner: Identifier<Person>?, present: Goal?)
  /// The name under which the day that is shown is saved as a baseline.
  case baseline
  /// The number of a deal to go to.
  case number
  /// The past day to look at; nothing comes back to today.
  case past

  /// What stands before the line.
  func prompt(_ board: BoardState) -> String {
    switch self {
    case .newDeal: phrase("add")
    case .value: phrase("value")
    case .expectedClose: phrase("expected close")
    case .nextStep: phrase("next step")
    case .snooze: phrase("put aside until")
    case .keep: phrase("keep, because")
    case .outcome: phrase("what came of it")
    case .together(let decision): decision.prompt
    case .topic: phrase("park")
    case .contact: board.actsOnSeveral ? phrase("person") : phrase("person, phone, mail")
    case .note: phrase("note")
    case .win: phrase("won on, for")
    case .goal(let period, let owner, _):
      phrase("goal for \(period)")
        + phrase(
          " of \(owner.flatMap { board.workspace.person($0)?.name } ?? phrase("the team"))"
        )
    case .baseline: phrase("save \(board.workspace.today) as")
    case .number: phrase("deal number")
    case .past: phrase("as of")
    }
  }

  /// Whether it changes deals that are there already: the marked ones, where some are.
  var isAboutDeals: Bool {
    switch self {
    case .value, .expectedClose, .nextStep, .snooze, .keep, .note, .win, .contact: true
    case .newDeal, .goal, .baseline, .number, .past, .outcome, .together, .topic: false
    }
  }

  /// The deals that it would change.
  func deals(in board: BoardState) -> [Deal] {
    switch self {
    case .value(let id), .expectedClose(let id), .nextStep(let id), .snooze(let id), .keep(let id),
      .note(let id), .win(let id), .contact(let id):
      board.subjects(or: id)
    case .outcome(let id, _): [board.workspace[id]].compactMap(\.self)
    case .together(let decision): decision.deals.compactMap { board.workspace[$0] }
    case .newDeal, .goal, .baseline, .number, .past, .topic: []
    }
  }

  /// What may be typed, shown while nothing is.
  var example: String {
    switch self {
    case .newDeal: phrase("Acme renewal 48k close:eoq owner:ana")
    case .value: phrase("48k, 7500.50, 1.2m; empty: none")
    case .expectedClose: phrase("fri, +2w, eom, eoq, 31-3; empty: none")
    case .nextStep: phrase("call CFO tue 10:00")
    case .snooze: phrase("+1w waits for budget; empty: take it up again")
    case .keep: phrase("waits for budget until +2w; no day: a week")
    case .outcome: phrase("they want an offer; empty: done")
    case .together(let decision): decision.example
    case .topic: phrase("what to talk about later")
    case .contact: phrase("Sam Fischer +49 30 901820 sam@falcon.example; empty: nobody")
    case .note: phrase("what is worth remembering")
    case .win: phrase("today 52k")
    case .goal: phrase("400k, 30 deals, 2026-Q4 1.2m; empty: none")
    case .baseline: phrase("Q1 start")
    case .number: "123"
    case .past: phrase("-7d, 31-3, 2025-12-31; empty: today")
    }
  }

  /// A line that was understood: what it means, in words, and what it does.
  struct Reading {
    var words: String
    var perform: @Sendable (inout BoardState, BoardClock) -> [Effect]
  }

  /// Reads the line.
  ///
  /// Throws the sentence that says what is wrong with it.
  func reading(of text: String, _ board: BoardState) throws(EntryError) -> Reading {
    let text = text.trimmed
    switch self {
    case .newDeal: return try newDeal(text, board)
    case .value(let id): return try value(text, of: id, board)
    case .expectedClose(let id): return try expectedClose(text, of: id, board)
    case .nextStep(let id): return try nextStep(text, of: id, board)
    case .snooze(let id): return try snooze(text, id, board)
    case .keep(let id): return try keep(text, id, board)
    case .outcome(let id, let step): return try outcome(text, of: step, id, board)
    case .together(let decision): return try decision.reading(of: text, board)
    case .topic: return try topic(text)
    case .contact(let id): return try contact(text, of: id, board)
    case .note(let id):
      guard !text.isEmpty else { throw EntryError(phrase("A note needs a word.")) }
      return Reading(words: "") { board, clock in
        board.note(text, on: board.subjects(or: id), clock)
      }
    case .win(let id): return try win(text, id, board)
    case .baseline:
      guard !text.isEmpty else { throw EntryError(phrase("A baseline needs a name.")) }
      return Reading(words: "") { board, _ in
        let day = board.workspace.today
        let edit = WorkspaceEdit.saveBaseline(in: board.pipelineID, name: text, day)
        return board.keep(.edit(edit, done: phrase("Saved \(day) as \"\(text)\".")))
      }
    case .goal(let period, let owner, let present):
      return try goal(text, period, owner, instead: present, board)
    case .past: return try past(text, board)
    case .number:
      guard let number = Int64(text.drop { $0 == "#" }), number > 0 else {
        throw EntryError(phrase("Type the number of a deal."))
      }
      return Reading(words: board.workspace[Identifier(rawValue: number)]?.title ?? "") {
        board,
        _ in
        board.goTo(Identifier(rawValue: number))
      }
    }
  }
}

/// Why a line cannot be taken, as a sentence.
struct EntryError: Error, Hashable {
  var sentence: String

  init(_ sentence: String) {
    self.sentence = sentence
  }
}

extension LineEntry {
  private func newDeal(_ text: String, _ board: BoardState) throws(EntryError) -> Reading {
    let pipeline = board.pipeline
    let context = QuickDeal.Context(
      pipeline: pipeline,
      people: board.workspace.people,
      currency: board.workspace.settings.currency,
      currencies: board.workspace.live(pipeline.id).currencies,
      today: board.clock.today
    )
    let quick: QuickDeal
    do { quick = try QuickDeal(text, in: context) } catch { throw EntryError(error.sentence) }
    let focused = board.focusedStage ?? pipeline.stages.last
    guard let stage = quick.stage.flatMap({ pipeline.stage($0) }) ?? focused else {
      throw EntryError(phrase("The pipeline has no stage."))
    }
    var draft = DealDraft(
      title: quick.title,
      pipeline: pipeline.id,
      stage: stage.id,
      currency: quick.value?.currency ?? board.workspace.settings.currency,
      minorUnits: quick.value?.minorUnits,
      owner: quick.owner ?? board.me,
      organization: quick.organization,
      contact: quick.contact,
      labels: quick.labels,
      probability: quick.probability,
      expectedClose: quick.expectedClose
    )
    if let category = quick.category { draft.category = category }
    let words =
      [quick.title, quick.value.map(MoneyText.full), stage.name]
      + [quick.expectedClose.map { phrase("close ") + DayText.date($0, today: board.clock.today) }]
      + [draft.owner.flatMap { board.workspace.person($0)?.name }]
      + [quick.owner == .some(nil) ? phrase("nobody") : nil]
    let made = draft
    let understood = words.compactMap(\.self).joined(separator: " · ")
    return Reading(words: understood) { board, clock in
      board.commitNewDeal(
        made,
        on: clock.today,
        summary: phrase("add \(made.title)"),
        done: phrase("Added \(understood)"),
        clock
      )
    }
  }

  private func value(
    _ text: String,
    of id: Identifier<Deal>,
    _ board: BoardState
  ) throws(EntryError) -> Reading {
    let currency = board.workspace[id]?.currency ?? board.currency
    var money: Money?
    if !text.isEmpty {
      do { money = try AmountParser(currency: currency).money(text) } catch {
        throw EntryError(error.sentence)
      }
    }
    let words = money.map(MoneyText.full) ?? phrase("no value")
    let (amount, chosen) = (money?.minorUnits, money?.currency ?? currency)
    return Reading(words: words) { board, clock in
      board.value(board.subjects(or: id), at: amount, chosen, clock)
    }
  }

  private func expectedClose(
    _ text: String,
    of id: Identifier<Deal>,
    _ board: BoardState
  ) throws(EntryError) -> Reading {
    let today = board.clock.today
    let day = DayParser(today: today).day(text)
    guard text.isEmpty || day != nil else {
      throw EntryError(
        phrase("\"\(text)\" names no day. Write fri, +2w, eom, eoq, 31-3 or 2026-03-31.")
      )
    }
    let words =
      day.map { "\(DayText.weekday($0.weekday)) \(DayText.full($0))" } ?? phrase("no date")
    return Reading(words: words) { board, clock in
      board.expectClose(of: board.subjects(or: id), on: day, clock)
    }
  }

  private func nextStep(
    _ text: String,
    of id: Identifier<Deal>,
    _ board: BoardState
  ) throws(EntryError) -> Reading {
    let step = try StepLine(typed: text, today: board.clock.today)
    let shown = PlannedStep(
      number: 1,
      due: step.due,
      minuteOfDay: step.minuteOfDay,
      activity: step.activity
    )
    let words =
      "\(phrase(named: step.activity.kind)) · "
      + DayText.step(shown, today: board.clock.today)
    return Reading(words: words) { board, clock in
      let deals = board.subjects(or: id)
      return board.plan(deals, due: step.due, minuteOfDay: step.minuteOfDay, step.activity, clock)
    }
  }

  private func snooze(
    _ text: String,
    _ id: Identifier<Deal>,
    _ board: BoardState
  ) throws(EntryError) -> Reading {
    let today = board.clock.today
    let (until, reason) = try Self.snoozing(text, today: today)
    let day = until.map { DayText.near($0, today: today) }
    let said = day.map { phrase("until \($0)") } ?? phrase("taken up again")
    return Reading(words: [said, reason].compactMap(\.self).joined(separator: " · ")) {
      board,
      clock in
      board.snooze(board.subjects(or: id), until: until, because: reason, clock)
    }
  }

  /// What stands in the line that puts deals aside when it is opened.
  static let usualSnooze = "+1w"

  /// A day, and after it a word why; nothing: no day.
  static func snoozing(
    _ text: String,
    today: Day
  ) throws(EntryError) -> (until: Day?, why: String?) {
    let words = text.split(separator: " ").map(String.init)
    guard !words.isEmpty else { return (nil, nil) }
    guard let match = DayParser(today: today).match(words[...]), match.day > today else {
      throw EntryError(phrase("Begin with a day after today: +1w, mon, eom, 31-3."))
    }
    let why = words.dropFirst(match.count).joined(separator: " ")
    return (match.day, why.isEmpty ? nil : why)
  }

  private func past(_ text: String, _ board: BoardState) throws(EntryError) -> Reading {
    let today = board.wallClock.today
    guard !text.isEmpty else {
      return Reading(words: phrase("today")) { board, _ in board.goToToday() }
    }
    guard let day = DayParser(today: today, looksBack: true).day(text) else {
      throw EntryError(phrase("\"\(text)\" names no day. Write -7d, 31-3 or 2025-12-31."))
    }
    guard day <= today else { throw EntryError(phrase("\(day) is after today.")) }
    let words = "\(DayText.weekday(day.weekday)) \(DayText.full(day))"
    return Reading(words: words) { board, _ in
      if day == today { return board.goToToday() }
      board.message = Message(.notice, phrase("Looking up \(day) …"))
      return [.loadPast(day)]
    }
  }

  private func win(
    _ text: String,
    _ id: Identifier<Deal>,
    _ board: BoardState
  ) throws(EntryError) -> Reading {
    guard let deal = board.workspace[id] else { throw EntryError(phrase("The deal is gone.")) }
    var day = board.clock.today
    var money: Money?
    var words = text.split(separator: " ").map(String.init)[...]
    while let word = words.first {
      let named = DayParser(today: board.clock.today, looksBack: true).match(words)
      let amount = try? AmountParser(currency: deal.currency).money(word)
      // A deal is won by today, so that `12k`, twelve quarters in Dutch, is an amount here.
      if let named, named.day <= board.clock.today || amount == nil {
        day = named.day
        words = words.dropFirst(named.count)
        continue
      }
      guard let amount else {
        throw EntryError(phrase("\"\(word)\" is neither a day nor an amount."))
      }
      money = amount
      words = words.dropFirst()
    }
    guard day <= board.clock.today else { throw EntryError(phrase("\(day) is after today.")) }
    let value =
      if board.actsOnSeveral {
        money.map { phrase("\(MoneyText.full($0)) each") } ?? phrase("each at its own value")
      } else {
        (money ?? deal.value).map(MoneyText.full)
      }
    let said = [DayText.near(day, today: board.clock.today, isPast: true), value]
      .compactMap(\.self).joined(separator: " · ")
    let (wonOn, final) = (day, money)
    return Reading(words: said) { board, clock in
      board.win(id, on: wonOn, for: final, clock)
    }
  }
}

extension BoardState {
  /// Wins a deal on a day, for a final value where one is given.
  fileprivate mutating func win(
    _ id: Identifier<Deal>,
    on day: Day,
    for money: Money?,
    _ clock: BoardClock
  ) -> [Effect] {
    act(
      on: subjects(or: id),
      words: { .won($0, for: money.map(MoneyText.full)) },
      changes: { deal in
        var changes: DealChanges = []
        if let money, money != deal.value {
          changes.append((.valued(money.minorUnits, money.currency), day))
        }
        return changes + [(.won, day)]
      },
      clock
    )
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmed: String {
    let blank = { (character: Character) in character.isWhitespace }
    guard let first = firstIndex(where: { !blank($0) }), let last = lastIndex(where: { !blank($0) })
    else { return "" }
    return String(self[first...last])
  }
}
