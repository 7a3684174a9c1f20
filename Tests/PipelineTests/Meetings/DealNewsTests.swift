import Pipeline
import Testing

@Suite struct DealNewsTests {
  /// What is told at the end of 31 March since nine o'clock on the 24th.
  private func news(_ story: DealStory) -> [DealNews] {
    story.history.news(
      since: point(day(3, 24), 9 * 60),
      until: day(3, 31),
      in: SalesPipeline.sales.id
    )
  }

  private func kinds(_ story: DealStory) -> [DealNews.Kind] { news(story).map(\.kind) }

  private let acme = DealStory(1, "Acme", created: day(3, 1), expectedClose: day(4, 10))

  @Test func `nothing is told of a deal that stayed as it was`() {
    #expect(kinds(acme) == [])
    #expect(kinds(acme.then(day(3, 25), .noted("a word"))) == [])
  }

  @Test func `moves are told from where it was to where it is, by who did the last`() {
    let moved = acme.then(day(3, 25), .moved(to: 2), by: "Rita Sato")
      .then(day(3, 26), .moved(to: 4), by: "Tom Okafor")

    #expect(news(moved).map(\.kind) == [.moved(from: numbered(1), to: numbered(4))])
    #expect(news(moved).map(\.actor) == ["Tom Okafor"])
    #expect(kinds(moved.then(day(3, 27), .moved(to: 1))) == [])
  }

  @Test func `what happened on the day of the last meeting before it is not told again`() {
    #expect(kinds(acme.then(day(3, 24), .won, at: 8 * 60)) == [])
    #expect(kinds(acme.then(day(3, 24), .won, at: 10 * 60)) == [.won])
  }

  @Test func `a win taken back is no win, and one from before is told as reopened`() {
    #expect(kinds(acme.then(day(3, 25), .won).then(day(3, 26), .undone(acme.event(2)))) == [])

    let before = acme.then(day(3, 20), .won)
    let taken = before.then(day(3, 26), .undone(before.event(2)), by: "Rita Sato")
    #expect(news(taken).map(\.kind) == [.reopened])
    #expect(news(taken).map(\.actor) == ["Rita Sato"])
  }

  @Test func `a deal that came and was lost is told as both`() {
    let story = DealStory(2, created: day(3, 25)).then(day(3, 30), .lost(reason: "price"))

    #expect(kinds(story) == [.created, .lost(reason: "price")])
  }

  @Test func `a close put off slips only into a later month`() {
    func postponed(to close: Day) -> [DealNews.Kind] {
      kinds(acme.then(day(3, 26), .expectedCloseSet(close)))
    }

    #expect(postponed(to: day(4, 30)) == [])
    #expect(postponed(to: day(5, 1)) == [.slipped(from: day(4, 10), to: day(5, 1))])
    #expect(postponed(to: day(3, 31)) == [])
  }

  @Test func `a close that passed meanwhile is told once`() {
    let due = DealStory(3, created: day(3, 1), expectedClose: day(3, 30))
    let old = DealStory(4, created: day(3, 1), expectedClose: day(3, 23))
    let today = DealStory(5, created: day(3, 1), expectedClose: day(3, 31))

    #expect(news(due) == [DealNews(deal: due.deal, kind: .closePassed(day(3, 30)), actor: nil)])
    #expect(kinds(old) == [])
    #expect(kinds(today) == [])
  }

  @Test func `a deleted deal is told as gone`() {
    #expect(kinds(acme.then(day(3, 25), .deleted)) == [.deleted])
    #expect(
      kinds(acme.then(day(3, 25), .transferred(to: numbered(2), stage: numbered(9)))) == [.deleted]
    )
  }

  @Test func `wins come first and the larger before the smaller`() {
    let stories = [
      DealStory(1, created: day(3, 25), minorUnits: 900, owner: 1),
      DealStory(2, created: day(3, 1), minorUnits: 100, owner: 1).then(day(3, 25), .won),
      DealStory(3, created: day(3, 1), minorUnits: 500, owner: 2).then(day(3, 26), .won),
      DealStory(4, created: day(3, 1), owner: 1).then(day(3, 26), .moved(to: 2)),
    ]
    func told(owner: Int64?) -> [Int64] {
      PipelineNews(
        of: stories.map(\.history),
        in: numbered(1),
        since: .end(of: day(3, 24)),
        until: day(3, 31),
        owner: owner.map { numbered($0) }
      ).items.map(\.deal.id.rawValue)
    }

    #expect(told(owner: nil) == [3, 2, 4, 1])
    #expect(told(owner: 1) == [2, 4, 1])
  }
}
