import Pipeline
import Testing

@Suite struct MyDayTests {
  /// A Tuesday.
  private let today = day(3, 31)

  private func deal(_ number: Int64, _ due: Day, at minute: Int16? = nil, owner: Int64 = 1) -> Deal
  {
    Deal.fixture(number, created: day(3, 1), owner: owner)
      .after(.planned(1, due, at: minute), on: day(3, 1))
  }

  private func mine(_ deals: [Deal], on today: Day? = nil) -> MyDay {
    MyDay(of: deals, owner: numbered(1), on: today ?? self.today)
  }

  private func numbers(_ steps: [DueStep]) -> [Int64] { steps.map(\.deal.id.rawValue) }

  @Test func `steps stand under the time they are due`() {
    let mine = mine([
      deal(1, day(3, 30)), deal(2, day(3, 29)), deal(3, today), deal(4, day(4, 1)),
      deal(5, day(4, 2)), deal(6, day(4, 5)), deal(7, day(4, 6)),
    ])

    #expect(numbers(mine.overdue) == [2, 1])
    #expect(numbers(mine.today) == [3])
    #expect(numbers(mine.tomorrow) == [4])
    // The week ends on Sunday, 5 April.
    #expect(numbers(mine.thisWeek) == [5, 6])
    #expect(numbers(mine.later) == [7])
  }

  @Test func `today goes by the hour, without a time last`() {
    let mine = mine([deal(1, today), deal(2, today, at: 15 * 60), deal(3, today, at: 9 * 60)])

    #expect(numbers(mine.today) == [3, 2, 1])
  }

  @Test func `on a Sunday the next Monday is tomorrow and the week is over`() {
    let mine = mine([deal(1, day(4, 6)), deal(2, day(4, 7))], on: day(4, 5))

    #expect(numbers(mine.tomorrow) == [1])
    #expect(numbers(mine.thisWeek) == [])
    #expect(numbers(mine.later) == [2])
  }

  @Test func `others' deals and closed ones are none of my day`() {
    #expect(
      numbers(mine([deal(1, today, owner: 2), deal(2, today).after(.won, on: today)]).today) == []
    )
  }

  @Test func `deals without a next step are named, the more valuable first`() {
    let deals = [
      Deal.fixture(1, created: day(3, 1), minorUnits: 5, owner: 1),
      Deal.fixture(2, created: day(3, 1), minorUnits: 9, owner: 1), deal(3, today),
    ]

    #expect(mine(deals).withoutStep.map(\.id.rawValue) == [2, 1])
  }
}
