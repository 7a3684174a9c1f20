import Pipeline
import Testing

@testable import Board

/// A standup on 31 March 2026 at ten, of Ana, Ben and Zoë, who is away.
///
/// Ben moved Ana's Acme on; its call is two days late. Ben's Beta is idle for 29 of 14 days.
@Suite struct StandupScreenTests {
  private static func march(_ day: Int) -> Day { Day(year: 2026, month: 3, day: day) ?? .first }

  private static let late = DealChange.stepPlanned(
    PlannedStep(number: 1, due: march(29), activity: Activity(kind: .call, text: "call CFO"))
  )

  private static let histories = [
    DealHistory.fixture(
      1,
      "Acme",
      48_000,
      created: march(20),
      owner: 1,
      then: [(march(20), late), (march(31), .moved(to: Identifier(rawValue: 3)))]
    ),
    DealHistory.fixture(2, "Beta", 12_000, created: march(2), owner: 2),
  ]

  private static let people =
    ReportBoard.people + [
      Person(
        id: Identifier(rawValue: 3),
        name: "Zoë Away",
        initials: "ZA",
        awayUntil: march(31)
      )
    ]

  private func standup(rows: Int = 24, columns: Int = 80) -> ReportBoard {
    var board = ReportBoard(Self.histories, people: Self.people, rows: rows, columns: columns)
    board.type("g s")
    board.count()
    return board
  }

  private func turn(_ board: ReportBoard) -> String {
    board.state.layers.topmost(StandupLayer.self)?.session?.turn?.person?.name ?? "none"
  }

