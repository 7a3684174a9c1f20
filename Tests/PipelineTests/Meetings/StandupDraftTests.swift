import Pipeline
import Testing

@Suite struct StandupDraftTests {
  private let draft = StandupDraft(
    """
    standup 1
    day 2026-03-31
    turn 2
    elapsed 61000
    skipped 1 4
    topic 2 prices for resellers
    topic nobody who takes Acme
    """
  )

  @Test func `is read as it was written`() throws {
    let draft = try #require(draft)

    #expect(draft.day == day(3, 31))
    #expect(draft.turn == .person(numbered(2)))
    #expect(draft.elapsed == 61_000)
    #expect(draft.skipped == [numbered(1), numbered(4)])
    #expect(draft.topics.map(\.text) == ["prices for resellers", "who takes Acme"])
    #expect(draft.topics.map(\.person) == [numbered(2), nil])
    #expect(StandupDraft(draft.text) == draft)
  }

  @Test(arguments: [
    "", "review 1", "standup 2\nday 2026-03-31\nturn over\nelapsed 0\nskipped",
    "standup 1\nday 2026-03-32\nturn over\nelapsed 0\nskipped",
    "standup 1\nday 2026-03-31\nturn x\nelapsed 0\nskipped",
    "standup 1\nday 2026-03-31\nturn over\nelapsed -1\nskipped",
    "standup 1\nday 2026-03-31\nturn over\nelapsed 0\nskipped x",
    "standup 1\nday 2026-03-31\nturn over\nelapsed 0\nskipped\ntopic",
  ])
  func `is nothing where it is another text`(text: String) {
    #expect(StandupDraft(text) == nil)
  }

  @Test func `says the same while only the clock runs on`() throws {
    var later = try #require(draft)
    later.elapsed += 5_000
    #expect(try #require(draft).isSame(as: later))

    later.topics.removeLast()
    #expect(try !#require(draft).isSame(as: later))
  }
}
