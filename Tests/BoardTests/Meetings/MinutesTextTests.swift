import Pipeline
import Testing

@testable import Board

@Suite struct MinutesTextTests {
  private static let today = ReportBoard.today
  private static let nine = moment(9 * 60)

  private let text = MinutesText(
    words: MeetingWords(
      pipeline: ReportBoard.pipeline,
      people: ReportBoard.people,
      today: today
    )
  ) { ($0.secondOfDay(secondsFromUTC: 0)) / 60 }

  private static func moment(_ minute: Int64) -> Instant {
    Instant(milliseconds: Int64(today.number) * 86_400_000 + minute * 60_000)
  }

  private func march(_ dayOfMonth: Int) -> Day { Self.today - (31 - dayOfMonth) }

  /// The history with what happened today recorded ten minutes into the meeting.
  private func recorded(_ history: DealHistory, by actor: String = "Ana Souza") -> DealHistory {
    DealHistory(
      events: history.events.map { event in
        event.day < Self.today
          ? event
          : DealEvent(
            sequence: event.sequence,
            id: event.id,
            step: event.step,
            actor: actor,
            deal: event.deal,
            revision: event.revision,
            recordedAt: Self.moment(9 * 60 + 10),
            day: event.day,
            change: event.change
          )
      }
    )
  }

  private let callCFO = PlannedStep(
    number: 1,
    due: today + 2,
    minuteOfDay: 600,
    activity: Activity(kind: .call, text: "call CFO")
  )

  /// Acme is lost in the review, Beta gets a step, Gamma is kept, Delta was won before, and about
  /// Left nothing is decided.
  private var histories: [DealHistory] {
    [
      recorded(
        .fixture(
          1,
          "Acme *renewal*",
          48_000,
          created: march(1),
          owner: 1,
          then: [(Self.today, .lost(reason: "price"))]
        ),
        by: "Ben Okafor"
      ),
      recorded(
        .fixture(
          2,
          "Beta",
          12_000,
          created: march(30),
          owner: 2,
          then: [(Self.today, .stepPlanned(callCFO))]
        )
      ),
      recorded(
        .fixture(
          3,
          "Gamma",
          created: march(30),
          owner: 1,
          then: [
            (Self.today, .snoozed(until: Self.today + 7, reason: "budget in April", isKept: true))
          ]
        )
      ),
      .fixture(
        4,
        "Delta",
        9_000,
        created: march(2),
        owner: 2,
        then: [(march(25), .moved(to: Identifier(rawValue: 2))), (march(26), .won)]
      ),
      .fixture(5, "Left", 700, created: march(30)),
    ]
  }

