import Pipeline
import Testing

@Suite struct LogPointTests {
  @Test func `a meeting knows what was recorded on its day before it`() {
    let nine = point(day(3, 10), 9 * 60)
    let story = DealStory(1, created: day(3, 9), at: 10 * 60)
      .then(day(3, 10), .noted("before"), at: 9 * 60)
      .then(day(3, 10), .noted("after"), at: 9 * 60 + 1)
      .then(day(3, 11), .noted("next day"), at: 0)

    #expect(story.history.events.map(nine.covers) == [true, true, false, false])
  }

  @Test func `the end of a day knows all that happened on it`() {
    let story = DealStory(1, created: day(3, 9), at: 1439).then(day(3, 10), .noted("after"))

    #expect(story.history.events.map(LogPoint.end(of: day(3, 9)).covers) == [true, false])
  }

  @Test func `a waterfall may begin and end on one day`() {
    // At nine: 1,000 and 2,000 open. Later that day one is won, one of 500 comes, one loses 200.
    let morning = 8 * 60
    let later = 11 * 60
    let stories = [
      DealStory(1, created: day(3, 9), minorUnits: 1000).then(day(3, 10), .won, at: later),
      DealStory(2, created: day(3, 10), at: morning, minorUnits: 2000)
        .then(day(3, 10), .valued(1800, .euro), at: later),
      DealStory(3, created: day(3, 10), at: later, minorUnits: 500),
      DealStory(4, created: day(3, 9), minorUnits: 9000)
        .then(day(3, 10), .lost(reason: nil), at: morning),
    ]

    let waterfall = Waterfall(
      of: stories.map(\.history),
      pipeline: numbered(1),
      from: point(day(3, 10), 9 * 60),
      to: day(3, 10)
    )
    let flow = waterfall.byCurrency[.euro]

    #expect(flow?.start.deals == 2)
    #expect(flow?.start.minorUnits == 3000)
    #expect(flow?[.won].minorUnits == 1000)
    #expect(flow?[.lost].deals == 0)
    #expect(flow?[.created].minorUnits == 500)
    #expect(flow?[.decreases].minorUnits == 200)
    // 3,000 + 500 − 200 − 1,000 = 2,300.
    #expect(flow?.end.minorUnits == 2300)
    #expect(waterfall.closes)
  }
}
