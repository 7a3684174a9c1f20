import Pipeline
import Testing

@testable import Board

/// Reports of a past day, and what nobody can change while one is looked at.
@Suite struct PastReportTests {
  private static func day(_ month: Int, _ day: Int) -> Day {
    Day(year: 2026, month: month, day: day) ?? .first
  }

  private static let refusal = "This is the board as of 2026-03-15; nothing can be changed there."

  private static let goal = WorkspaceEdit.setGoal(
    in: ReportBoard.pipeline.id,
    owner: nil,
    .month(year: 2026, 3),
    .deals(7)
  )

  private var board = ReportBoard([
    .fixture(1, "Acme", 48_000, created: day(1, 5), owner: 1, expectedClose: day(3, 10))
  ])

  @Test(arguments: ["g c E", "g n S", "g c tab <", "g c tab >"])
  mutating func `a key of a report that would change something is refused with the reason`(
    keys: String
  ) {
    board.lookBack(to: Self.day(3, 15))
    board.type(String(keys.prefix(3)))
    board.count()
    board.type(String(keys.dropFirst(4)))

    #expect(board.screen.contains(Self.refusal))
    #expect(board.effects.records.isEmpty)
  }

  @Test mutating func `a line that was begun before the day was there changes nothing`() {
    board.type("g c")
    board.count()
    board.type("E")
    board.lookBack(to: Self.day(3, 15))
    board.write("2026-03 77k")
    board.type("enter")

    #expect(board.state.message?.text == Self.refusal)
    #expect(board.effects.records.isEmpty)
  }

  @Test(arguments: [
    RecordRequest.edit(goal, done: ""),
    .edit(.removeGoals([Identifier(rawValue: 1)]), done: ""),
    .edit(.saveBaseline(in: ReportBoard.pipeline.id, name: "Q1", day(3, 15)), done: ""),
    .edit(.removeBaseline(Identifier(rawValue: 1)), done: ""),
    .edit(.saveFilter(name: "big", text: "value:>10k"), done: ""),
    .edit(.removeFilter(Identifier(rawValue: 1)), done: ""), .identity(.new(name: "Cleo")),
    .draft(MeetingDraft(kind: .review, pipeline: ReportBoard.pipeline.id, text: "")),
    .noDraft(MeetingDraft(kind: .review, pipeline: ReportBoard.pipeline.id, text: "")),
  ])
  mutating func `nothing beside deals is kept from a past day, whatever asks for it`(
    request: RecordRequest
  ) {
    board.lookBack(to: Self.day(3, 15))

    let effects = board.state.keep(request)

    #expect(effects.isEmpty)
    #expect(board.state.pending.isEmpty)
    #expect(board.state.message?.text == Self.refusal)
  }

  @Test mutating func `no step is taken back from a past day`() {
    board.lookBack(to: Self.day(3, 15))
    let step = ChangeStep(
      id: Identifier(rawValue: 1),
      actor: "Ana Souza",
      summary: "Moved Acme",
      eventCount: 1,
      recordedAt: board.clock.now,
      isImport: false
    )

    let effects = board.state.reverse(step, isRedo: false, board.clock)

    #expect(effects.isEmpty)
    #expect(board.state.message?.text == Self.refusal)
  }
}
