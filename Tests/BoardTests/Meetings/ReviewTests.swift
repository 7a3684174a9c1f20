import Pipeline
import Testing

@testable import Board

/// A review on 31 March 2026 at ten.
///
/// Acme, 48,000, Ana's: created on 1 March in a stage of 14 days and untouched, 16 days past; without
/// a next step. Beta, 12,000, Ben's, and Gamma without a value, Ana's: new and without a next step.
/// Delta, 9,000, was won on the 26th. Sound has all it needs.
@Suite struct ReviewTests {
  private static func march(_ day: Int) -> Day { Day(year: 2026, month: 3, day: day) ?? .first }

  private static let step = DealChange.stepPlanned(
    PlannedStep(number: 1, due: march(31) + 5, activity: Activity(kind: .call, text: "call"))
  )

  static let histories = [
    DealHistory.fixture(1, "Acme", 48_000, created: march(1), owner: 1),
    DealHistory.fixture(2, "Beta", 12_000, created: march(30), owner: 2),
    DealHistory.fixture(3, "Gamma", created: march(30), owner: 1),
    DealHistory.fixture(
      4,
      "Delta",
      9_000,
      created: march(2),
      owner: 2,
      then: [(march(25), .moved(to: Identifier(rawValue: 2))), (march(26), .won)]
    ),
    DealHistory.fixture(5, "Sound", 500, created: march(30), then: [(march(30), step)]),
  ]

  /// A review that is prepared, on its first page.
  private func review(
    _ histories: [DealHistory] = histories,
    rows: Int = 24,
    columns: Int = 80
  ) -> ReportBoard {
    var board = ReportBoard(histories, rows: rows, columns: columns)
    board.type("g r")
    board.count()
    return board
  }

  /// A review at its first deal, a minute later.
  private func firstDeal() -> ReportBoard {
    var board = review()
    board.pass(minutes: 1)
    board.type("space")
    return board
  }

  @Test(arguments: [
    // At the end of 24 March, where a first look begins, Acme and Delta were open: 48,000 + 9,000.
    ("then", "= €57,000, 2 deals", "2 DEALS BEHIND IT"),
    // Beta, Gamma without a value, and Sound came: 12,000 + 500.
    ("created", "= €12,500, 3 changes", "3 DEALS BEHIND IT"),
    ("won", "= €9,000, 1 change", "1 DEAL BEHIND IT"),
    // 57,000 + 12,500 - 9,000.
    ("begun", "= €60,500, 4 deals", "4 DEALS BEHIND IT"),
  ])
  func `each bar of the waterfall says why it is what it is`(
    bar: String,
    result: String,
    deals: String
  ) {
    var board = review(rows: 40)
    board.type("=")
    board.write(bar)
    board.type("enter")
    board.count()

    let screen = board.screen
    #expect(screen.contains(result))
    #expect(screen.contains(deals))

    board.type("esc")
    #expect(board.screen.contains("open then"))
  }

  /// What was asked of the store last.
  private func lastChanges(_ board: ReportBoard) -> [DealChange] {
    board.effects.compactMap { effect -> [DealChange]? in
      guard case .commit(_, let request) = effect else { return nil }
      return request.changes.map(\.change)
    }.last ?? []
  }

  /// The title of the deal that the review is at.
  private func title(_ board: ReportBoard) -> String {
    board.state.focusedDeal?.title ?? "none"
  }

  // MARK: Screens

  @Test(arguments: ReportScreenTests.sizes)
  func `the news, a deal and the minutes are drawn`(size: (rows: Int, columns: Int)) {
    var board = review(rows: size.rows, columns: size.columns)
    Golden.expect(board.lines, toBe: "review-news-\(size.columns)x\(size.rows)")

    board.pass(minutes: 1)
    board.type("space")
    for effect in board.effects {
      guard case .loadHistory(let id) = effect else { continue }
      board.send(.historyArrived(id, Self.histories[0].events))
    }
    Golden.expect(board.lines, toBe: "review-deal-\(size.columns)x\(size.rows)")

    board.type("K waits enter")
    board.save()
    board.type("E")
    board.count()
    Golden.expect(board.lines, toBe: "review-end-\(size.columns)x\(size.rows)")
  }

