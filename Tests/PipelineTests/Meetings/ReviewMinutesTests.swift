import Pipeline
import Testing

@Suite struct ReviewMinutesTests {
  private let today = day(3, 31)
  private let nine = 9 * 60

  /// Minutes of a review on 31 March from nine to half past.
  private func minutes(
    _ stories: [DealStory],
    decided: [EventID],
    owner: Person? = nil
  ) -> ReviewMinutes {
    ReviewMinutes(
      of: stories.map(\.history),
      in: .sales,
      draft: ReviewDraft(began: point(today, nine), decided: decided),
      since: point(day(3, 24), nine),
      owner: owner,
      leader: "Ana Souza",
      ended: point(today, nine + 30),
      records: StageRecords()
    )
  }

  /// Lost in the review, of 1,000.
  private var lost: DealStory {
    DealStory(1, "Lost", created: day(3, 1), minorUnits: 1000, owner: 1)
      .then(today, .lost(reason: "price"), at: nine + 5, by: "Rita Sato")
  }

  /// Given a next step in the review, of 500.
  private var planned: DealStory {
    DealStory(2, "Planned", created: day(3, 30), minorUnits: 500, owner: 2)
      .then(today, .planned(1, day(4, 2)), at: nine + 2)
  }

  /// Kept in the review, without a value.
  private var kept: DealStory {
    DealStory(3, "Kept", created: day(3, 30), owner: 1)
      .then(today, .snoozed(until: day(4, 1), reason: "budget in April"), at: nine + 9)
  }

  /// Not decided, of 200 dollars.
  private let left = DealStory(4, "Left", created: day(3, 30), currency: .dollar, minorUnits: 200)

  private var all: [DealStory] { [lost, planned, kept, left] }

  private var whole: ReviewMinutes {
    minutes(all, decided: [planned.event(2), lost.event(2), kept.event(2)])
  }

  @Test func `decisions stand in the order they were made in the log, with actor and reasons`() {
    let decisions = whole.decisions

    // The sequence numbers of the fixture follow the deals' numbers.
    #expect(decisions.map(\.deal.title) == ["Lost", "Planned", "Kept"])
    #expect(decisions[0].acts.map(\.actor) == ["Rita Sato"])
    #expect(decisions[0].acts.map(\.change) == [.lost(reason: "price")])
    // Created on 1 March, with an idle limit of 14 days: on the 31st idle for 30, 16 past.
    #expect(
      decisions[0].reasons == [.clock(.stale(days: 30, limit: 14)), .clock(.noNextStep)]
    )
  }

  @Test func `what is due comes soonest first`() {
    #expect(whole.due.map(\.day) == [day(4, 1), day(4, 2)])
    #expect(whole.due.map(\.deal.title) == ["Kept", "Planned"])
    #expect(whole.due.first?.kind == .lookAgain(reason: "budget in April"))
  }

  @Test func `the numbers stand before and after`() {
    let euros = (whole.before.open[.euro].value, whole.after.open[.euro].value)

    #expect(whole.before.open.deals == 4)
    #expect(whole.after.open.deals == 3)
    #expect(euros.0.minorUnits == 1500)
    #expect(euros.1.minorUnits == 500)
    // Before, nobody had a next step; then one is lost, one planned.
    #expect(whole.before.open.withoutStep == 4)
    #expect(whole.after.open.withoutStep == 2)
    #expect(whole.before.open.stale == 1)
    #expect(whole.after.open.stale == 0)
    #expect(whole.before.withoutValue == 1)
  }

  @Test func `what still needs a decision is named, and what was decided is not`() {
    #expect(whole.undecided.map(\.deal.title) == ["Left"])
  }

  @Test func `a decision that was taken back is none`() {
    let taken = lost.then(today, .undone(lost.event(2)), at: nine + 6)
    let minutes = minutes([taken, planned], decided: [taken.event(2), planned.event(2)])

    #expect(minutes.decisions.map(\.deal.title) == ["Planned"])
    #expect(minutes.undecided.map(\.deal.title) == ["Lost"])
  }

  @Test func `a step that was planned and done before the end is not due`() {
    let done = planned.then(
      today,
      .stepDone(1, Activity(kind: .call, text: "")),
      at: nine + 20
    )

    #expect(minutes([done], decided: [done.event(2)]).due == [])
  }

  @Test func `the news is what happened before it began, not what was decided in it`() {
    let early = DealStory(5, "Early", created: day(3, 1), owner: 1).then(today, .won, at: 8 * 60)
    let minutes = minutes(all + [early], decided: [lost.event(2)])

    #expect(minutes.news.items.map(\.deal.title).filter { $0 == "Lost" } == [])
    #expect(minutes.news.items.first?.kind == .won)
  }

  @Test func `one owner's minutes are about that owner's deals`() {
    let minutes = minutes(all, decided: [lost.event(2)], owner: .fixture(1, "Ana Souza"))

    #expect(minutes.before.open.deals == 2)
    #expect(minutes.undecided.map(\.deal.title) == [])
  }
}
