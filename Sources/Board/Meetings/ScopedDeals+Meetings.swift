import Pipeline

extension ScopedDeals {
  private func person(_ id: Identifier<Person>?) -> Person? {
    id.flatMap { id in structure.people.first { $0.id == id } }
  }

  private var text: MinutesText {
    let source = source
    return MinutesText(
      words: MeetingWords(pipeline: pipeline, people: structure.people, today: scope.asOf)
    ) { source.localTime(of: $0).minuteOfDay }
  }

  /// Prepares a review, or goes on with the one that was broken off.
  func review(_ choice: ReviewChoice) throws(Source.Failure) -> ReviewStart {
    let owner = person(choice.owner)
    let records = try source.meetings(of: scope.pipeline)
    let name = owner?.name ?? ""
    let kept = records.drafts.first {
      $0.kind == .review && $0.pipeline == scope.pipeline && $0.scope == name
    }
    return ReviewStart(
      of: try source.allHistories(),
      in: pipeline,
      people: structure.people,
      main: choice.main,
      since: records.held.lastEnd(of: .review, scope: name, asOf: scope.asOf),
      kept: choice.startsAnew ? nil : kept?.text,
      owner: owner,
      order: choice.order,
      now: choice.now
    )
  }

  /// Writes the minutes of a review.
  func minutes(_ choice: MinutesChoice) throws(Source.Failure) -> MinutesReport {
    let histories = try source.allHistories()
    let deals = histories.compactMap { $0.deal(asOf: choice.ended.day) }
    let minutes = ReviewMinutes(
      of: histories,
      in: pipeline,
      draft: choice.draft,
      since: choice.since,
      owner: person(choice.owner),
      leader: choice.leader,
      ended: choice.ended,
      records: StageRecords(
        Figures(of: deals, pipeline: pipeline, asOf: choice.ended.day)
      )
    )
    return MinutesReport(minutes: minutes, markdown: text.markdown(minutes))
  }

  /// Prepares a standup.
  func standup() throws(Source.Failure) -> StandupReport {
    let records = try source.meetings(of: scope.pipeline)
    let since =
      records.held.lastEnd(of: .standup, asOf: scope.asOf) ?? Standup.firstLook(on: scope.asOf)
    let kept = records.drafts.first { $0.kind == .standup && $0.pipeline == scope.pipeline }
    let standup = Standup(
      of: try source.allHistories(),
      in: pipeline,
      people: structure.people,
      since: since,
      on: scope.asOf
    )
    return StandupReport(
      standup: standup,
      sinceMinute: since.moment.map { source.localTime(of: $0).minuteOfDay },
      kept: kept.flatMap { StandupDraft($0.text) }
    )
  }

  /// Sorts out one person's day, over all pipelines.
  func day(of person: Identifier<Person>) throws(Source.Failure) -> DayReport {
    var own: [Deal] = []
    try source.deals(asOf: scope.asOf) { deal in
      if deal.owner == person, deal.status.isOpen, !deal.isDeleted { own.append(deal) }
    }
    var contacts: [Identifier<Deal>: Contact] = [:]
    for deal in own {
      guard let name = deal.contact else { continue }
      contacts[deal.id] = try source.contact(named: name, at: deal.organization)
    }
    return DayReport(day: MyDay(of: own, owner: person, on: scope.asOf), contacts: contacts)
  }

  /// Sorts the deals that are shown: the open ones, and closed ones where the filter asks for them.
  func list(_ order: DealListOrder) throws(Source.Failure) -> DealListReport {
    var found: [Deal] = []
    let test = test
    let wantsClosed = ["status:", "reason:"].contains { word in
      scope.narrowing.filterText.lowercased().split(separator: " ").contains {
        $0.drop { $0 == "-" }.hasPrefix(word)
      }
    }
    try source.deals(asOf: scope.asOf) { deal in
      if !deal.isDeleted, wantsClosed || deal.status.isOpen, test(deal) { found.append(deal) }
    }
    let deals = DealListSort(order, pipeline, structure.people, on: scope.asOf).sorted(found)
    return DealListReport(deals: deals, order: order)
  }
}