  // MARK: One key, one decision

  @Test func `the worst comes first, and only what needs a decision comes at all`() {
    var board = firstDeal()
    var titles = [title(board)]
    for _ in 0..<2 {
      board.type("j")
      titles.append(title(board))
    }
    board.type("j")

    #expect(titles == ["Acme", "Beta", "Gamma"])
    #expect(title(board) == "Gamma")
  }

  @Test(arguments: [
    ("L", DealChange.moved(to: Identifier(rawValue: 2))), ("w", .won),
    ("K budget enter", .snoozed(until: march(31) + 7, reason: "budget", isKept: true)),
    ("Z enter", .snoozed(until: march(31) + 7, reason: nil)),
    ("x price enter", .lost(reason: "price")),
  ])
  func `a key decides and the next deal comes, before the store has answered`(
    keys: String,
    change: DealChange
  ) {
    var board = firstDeal()

    board.type(keys)

    #expect(lastChanges(board) == [change])
    #expect(title(board) == "Beta")
    board.save()
    #expect(board.screen.contains("1 decided"))
    #expect(title(board) == "Beta")
  }

  @Test func `a next step is planned in a line`() {
    var board = firstDeal()

    board.type("n")
    board.write("call CFO fri 10:00")
    board.type("enter")

    let planned = PlannedStep(
      number: 1,
      due: Self.march(31) + 3,
      minuteOfDay: 600,
      activity: Activity(kind: .call, text: "call CFO")
    )
    #expect(lastChanges(board) == [.stepPlanned(planned)])
    #expect(title(board) == "Beta")
  }

  @Test func `a field that is mended leaves the deal there while something is still the matter`() {
    var board = firstDeal()
    board.type("j j")
    #expect(title(board) == "Gamma")

    board.type("$")
    board.write("5k")
    board.type("enter")
    board.save()
    #expect(title(board) == "Gamma")
    #expect(!board.screen.contains("no value"))
    #expect(board.screen.contains("no next step"))

    board.type("n")
    board.write("call fri")
    board.type("enter")
    board.save()
    // The others are still open, so it goes back to the first of them.
    #expect(title(board) == "Acme")
  }