  @Test(arguments: ReportScreenTests.sizes)
  func `a turn and the summary are drawn`(size: (rows: Int, columns: Int)) {
    var board = standup(rows: size.rows, columns: size.columns)
    Golden.expect(board.lines, toBe: "standup-turn-\(size.columns)x\(size.rows)")

    board.type("j")
    board.pass(minutes: 3)
    board.type("n x resellers enter")
    board.pass(minutes: 2)
    Golden.expect(board.lines, toBe: "standup-clock-\(size.columns)x\(size.rows)")

    board.type("space")
    Golden.expect(board.lines, toBe: "standup-end-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: [(24, 80), (20, 40)])
  func `the first page names who is away, and so does the summary`(rows: Int, columns: Int) {
    var board = standup(rows: rows, columns: columns)
    #expect(board.screen.contains("Away: Zoë Away until Tue 31 Mar"))

    board.type("space")
    #expect(!board.screen.contains("Away: "))
    board.type("space")
    #expect(board.screen.contains("Away: Zoë Away until Tue 31 Mar."))
  }

  @Test func `a topic that is parked is said`() {
    var board = standup()
    board.type("x resellers enter")

    #expect(board.state.message?.text == "Parked: resellers")
  }

  @Test func `who is there has a turn, in the team's order`() {
    var board = standup()
    #expect(turn(board) == "Ana Souza")
    board.type("space")
    #expect(turn(board) == "Ben Okafor")
    board.type("space")
    #expect(turn(board) == "none")
    board.type("b b")
    #expect(turn(board) == "Ana Souza")
  }

  @Test func `it says that it is the whole team's, also where the board is filtered`() {
    var board = standup()
    #expect(board.screen.contains("STANDUP  whole team · after"))
    #expect(!board.screen.contains("the filter does not apply here"))

    board.type("esc /")
    board.write("acme")
    board.type("enter g s")
    board.count()
    #expect(board.screen.contains("the filter does not apply here"))
    #expect(turn(board) == "Ana Souza")
  }

  @Test func `the clock starts at the first key, and p stops it`() {
    var board = standup()
    board.pass(minutes: 5)
    #expect(board.screen.contains("15:00 left"))

    board.type("j")
    board.pass(minutes: 2)
    #expect(board.screen.contains("13:00 left"))
    // Two people: seven and a half minutes each, two of them gone.
    #expect(board.screen.contains("5:30 left"))
    #expect(board.state.showsSeconds)

    board.type("p")
    board.pass(minutes: 2)
    #expect(board.screen.contains("13:00 left"))
    #expect(!board.state.showsSeconds)

    board.type("p")
    board.pass(minutes: 14)
    #expect(board.screen.contains("1:00 over"))
  }

  @Test func `deals are moved, noted on and given steps without leaving`() throws {
    var board = standup()
    board.type("L")
    board.save()
    board.count()
    #expect(board.state.focusedDeal?.stage == Identifier(rawValue: 4))

    board.type("N")
    board.write("spoke to them")
    board.type("enter s")
    board.write("mail fri")
    board.type("enter")
    board.save()
    board.count()

    let deal = try #require(board.source.histories[0].deal())
    #expect(deal.nextStep?.due == Self.march(31) + 3)
    #expect(turn(board) == "Ana Souza")
  }

  /// Three deals of Ana's with a call due today; Beta is idle for 29 of 14 days as well.
  private func threeDue(_ second: [(Day, DealChange)] = []) -> ReportBoard {
    let call = DealChange.stepPlanned(
      PlannedStep(number: 1, due: Self.march(31), activity: Activity(kind: .call, text: "call"))
    )
    let recent = Self.march(27)
    let histories = [
      DealHistory.fixture(1, "Alpha", 1_000, created: recent, owner: 1, then: [(recent, call)]),
      DealHistory.fixture(
        2,
        "Beta",
        2_000,
        created: Self.march(2),
        owner: 1,
        then: [(Self.march(2), call)] + second
      ),
      DealHistory.fixture(3, "Gamma", 3_000, created: recent, owner: 1, then: [(recent, call)]),
    ]
    var board = ReportBoard(histories, people: Self.people, rows: 34, columns: 100)
    board.type("g s")
    board.count()
    while board.state.focusedDeal?.title != "Beta" { board.type("j") }
    return board
  }

  private func planForFriday(_ board: inout ReportBoard) {
    board.type("s")
    board.write("mail fri")
    board.type("enter")
    board.save()
    board.count()
  }

  @Test func `the focus goes along with a deal that leaves a list for another`() {
    var board = threeDue()

    planForFriday(&board)

    #expect(board.state.focusedDeal?.title == "Beta")
    #expect(board.lines.contains { $0.contains("▌Beta") && $0.contains("idle") })
  }

  @Test func `a deal that leaves all lists keeps the focus until the cursor moves`() {
    // Touched on the day before, it is idle no more.
    var board = threeDue([(Self.march(30), .noted("met them"))])

    planForFriday(&board)
    #expect(board.state.focusedDeal?.title == "Beta")
    #expect(!board.screen.contains("▌"))

    board.type("L")
    board.save()
    #expect(board.source.histories[1].deal()?.stage == Identifier(rawValue: 2))
    #expect(board.source.histories[2].deal()?.stage == Identifier(rawValue: 1))
  }

  @Test func `d marks the step done, takes what came of it and asks for the next`() throws {
    var board = standup()
    board.type("j d")
    board.write("wants an offer")
    board.type("enter")
    #expect(board.screen.contains("next step:"))
    board.type("esc")
    board.save()

    let events = board.source.histories[0].events
    #expect(
      events.last?.change
        == .stepDone(1, Activity(kind: .call, text: "call CFO: wants an offer"))
    )
  }

  @Test func `enter opens the deal at the cursor`() {
    var board = standup()

    board.type("enter")

    #expect(board.screen.contains("Acme  #1"))
  }

  @Test func `one that was left goes on where it was`() {
    var board = standup()
    board.type("x resellers enter space esc")
    #expect(board.screen.contains("g s goes on"))

    board.type("g s")
    board.count()

    #expect(turn(board) == "Ben Okafor")
    #expect(board.screen.contains("1 parked"))
  }

  /// The board as it is started anew, with what the last one sent to be kept.
  private func startedAnew(
    after board: ReportBoard,
    _ change: (String) -> String = { $0 }
  )
    -> ReportBoard
  {
    var anew = ReportBoard(Self.histories, people: Self.people, rows: 24, columns: 80)
    anew.source.records.drafts =
      board.effects.drafts.last.map {
        [MeetingDraft(kind: $0.kind, pipeline: $0.pipeline, text: change($0.text))]
      } ?? []
    anew.type("g s")
    anew.count()
    return anew
  }

  @Test func `what was parked, whose turn it is and the clock outlive the program`() {
    var board = standup()
    board.type("j")
    board.pass(minutes: 2)
    board.type("n x")
    board.write("prices for resellers")
    board.type("enter")
    #expect(board.screen.contains("Parked: prices for resellers"))

    var anew = startedAnew(after: board)
    #expect(turn(anew) == "Ben Okafor")
    #expect(anew.screen.contains("1 parked"))
    // It stands still until the first key, as at the beginning.
    anew.pass(minutes: 4)
    #expect(anew.screen.contains("13:00 left"))
    anew.type("j")
    anew.pass(minutes: 1)
    #expect(anew.screen.contains("12:00 left"))

    anew.type("space enter")
    let text = anew.effects.heldMeetings.last?.draft.text
    #expect(text?.contains("- prices for resellers (Ben Okafor)") == true)
    #expect(text?.contains("## Ana Souza (passed over)") == true)
  }

  @Test func `of a standup of another day only what was parked is left`() {
    var board = standup()
    board.type("space x later enter")

    let anew = startedAnew(after: board) {
      $0.split(separator: "\n").map { $0.hasPrefix("day ") ? "day 2026-03-30" : String($0) }
        .joined(separator: "\n")
    }

    #expect(turn(anew) == "Ana Souza")
    #expect(anew.screen.contains("1 parked"))
    #expect(anew.screen.contains("15:00 left"))
  }

  @Test func `looking in keeps nothing, and no key writes the same twice`() {
    var board = standup()
    board.type("j j esc")
    #expect(board.effects.drafts.isEmpty)

    board.type("g s space")
    board.count()
    board.pass(minutes: 1)
    board.type("j k")
    #expect(board.effects.drafts.count == 1)
  }

  @Test func `only ending it holds it`() throws {
    var board = standup()
    board.type("space n E")
    #expect(board.effects.heldMeetings.isEmpty)

    board.type("enter")

    let held = try #require(board.effects.heldMeetings.last)
    #expect(held.draft.kind == .standup)
    #expect(held.fileName == "2026-03-31-standup-Sales")
    #expect(held.draft.text.contains("## Ben Okafor (passed over)"))
    board.send(.meetingHeld(held.draft, path: "/data/minutes/x.md"))
    board.type("enter g s")
    board.count()
    #expect(turn(board) == "Ana Souza")
  }

  @Test func `after it was held, here or elsewhere, the next looks back to that`() throws {
    var board = standup()
    board.type("space x resellers enter esc")
    let held = Instant(milliseconds: Int64(Self.march(31).number) * 86_400_000 + 33_240_000)
    board.source.records.held = [
      Meeting(
        id: Identifier(rawValue: 1),
        kind: .standup,
        pipeline: Identifier(rawValue: 1),
        day: Self.march(31),
        at: held,
        minutes: ""
      )
    ]

    board.type("g s")
    board.count()

    // 33,240 seconds are 9 hours and 14 minutes.
    #expect(board.screen.contains("9:14"))
    #expect(turn(board) == "Ana Souza")
    #expect(!board.screen.contains("1 parked"))
  }

  @Test func `while it is being held it is neither held again nor left by quitting`() {
    var board = standup()
    board.keepsNothing = true
    board.type("space n E enter enter")
    #expect(board.effects.heldMeetings.count == 1)
    #expect(board.screen.contains("saving…"))

    board.type("q")
    #expect(!board.effects.contains(.quit))
  }

  @Test func `it goes back to the last one that was held`() {
    var board = ReportBoard(Self.histories, people: Self.people, rows: 24, columns: 80)
    board.source.records.held = [
      Meeting(
        id: Identifier(rawValue: 1),
        kind: .standup,
        pipeline: Identifier(rawValue: 1),
        day: Self.march(27),
        at: Instant(milliseconds: Int64(Self.march(27).number) * 86_400_000 + 33_240_000),
        minutes: ""
      )
    ]
    board.type("g s")
    board.count()

    // 33,240 seconds are 9 hours and 14 minutes.
    #expect(board.screen.contains("since Fri 27 Mar 9:14"))
  }

  @Test func `on a past day it goes back to what was held by then, and writes nothing`() {
    var board = ReportBoard(Self.histories, people: Self.people, rows: 24, columns: 120)
    board.source.records.held = [
      Meeting(
        id: Identifier(rawValue: 1),
        kind: .standup,
        pipeline: Identifier(rawValue: 1),
        day: Self.march(30),
        at: Instant(milliseconds: Int64(Self.march(30).number) * 86_400_000),
        minutes: ""
      )
    ]
    board.lookBack(to: Self.march(29))
    board.type("g s")
    board.count()
    #expect(board.screen.contains("after Fri 27 Mar"))

    #expect(!board.screen.contains("x park"))

    board.type("E")
    #expect(!board.screen.contains("write and end"))
  }

  @Test(arguments: ReportScreenTests.sizes)
  func `where no limits are set the first turn alone says how to set them`(
    size: (rows: Int, columns: Int)
  ) {
    func says(_ board: ReportBoard) -> Bool {
      board.state.layers.topmost(StandupLayer.self).map { layer in
        StandupView(layer, board.state).page.lines.flatMap(\.cells)
          .compactMap { if case .text(let text) = $0.content { text } else { nil } }
          .joined(separator: " ").contains("no idle or stuck limits are set: dealboard stages set")
      } ?? false
    }
    var board = ReportBoard(
      Self.histories,
      people: Self.people,
      pipeline: ReportBoard.pipelineWithoutLimits,
      rows: size.rows,
      columns: size.columns
    )
    board.type("g s")
    board.count()

    #expect(says(board))
    board.type("space")
    #expect(!says(board))
    #expect(!says(standup(rows: size.rows, columns: size.columns)))
  }
}

@Suite struct BigTextTests {
  private func drawn(_ text: String, columns: Int, glyphs: GlyphSet = .unicode) -> [String] {
    var canvas = Canvas(rows: 3, columns: columns, glyphs: glyphs) { _ in 1 }
    BigText(text).draw(
      on: &canvas,
      in: Rect(row: 0, column: 0, rows: 3, columns: columns),
      Style(.text)
    )
    return canvas.lines
  }

  @Test func `letters stand three rows high, two points to a cell`() {
    #expect(drawn("Ti", columns: 7) == ["▀█▀ ▀█▀", " █   █ ", " ▀  ▀▀▀"])
  }

  @Test func `accents are dropped`() {
    #expect(drawn("Ë", columns: 3) == drawn("e", columns: 3))
  }

  @Test func `a long name is its first word, and what has no letters is written small`() {
    #expect(drawn("Ti Tititititi", columns: 12) == drawn("Ti", columns: 12))
    #expect(drawn("Анна", columns: 8)[1] == "Анна    ")
    #expect(drawn("Ti", columns: 7, glyphs: .ascii)[1] == "Ti     ")
  }
}
