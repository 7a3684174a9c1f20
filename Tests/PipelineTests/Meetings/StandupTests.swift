import Pipeline
import Testing

@Suite struct StandupTests {
  private let today = day(3, 31)
  private let people: [Person] = [
    .fixture(2, "Rita Sato"), .fixture(1, "Ana Souza"), .fixture(3, "Tom Okafor", isActive: false),
  ]

  private func standup(
    _ stories: [DealStory],
    attendance: Standup.Attendance = .team
  ) -> Standup {
    Standup(
      of: stories.map(\.history),
      in: .sales,
      people: people,
      since: point(day(3, 30), 9 * 60),
      on: today,
      attendance: attendance
    )
  }

  @Test func `the active people have turns in the kept order, and nobody's deals come last`() {
    let stories = [
      DealStory(1, created: day(3, 31)), DealStory(2, created: day(3, 1), owner: 3),
    ]

    #expect(standup(stories).turns.map { $0.person?.name } == ["Rita Sato", "Ana Souza", nil])
    #expect(standup([]).turns.map { $0.person?.name } == ["Rita Sato", "Ana Souza"])
  }

  @Test func `minutes that nobody sits through name everyone who owns an open deal`() {
    let stories = [
      DealStory(1, created: day(3, 1), owner: 1), DealStory(2, created: day(3, 1), owner: 3),
      DealStory(3, created: day(3, 1), owner: 2).then(day(3, 2), .won),
    ]
    let turns = standup(stories, attendance: .owners).turns

    #expect(turns.map { $0.person?.name } == ["Ana Souza", "Tom Okafor"])
  }

  @Test func `news goes to the deal's owner and names who did it`() {
    let story = DealStory(1, "Acme", created: day(3, 1), owner: 1)
      .then(day(3, 30), .moved(to: 3), at: 10 * 60, by: "Rita Sato")
    let turn = standup([story]).turns[1]

    #expect(turn.news.map(\.kind) == [.moved(from: numbered(1), to: numbered(3))])
    #expect(turn.news.map(\.actor) == ["Rita Sato"])
  }

  @Test func `what is due today and what is overdue is due, tomorrow is not`() {
    let story = DealStory(1, created: day(3, 30), owner: 1)
      .then(day(3, 30), .planned(1, day(4, 1)))
      .then(day(3, 30), .planned(2, today))
      .then(day(3, 30), .planned(3, today, at: 600))
      .then(day(3, 30), .planned(4, day(3, 29)))

    #expect(standup([story]).turns[1].due.map(\.step.number) == [4, 3, 2])
  }

  @Test func `stuck names what is stale or stuck, not what is due`() {
    // In the first stage, with an idle limit of 14 days, since 1 March: 30 days, 16 past.
    let story = DealStory(1, created: day(3, 1), owner: 1)

    #expect(
      standup([story]).turns[1].stuck.map(\.reasons) == [[.stale(days: 30, limit: 14)]]
    )
  }
}

@Suite struct StandupSessionTests {
  private let start = Instant(milliseconds: 0)

  private func minute(_ count: Int) -> Instant { Instant(milliseconds: Int64(count) * 60_000) }

  private func session(turns: Int = 3) -> StandupSession {
    let people = (1...turns).map { Person.fixture(Int64($0), "Person \($0)") }
    return StandupSession(
      Standup(
        of: [],
        in: .sales,
        people: people,
        since: .end(of: day(3, 30)),
        on: day(3, 31)
      )
    )
  }

  @Test func `the clock stands still until the first key`() {
    var session = session()
    #expect(session.timer.elapsed(at: minute(5)) == 0)

    session.noticeKey(at: minute(5))
    session.noticeKey(at: minute(6))

    #expect(session.timer.elapsed(at: minute(7)) == 2 * 60_000)
  }

  @Test func `a turn may take the time left divided by the turns left`() {
    var session = session()
    session.noticeKey(at: start)
    // 15 minutes for three: five each.
    #expect(session.timer.turnLimit == 5 * 60_000)

    // The first takes three: 12 left for two, six each.
    session.next(at: minute(3))
    #expect(session.timer.turnLimit == 6 * 60_000)
    #expect(session.timer.turnLeft(at: minute(5)) == 4 * 60_000)

    // The second takes eleven: one minute is left for the last.
    session.next(at: minute(14))
    #expect(session.timer.turnLimit == 60_000)
    #expect(session.timer.turnLeft(at: minute(16)) == -60_000)
    #expect(session.timer.left(at: minute(16)) == -60_000)
  }

  @Test func `a pause takes no time`() {
    var session = session()
    session.noticeKey(at: start)
    session.togglePause(at: minute(2))
    #expect(session.timer.elapsed(at: minute(9)) == 2 * 60_000)

    session.togglePause(at: minute(10))
    #expect(session.timer.elapsed(at: minute(11)) == 3 * 60_000)
  }

  @Test func `a key does not end a pause`() {
    var session = session()
    session.noticeKey(at: start)
    session.togglePause(at: minute(2))
    session.noticeKey(at: minute(3))
    session.next(at: minute(3))

    #expect(!session.timer.isRunning)
  }

  @Test func `who is passed over is remembered, unless their turn comes after all`() {
    var session = session()
    session.skip(at: start)
    #expect(session.turn?.person?.name == "Person 2")
    #expect(session.skipped == [0])

    session.back(at: start)
    session.next(at: start)
    #expect(session.skipped == [])
  }

  @Test func `after the last turn it is over and the clock stops`() {
    var session = session(turns: 1)
    session.noticeKey(at: start)
    session.next(at: minute(4))

    #expect(session.isOver)
    #expect(session.turn == nil)
    #expect(session.timer.elapsed(at: minute(9)) == 4 * 60_000)

    session.back(at: minute(10))
    #expect(session.turn?.person?.name == "Person 1")
    #expect(session.timer.isRunning)
  }

  @Test func `a topic is parked with who was on`() {
    var session = session()
    session.next(at: start)
    session.park("prices for resellers")

    #expect(session.topics.map(\.text) == ["prices for resellers"])
    #expect(session.topics.map { $0.person?.name } == ["Person 2"])
  }

  @Test func `news that comes meanwhile leaves the turn where it is`() {
    var session = session()
    session.next(at: start)
    let fewer = Standup(
      of: [],
      in: .sales,
      people: [.fixture(2, "Person 2"), .fixture(3, "Person 3")],
      since: .end(of: day(3, 30)),
      on: day(3, 31)
    )

    session.refresh(fewer)

    #expect(session.turn?.person?.name == "Person 2")
    #expect(session.place == 0)
  }
}