  @Test func `a keeping may name its day, and needs a word`() {
    var board = firstDeal()

    board.type("K")
    board.type("enter")
    #expect(board.screen.contains("Say in a word why it is kept."))
    board.write("waits for budget until 15-6")
    board.type("enter")

    let until = Day(year: 2026, month: 6, day: 15)
    #expect(
      lastChanges(board) == [.snoozed(until: until, reason: "waits for budget", isKept: true)]
    )
  }

  @Test func `a deal that is put aside with a word is not called kept in the minutes`() throws {
    var board = firstDeal()
    board.type("Z")
    board.write("+2w holiday")
    board.type("enter")
    board.save()
    board.type("E")
    board.count()
    board.type("enter")

    let held = try #require(board.effects.heldMeetings.last)
    #expect(held.draft.text.contains("Ana Souza: put aside until Tue 14 Apr: holiday"))
  }

  @Test func `what was taken back is looked at again`() {
    var board = firstDeal()
    board.type("w")
    board.save()
    #expect(title(board) == "Beta")

    board.type("u")
    board.save()

    #expect(title(board) == "Acme")
    #expect(board.screen.contains("0 decided"))
  }

  @Test func `passing over goes on and is no decision, and at the end come the minutes`() {
    var board = firstDeal()

    board.type("space")
    #expect(title(board) == "Beta")
    board.type("b")
    #expect(board.screen.contains("passed over"))

    board.type("space space space")
    board.count()
    #expect(board.screen.contains("enter writes these minutes"))
    #expect(lastChanges(board) == [])
  }

  @Test func `a note and opening the deal leave the review where it is`() {
    var board = firstDeal()

    board.type("N")
    board.write("asked twice")
    board.type("enter")
    board.save()
    #expect(title(board) == "Acme")
    board.type("enter")
    #expect(board.screen.contains("#1"))
    board.type("esc")
    #expect(board.screen.contains("1 of 3"))
  }

  @Test func `deciding on the opened deal closes it and goes on`() {
    var board = firstDeal()

    board.type("enter w")

    #expect(title(board) == "Beta")
    #expect(board.screen.contains("2 of 3"))
  }

  // MARK: Whose, and in which order

  @Test func `it can be mine alone, or go by owner`() {
    var board = review()
    board.type("i")
    board.count()
    board.type("space")
    #expect(board.screen.contains("1 of 2"))
    #expect(board.screen.contains("Ana Souza · worst first"))

    board.type("b i")
    board.count()
    board.type("O")
    board.count()
    board.type("space")
    // Ana before Ben: Acme, Gamma, Beta.
    board.type("j")
    #expect(title(board) == "Gamma")
  }

  @Test(arguments: [("space", "i"), ("space", "@ Ana enter"), ("E", "i")])
  func `whose deals they are is chosen on every page, and the board stays as it is`(
    page: String,
    keys: String
  ) {
    var board = review()
    board.type(page)
    board.count()
    board.type(keys)
    board.count()

    #expect(board.screen.contains("REVIEW  Ana Souza · worst first"))
    #expect(board.state.narrowing.isEmpty)
    board.type("space")
    #expect(board.screen.contains("1 of 2"))
  }

  @Test func `somebody else's deals are chosen from a list`() {
    var board = review()
    board.type("@")
    board.write("Ben")
    board.type("enter")
    board.count()
    board.type("space")

    #expect(title(board) == "Beta")
    #expect(board.screen.contains("1 of 1"))

    board.type("@ home enter")
    board.count()
    board.type("space")
    #expect(board.screen.contains("of 3"))
  }

  // MARK: Many at once

  @Test func `over fifty deals come by reason, and one decision for a reason is one step`() {
    let many = (1...60).map {
      DealHistory.fixture(Int64($0), "Deal \($0)", 100, created: Self.march(30), owner: 1)
    }
    var board = review(many + [.fixture(99, "Old", 100, created: Self.march(1))])
    board.pass(minutes: 1)
    board.type("space")
    #expect(board.screen.contains("61 deals need a decision"))
    #expect(board.screen.contains("1  Idle for too long"))
    #expect(board.screen.contains("60  No next step"))

    board.type("j K")
    board.write("cleaning up until 15-6")
    #expect(board.screen.contains("keep 60 deals, because: cleaning up"))
    #expect(board.screen.contains("until Mon 15 Jun"))
    board.type("enter")
    #expect(lastChanges(board).count == 60)
    board.save()
    #expect(board.screen.contains("1 deal needs a decision"))

    board.type("u")
    board.type("u")
    board.save()
    #expect(board.screen.contains("61 deals need a decision"))
  }

  /// Sixty deals without a next step, on the page of reasons.
  private func reasons(columns: Int = 120) -> ReportBoard {
    let many = (1...60).map {
      DealHistory.fixture(Int64($0), "Deal \($0)", 100, created: Self.march(30), owner: 1)
    }
    var board = review(many, rows: 40, columns: columns)
    board.type("space")
    return board
  }

  @Test func `all of a reason are lost for a reason that was used before`() {
    var board = reasons()
    board.send(.suggestionsArrived(Suggestions(lostReasons: ["no answer", "price"])))
    board.type("x")
    #expect(board.screen.contains("Lose 60 deals: why?"))
    #expect(!board.screen.contains("no reason"))
    board.write("pri")
    board.type("enter")

    #expect(Set(lastChanges(board)) == [.lost(reason: "price")])
    #expect(lastChanges(board).count == 60)
  }

  @Test func `all of a reason are lost for one used before, in its spelling`() {
    var board = reasons()
    board.send(.suggestionsArrived(Suggestions(lostReasons: ["Too  expensive", "price"])))
    board.type("x")
    board.write("TOO EXPENSIVE")
    board.type("enter")

    #expect(Set(lastChanges(board)) == [.lost(reason: "Too  expensive")])
    #expect(lastChanges(board).count == 60)
  }

  @Test func `the help of the page of reasons lists no key that needs a deal`() {
    var board = reasons()
    let ofDeals = [
      Command.win, .winWith, .sendOn, .value, .expectedClose, .note, .markDone, .contact,
    ]
    func listed() -> Set<Command> {
      Set(board.state.layers.topmost(HelpLayer.self)?.commands ?? [])
    }
    board.type("?")
    #expect(listed().isDisjoint(with: ofDeals))
    #expect(listed().isSuperset(of: [.keep, .snooze, .lose, .nextStep, .mine]))

    board.type("esc space ?")
    #expect(listed().isSuperset(of: ofDeals))
  }

  @Test func `on a past day the page of reasons offers no decision`() {
    let many = (1...60).map {
      DealHistory.fixture(Int64($0), "Deal \($0)", 100, created: Self.march(28), owner: 1)
    }
    var board = ReportBoard(many, rows: 40, columns: 120)
    board.lookBack(to: Self.march(29))
    board.type("g r")
    board.count()
    board.type("space")

    #expect(board.screen.contains("60 deals need a decision"))
    for word in ["keep all", "put all aside", "step for all", "lose all"] {
      #expect(!board.screen.contains(word))
    }
  }

  @Test func `Z puts all of a reason aside as it does one deal, with a word why`() {
    let many = (1...60).map {
      DealHistory.fixture(Int64($0), "Deal \($0)", created: Self.march(30), owner: 1)
    }
    var board = review(many)
    board.type("space Z")
    #expect(board.screen.contains("put aside until, 60 deals: +1w"))
    board.write("+2w waits for budget")
    board.type("enter")

    let until = Self.march(31) + 14
    #expect(Set(lastChanges(board)) == [.snoozed(until: until, reason: "waits for budget")])
    #expect(lastChanges(board).count == 60)
  }

  // MARK: Broken off, and held

  @Test func `what was decided is kept, and one broken off goes on where it stopped`() {
    var board = firstDeal()
    board.type("w")
    board.save()
    board.type("space")
    let kept = board.effects.drafts.last
    board.type("esc")
    #expect(board.screen.contains("goes on where it stopped"))

    board.source.records.drafts = kept.map { [$0] } ?? []
    board.type("g r")
    board.count()
    #expect(board.screen.contains("1 decision so far"))
    board.type("space")

    // Acme is decided, Beta was passed over.
    #expect(title(board) == "Gamma")
    #expect(board.screen.contains("3 of 3 · 1 decided"))
  }

  /// A review in which Acme was lost and that was broken off then, on a board that is started anew.
  private func resumed() -> ReportBoard {
    var board = firstDeal()
    board.type("x")
    board.write("price")
    board.type("enter")
    board.save()
    let kept = board.effects.drafts.last
    var anew = ReportBoard(board.source.histories, rows: 24, columns: 120)
    anew.source.records.drafts = kept.map { [$0] } ?? []
    anew.clock.now = Instant(milliseconds: board.clock.now.milliseconds + 60_000)
    anew.type("g r")
    anew.count()
    return anew
  }

  @Test func `after a restart a deal that was lost in it is still to be looked at`() {
    var board = resumed()
    board.type("space b")

    #expect(title(board) == "Acme")
    #expect(!board.screen.contains("This deal is gone."))

    board.type("o")
    #expect(lastChanges(board) == [.reopened])
  }

  @Test func `after a restart what was open when it began is not called open now`() {
    let board = resumed()

    // Acme, Beta, Gamma and Sound were open when it began: 48,000 + 12,000 + 500 = 60,500.
    #expect(board.screen.contains("open when begun      4"))
    #expect(!board.screen.contains("open now"))
    #expect(board.screen.contains("2 of 3 deals left to decide about."))
  }

  @Test func `on a past day it looks back to what was held by then`() {
    var board = ReportBoard(Self.histories, rows: 24, columns: 120)
    board.source.records.held = [28, 30].map { day in
      Meeting(
        id: Identifier(rawValue: Int64(day)),
        kind: .review,
        pipeline: Identifier(rawValue: 1),
        day: Self.march(day),
        at: Instant(milliseconds: Int64(Self.march(day).number) * 86_400_000),
        minutes: ""
      )
    }
    board.lookBack(to: Self.march(29))
    board.type("g r")
    board.count()
    #expect(board.screen.contains("Since the review of Sat 28 Mar"))

    board.type("E")
    #expect(!board.screen.contains("write and end"))
  }

  @Test func `what was taken back counts as no decision when it goes on`() {
    var board = firstDeal()
    board.type("w")
    board.save()
    board.type("u")
    board.save()
    let kept = board.effects.drafts.last
    board.type("esc")
    board.source.records.drafts = kept.map { [$0] } ?? []
    board.type("g r")
    board.count()

    #expect(board.screen.contains("0 decisions so far"))
  }

  @Test func `the deal it is at is asked how its person is reached`() {
    let board = firstDeal()
    let deal = board.state.focusedDeal?.id

    #expect(board.effects.contains { if case .loadContact(deal) = $0 { true } else { false } })
  }

  @Test func `one broken off can begin anew`() {
    var board = firstDeal()
    board.source.records.drafts = [
      MeetingDraft(
        kind: .review,
        pipeline: Identifier(rawValue: 1),
        text: ReviewDraft(
          began: .end(of: Self.march(30)),
          skipped: [Identifier(rawValue: 1)]
        ).text
      )
    ]
    board.type("esc g r")
    board.count()

    board.type("R")
    board.count()
    board.type("space")

    #expect(title(board) == "Acme")
    #expect(
      board.effects.records.contains {
        if case .noDraft(let draft) = $0 { draft.kind == .review } else { false }
      }
    )
  }

  @Test func `enter at the end has the minutes written, and then it is held`() throws {
    var board = firstDeal()
    board.type("K waits enter")
    board.save()
    board.type("E")
    board.count()
    board.type("enter")

    let held = try #require(board.effects.heldMeetings.last)
    #expect(held.fileName == "2026-03-31-review-Sales")
    #expect(held.draft.scope == "")
    #expect(held.draft.text.contains("Ana Souza: kept until Tue 7 Apr: waits"))
    board.send(.meetingHeld(held.draft, path: "/data/minutes/2026-03-31-review-Sales.md"))
    #expect(board.screen.contains("/data/minutes/2026-03-31-review-Sales.md"))
    board.type("y")
    // Also where the minutes were scrolled before they were written.
    board.type("pgdn")
    board.send(.meetingHeld(held.draft, path: "/data/minutes/2026-03-31-review-Sales.md"))
    #expect(board.lines[3...5].joined().contains("/data/minutes/2026-03-31-review-Sales.md"))
    #expect(
      board.effects.contains {
        if case .copy(let text) = $0 { text == held.draft.text } else { false }
      }
    )
    board.type("enter")
    #expect(!board.screen.contains("REVIEW"))
  }

  @Test func `looking in keeps nothing`() {
    var board = firstDeal()
    board.type("j j esc")

    #expect(board.effects.drafts.isEmpty)
    #expect(!board.screen.contains("goes on where it stopped"))
  }

  @Test func `names lead nowhere in the name of a file`() {
    #expect(
      HeldMeeting.fileName("review", of: "../../etc", scope: "Zoë O'Neil", on: Self.march(31))
        == "2026-03-31-review-etc-Zoë-O-Neil"
    )
  }

  @Test func `R asks before decisions leave the minutes, and any other key lets them be`() {
    var board = firstDeal()
    board.type("w")
    board.save()
    let kept = board.effects.drafts.last
    board.type("esc")
    board.source.records.drafts = kept.map { [$0] } ?? []
    board.type("g r")
    board.count()

    board.type("R")
    #expect(
      board.state.message?.text
        == "R again begins anew: 1 decision so far goes from the minutes, not from the deals."
    )
    board.type("j R")
    #expect(board.screen.contains("1 decision so far"))

    board.type("R")
    board.count()
    #expect(!board.screen.contains("1 decision so far"))
  }

  @Test func `whose deals are reviewed is chosen from whichever page`() {
    var board = firstDeal()
    board.type("@")
    board.write("Ben")
    board.type("enter")
    board.count()
    board.type("space")
    #expect(title(board) == "Beta")
    #expect(board.screen.contains("1 of 1"))

    // Ana, who sits here.
    board.type("i")
    board.count()
    board.type("space")
    #expect(title(board) == "Acme")
    #expect(board.screen.contains("1 of 2"))
  }

  @Test func `what is kept says until when`() {
    var board = firstDeal()
    board.type("K")
    board.write("budget until 15-4")
    board.type("enter")

    #expect(board.state.message?.text == "Kept Acme until Wed 15 Apr: budget")
  }
}