  @Test func `a review's minutes say what happened, who decided what, what is due, what is left`() {
    let minutes = ReviewMinutes(
      of: histories,
      in: ReportBoard.pipeline,
      draft: ReviewDraft(
        began: LogPoint(day: Self.today, moment: Self.nine),
        decided: [1, 2, 3].map { EventID(high: $0, low: 1) }
      ),
      since: .end(of: march(24)),
      owner: nil,
      leader: "Ana Souza",
      ended: LogPoint(day: Self.today, moment: Self.moment(9 * 60 + 30)),
      records: StageRecords()
    )

    // Then: Acme 48,000 and Delta 9,000. Weighted at the first stage's 10 %: 60,700 and 12,700.
    #expect(
      text.markdown(minutes) == """
        # Pipeline review: Sales, Tue 31 Mar 2026

        Whole team, led by Ana Souza, 9:00 to 9:30. Since the review of Tue 24 Mar 2026.

        ## Since then

        | EUR | Deals | Value |
        | :-- | --: | --: |
        | open then | 2 | €57,000 |
        | + created | 3 | €12,700 |
        | − won | 1 | €9,000 |
        | open at the beginning | 4 | €60,700 |

        ### Won: 1

        - **Delta**, €9,000, Ben Okafor: won (by Ana Souza)

        ### New: 3

        - **Beta**, €12,000, Ben Okafor: new (by Ana Souza)
        - **Left**, €700: new (by Ana Souza)
        - **Gamma**, Ana Souza: new

        ## Decided

        - **Acme \\*renewal\\***, €48,000, Ana Souza (idle for 30 of 14 days, no next step): \
        Ben Okafor: lost, price
        - **Beta**, €12,000, Ben Okafor (no next step): Ana Souza: call CFO by Thu 2 Apr 10:00
        - **Gamma**, Ana Souza (no next step, no value): Ana Souza: kept until Tue 7 Apr: \
        budget in April

        ## Due

        - Thu 2 Apr 10:00: call CFO, **Beta** (Ben Okafor)
        - Tue 7 Apr: look again at **Gamma** (Ana Souza), budget in April

        ## Left undecided: 1 deal

        - **Left**, €700: no next step

        ## Numbers

        |  | Before | After |
        | :-- | --: | --: |
        | Open deals | 4 | 3 |
        | Open value, EUR | €60,700 | €12,700 |
        | Weighted value, EUR | €6,070 | €1,270 |
        | Next step overdue | 0 | 0 |
        | No next step | 4 | 2 |
        | Idle for too long | 1 | 0 |
        | Stuck in the stage | 0 | 0 |
        | Expected close passed | 0 | 0 |
        | No value | 1 | 1 |

        """
    )
  }

  @Test func `one decision about many deals is one point`() {
    let many = (1...12).map { number in
      recorded(
        .fixture(
          Int64(number),
          "Deal \(number)",
          created: march(30),
          then: [(Self.today, .snoozed(until: Self.today + 7, reason: "clean up", isKept: true))]
        )
      )
    }
    let minutes = ReviewMinutes(
      of: many,
      in: ReportBoard.pipeline,
      draft: ReviewDraft(
        began: LogPoint(day: Self.today, moment: Self.nine),
        decided: (1...12).map { EventID(high: $0, low: 1) }
      ),
      since: nil,
      owner: nil,
      leader: "Ana Souza",
      ended: .end(of: Self.today),
      records: StageRecords()
    )
    let written = text.markdown(minutes)

    #expect(
      written.contains(
        "- 12 deals: Ana Souza: kept until Tue 7 Apr: clean up. **Deal 1**, **Deal 2**"
      )
    )
    #expect(written.contains("**Deal 10** and 2 more\n"))
    #expect(
      written.contains("The first review; it looks back to the end of Tue 24 Mar 2026.")
    )
  }

  @Test func `a standup's summary names who did what for whom, and what was parked`() {
    let late = PlannedStep(
      number: 1,
      due: march(29),
      activity: Activity(kind: .mail, text: "send offer")
    )
    let deals: [DealHistory] = [
      .fixture(
        1,
        "Acme",
        48_000,
        created: march(1),
        owner: 2,
        then: [
          (march(29), .stepPlanned(late)), (march(31), .moved(to: Identifier(rawValue: 3))),
        ]
      ),
      .fixture(2, "Beta", created: march(2), owner: 2),
    ]
    var session = StandupSession(
      Standup(
        of: deals,
        in: ReportBoard.pipeline,
        people: ReportBoard.people,
        since: LogPoint(day: march(30), moment: nil),
        on: Self.today
      )
    )
    session.skip(at: Self.nine)
    session.park("Who owns resellers?")

    #expect(
      text.markdown(session) == """
        # Standup: Sales, Tue 31 Mar 2026

        Since the end of Mon 30 Mar 2026.

        ## Ana Souza (passed over)

        Nothing since, nothing due, nothing stuck.

        ## Ben Okafor

        Since then:

        - **Acme**, €48,000: Lead In → Demo Scheduled (by Ana Souza)

        Today:

        - overdue by 2 days: send offer, **Acme**

        Stuck:

        - **Beta**: idle for 29 of 14 days

        ## Parked

        - Who owns resellers? (Ben Okafor)

        """
    )
  }
}
