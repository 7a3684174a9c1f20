import Pipeline
import Testing

@Suite struct ReviewSessionTests {
  private let today = day(3, 31)
  private let began = point(day(3, 31), 9 * 60)

  /// Three deals without a next step or value, in this order: the older first.
  private var stories: [DealStory] { (1...3).map { DealStory($0, created: day(3, 30)) } }

  private func queue(_ stories: [DealStory]) -> ReviewQueue {
    ReviewQueue(of: stories.map(\.deal), in: .sales, on: today, records: StageRecords())
  }

  private var session: ReviewSession {
    ReviewSession(queue(stories), draft: ReviewDraft(began: began))
  }

  /// The event that a change of a deal makes ten minutes into the review.
  private func event(_ deal: Int64, _ change: DealChange, place: Int = 2) -> DealEvent {
    DealEvent(
      sequence: deal * 1000 + Int64(place),
      id: EventID(high: UInt64(deal), low: UInt64(place)),
      step: numbered(1),
      actor: "Ana Souza",
      deal: numbered(deal),
      revision: Int32(place),
      recordedAt: moment(today, 9 * 60 + 10),
      day: today,
      change: change
    )
  }

  @Test func `a decision is learnt from the log, a note is none`() {
    var session = session

    session.take(event(1, .noted("a word")))
    #expect(!session.isDecided(numbered(1)))
    session.take(event(1, .moved(to: 2), place: 3))
    #expect(session.isDecided(numbered(1)))
    #expect(session.decidedCount == 1)
  }

  @Test func `what happened before it began, or to other deals, decides nothing`() {
    var session = session
    let early = stories[0].then(today, .won, at: 8 * 60).history.events[1]

    let changed = [session.take(early), session.take(event(9, .won))]

    #expect(changed == [false, false])
    #expect(session.decidedCount == 0)
  }

  @Test func `an undo undecides, a redo decides again`() {
    var session = session
    let undo = event(1, .undone(EventID(high: 1, low: 2)), place: 3)
    let redo = event(1, .undone(EventID(high: 1, low: 3)), place: 4)
    let again = event(1, .undone(EventID(high: 1, low: 4)), place: 5)

    session.take(event(1, .won))
    session.take(undo)
    #expect(!session.isDecided(numbered(1)))
    session.take(redo)
    #expect(session.isDecided(numbered(1)))
    session.take(again)
    #expect(!session.isDecided(numbered(1)))
  }

  @Test func `it goes on to the next that is open, comes back to what was left, and ends`() {
    var session = session
    session.move(by: 1)
    session.take(event(2, .won))
    session.goOn()
    #expect(session.deal == numbered(3))

    session.take(event(3, .won))
    session.goOn()
    #expect(session.deal == numbered(1))

    session.skip()
    #expect(session.isThrough)
    #expect(session.skippedCount == 1)
  }

  @Test func `a deal that was passed over and is decided later is passed over no more`() {
    var session = session

    session.skip()
    #expect(session.isSkipped(numbered(1)))
    session.take(event(1, .won))
    #expect(!session.isSkipped(numbered(1)))
  }

  @Test func `one broken off goes on with the first deal that is open`() {
    var session = session
    session.take(event(1, .won))
    session.goOn()
    session.skip()

    // Deal 1 is won and not in the new queue; 2 was passed over.
    let past = [event(1, .won)]
    let resumed = ReviewSession(
      queue(Array(stories.dropFirst())),
      draft: session.draft,
      past: past
    )

    #expect(resumed.deals == [numbered(1), numbered(2), numbered(3)])
    #expect(resumed.deal == numbered(3))
    #expect(resumed.decidedCount == 1)
  }

  @Test func `a change made in between by someone else is no decision of the review`() {
    let resumed = ReviewSession(
      queue(stories),
      draft: ReviewDraft(began: began),
      past: [event(1, .moved(to: 2))]
    )

    #expect(resumed.decidedCount == 0)
  }
}

@Suite struct ReviewDraftTests {
  @Test(arguments: [
    ReviewDraft(began: .end(of: day(3, 31))),
    ReviewDraft(
      began: LogPoint(day: day(3, 31), moment: Instant(milliseconds: 1_774_951_200_123)),
      order: .mostValue(12),
      decided: [EventID(high: 1, low: .max), EventID(high: 0xABC, low: 0)],
      skipped: [numbered(4), numbered(9)]
    ),
    ReviewDraft(began: .end(of: day(3, 31)), order: .byOwner, skipped: [numbered(1)]),
  ])
  func `its text is read back`(draft: ReviewDraft) {
    #expect(ReviewDraft(draft.text) == draft)
  }

  @Test(arguments: [
    "", "review 2\nbegan 2026-03-31\norder worst\ndecided\nskipped",
    "review 1\nbegan yesterday\norder worst\ndecided\nskipped",
    "review 1\nbegan 2026-03-31\norder best\ndecided\nskipped",
    "review 1\nbegan 2026-03-31\norder worst\ndecided 12\nskipped",
    "review 1\nbegan 2026-03-31\norder worst\ndecided\nskipped x",
    "review 1\nbegan 2026-03-31",
  ])
  func `another text is none`(text: String) {
    #expect(ReviewDraft(text) == nil)
  }
}
