import Board
import Interchange
import Pipeline

/// Meetings as JSON.
struct MeetingAnswer {
  private let names: StructureNames
  private let deals: DealAnswer

  /// Answers about what a source holds.
  init(_ source: MeetingSource) {
    names = source.workspace.names
    deals = DealAnswer(names: names, day: source.day)
  }

  /// What became of the pipeline, and what needs a decision.
  func json(_ news: PipelineNews, _ queue: ReviewQueue) -> JSONValue {
    .named([
      "since": point(news.since),
      "until": JSONValue(news.until),
      "waterfall": WaterfallAnswer.json(news.waterfall),
      "news": .array(news.items.map(json)),
      "reasons": .object(
        queue.byReason.map { JSONValue.Member($0.kind.rawValue, JSONValue($0.deals.count)) }
      ),
      "queue": .array(
        queue.entries.map { entry in
          guard case .object(let members) = deals.listed(entry.deal) else { return .null }
          let reasons = JSONValue.array(entry.reasons.map(json))
          return .object(members + JSONValue.members(["reasons": reasons]))
        }
      ),
    ])
  }

  /// A standup, person by person.
  func json(_ standup: Standup) -> JSONValue {
    .named([
      "day": JSONValue(standup.day),
      "since": point(standup.since),
      "people": .array(
        standup.turns.map { turn in
          .named([
            "name": JSONValue(turn.person?.name),
            "away_until": JSONValue(
              turn.person.flatMap { person in
                person.isAway(on: standup.day) ? person.awayUntil : nil
              }
            ),
            "open_deals": JSONValue(turn.openDeals),
            "news": .array(turn.news.map(json)),
            "due": .array(turn.due.map { json($0, on: standup.day) }),
            "stuck": .array(
              turn.stuck.map { attention in
                .named([
                  "deal": JSONValue(attention.deal.id.rawValue),
                  "title": .string(attention.deal.title),
                  "reasons": .array(attention.reasons.map { json(.clock($0)) }),
                ])
              }
            ),
          ])
        }
      ),
    ])
  }

  /// One person's day.
  func json(_ mine: MyDay, of person: Person) -> JSONValue {
    func steps(_ steps: [DueStep]) -> JSONValue {
      .array(steps.map { json($0, on: mine.day) })
    }
    return .named([
      "name": .string(person.name),
      "day": JSONValue(mine.day),
      "overdue": steps(mine.overdue),
      "today": steps(mine.today),
      "tomorrow": steps(mine.tomorrow),
      "this_week": steps(mine.thisWeek),
      "later": steps(mine.later),
      "without_step": .array(mine.withoutStep.map(deals.listed)),
    ])
  }

  private func point(_ point: LogPoint) -> JSONValue {
    .named([
      "day": JSONValue(point.day),
      "at": point.moment.map { .instant($0) } ?? .null,
    ])
  }

  private func json(_ due: DueStep, on day: Day) -> JSONValue {
    .named([
      "deal": JSONValue(due.deal.id.rawValue),
      "title": .string(due.deal.title),
      "step": DealAnswer.step(due.step),
      "days_late": JSONValue(due.daysLate(on: day)),
    ])
  }

  private func json(_ news: DealNews) -> JSONValue {
    var members = JSONValue.members([
      "deal": JSONValue(news.deal.id.rawValue),
      "title": .string(news.deal.title),
      "owner": JSONValue(names.name(of: news.deal.owner)),
      "value": JSONValue(news.deal.value),
      "currency": .string(news.deal.currency.code),
      "actor": JSONValue(news.actor),
    ])
    func add(_ kind: String, from: JSONValue = .null, to: JSONValue = .null) {
      members += JSONValue.members(["kind": .string(kind), "from": from, "to": to])
    }
    switch news.kind {
    case .created: add("created")
    case .moved(let from, let to):
      add(
        "moved",
        from: .string(names.name(of: from)),
        to: .string(names.name(of: to))
      )
    case .won: add("won")
    case .lost(let reason): add("lost", to: JSONValue(reason))
    case .reopened: add("reopened")
    case .deleted: add("deleted")
    case .slipped(let from, let to):
      add("slipped", from: JSONValue(from), to: JSONValue(to))
    case .closePassed(let day): add("close_passed", from: JSONValue(day))
    }
    return .object(members)
  }

  private func json(_ reason: ReviewReason) -> JSONValue {
    var (days, limit): (Int?, Int?) = (nil, nil)
    var (own, record): (Probability?, Share?) = (nil, nil)
    switch reason {
    case .clock(.overdue(let late)), .closePassed(let late): days = late
    case .clock(.stale(let idle, let most)), .clock(.stuck(let idle, let most)):
      (days, limit) = (idle, most)
    case .atOdds(let probability, let share): (own, record) = (probability, share)
    case .clock(.noNextStep), .noValue: break
    }
    return .named([
      "reason": .string(reason.kind.rawValue),
      "days": JSONValue(days),
      "limit": JSONValue(limit),
      "probability": JSONValue(own?.percent),
      "won": JSONValue(record?.part),
      "of": JSONValue(record?.whole),
    ])
  }
}
