import Pipeline
import Testing

@testable import Board

/// Steps over more than a thousand deals: put together bit by bit, with keys heeded in between.
@Suite struct `A step over many deals` {
  private var board: TestBoard

  init() {
    let deals = (1...1_500).map { Deal.fixture(Int64($0), "Deal \($0)", 100, owner: 1) }
    board = TestBoard(.fixture(deals), columns: 120)
    board.stepsAreSlow = true
  }

  /// A deal that is looked at last.
  private var lastInFirstStage: Int64? {
    let column = board.state.column(.stage(0))
    return column[column.count - 1]?.rawValue
  }

  private func count(inStage stage: Int) -> Int { board.state.column(.stage(stage)).count }

  @Test mutating func `says how far it is`() {
    board.press("ctrl-a L")
    #expect(board.status.hasSuffix("changing 0 of 1,500… "))

    board.goOn()
    #expect(board.status.hasSuffix("changing 1,000 of 1,500… "))

    board.stepsAreSlow = false
    #expect(board.said == "Sent 1,500 deals on")
    #expect(board.status.hasSuffix("saved ✓ "))
    #expect(count(inStage: 1) == 1_500)
  }

  @Test mutating func `is one step, sent once it is whole`() {
    board.press("ctrl-a L")
    board.goOn()
    #expect(board.requests.isEmpty)

    board.goOn()

    #expect(board.requests.map(\.summary) == ["send 1,500 deals on"])
    #expect(board.requests.first?.changes.count == 1_500)
    #expect(Set(board.requests.flatMap(\.changes).map(\.id)).count == 1_500)
    #expect(board.store[1_500]?.stage == SalesTeam.pipeline.stages[1].id)
  }

  @Test mutating func `lets one look around meanwhile`() {
    board.press("ctrl-a L")
    board.goOn()

    board.press("h g g j")
    let focused = board.focused
    board.press("enter")

    #expect(focused != nil)
    #expect(board.screen.contains("100"))
    #expect(board.state.layers.contains(DealLayer.self))
  }

  @Test(arguments: ["w", "L", "u", "ctrl-r", "D", "space"])
  mutating func `has a second change wait`(key: String) {
    board.press("ctrl-a L")
    board.goOn()

    board.press(key)

    #expect(board.said == "1,500 deals are being changed. What you press waits for that.")
    #expect(board.requests.isEmpty)
    #expect(count(inStage: 1) == 1_000)
  }

  @Test mutating func `has a title that is typed meanwhile be no keys`() {
    board.press("ctrl-a L")
    board.goOn()

    board.press("a")
    board.type("Glow works 9k")
    board.press("enter")
    #expect(board.requests.isEmpty)
    board.stepsAreSlow = false

    #expect(board.requests.map(\.summary) == ["send 1,500 deals on", "add Glow works"])
  }

  @Test mutating func `is not cut in two by esc`() {
    board.press("ctrl-a L")
    board.goOn()

    board.press("esc esc")
    board.stepsAreSlow = false

    #expect(board.requests.map(\.changes.count) == [1_500])
    #expect(count(inStage: 1) == 1_500)
  }

  @Test mutating func `is saved before the board is left`() {
    board.press("ctrl-a L")
    board.goOn()

    board.press("q")
    #expect(!board.effects.contains(.quit))
    board.stepsAreSlow = false

    let last = board.effects.filter { if case .commit = $0 { true } else { $0 == .quit } }
    #expect(last.count == 2)
    #expect(last.last == .quit)
  }

  @Test mutating func `leaves out what others closed meanwhile, and says so`() throws {
    board.press("ctrl-a L")
    board.goOn()
    let number = try #require(lastInFirstStage)
    board.others(number, .won)

    board.stepsAreSlow = false

    #expect(board.requests.map(\.changes.count) == [1_499])
    let said = "Sent 1,499 deals on. 1 deal left out: Deal \(number) is closed."
    #expect(board.said?.hasPrefix(said) == true, "\(board.said ?? "")")
  }

  @Test mutating func `is about deals as they were when it was asked for`() throws {
    board.press("ctrl-a L")
    board.goOn()
    let number = try #require(lastInFirstStage)
    let seen = try #require(board.store[number]).revision
    board.others(number, .moved(to: SalesTeam.pipeline.stages[2].id))

    board.storeIsSilent = true
    board.stepsAreSlow = false

    let targets = board.requests.flatMap(\.changes).map(\.target)
    #expect(targets.contains(.deal(numbered(number), revision: seen)))
  }

  @Test mutating func `stays on top of what is loaded anew meanwhile`() {
    board.press("ctrl-a L")
    board.goOn()
    let deals = (1...1_500).map { Deal.fixture(Int64($0), "Deal \($0)", 100, owner: 1) }

    board.act(.reloaded(Workspace(.fixture(deals)), UndoState()))

    #expect(count(inStage: 1) == 1_000)
    board.stepsAreSlow = false
    #expect(count(inStage: 1) == 1_500)
    #expect(board.requests.map(\.changes.count) == [1_500])
  }

  @Test mutating func `that is won leaves the focus at its height`() {
    board.press("j j ctrl-a w")
    board.stepsAreSlow = false

    #expect(board.state.focus.column == .stage(0))
    #expect(count(inStage: 0) == 0)
    #expect(board.said == "Won 1,500 deals")
  }

  @Test mutating func `is taken back while one looks around`() {
    board.press("ctrl-a L")
    board.stepsAreSlow = false
    board.press("esc")
    board.storeIsSilent = true

    board.press("u u")
    #expect(board.status.hasSuffix("taking back 1,500 changes… "))
    board.press("g g j")
    #expect(board.state.focus.row == 1)
    board.press("w")
    #expect(
      board.said
        == "1,500 changes are being taken back or made again. What you press waits for that."
    )
    #expect(board.requests.count == 1)

    board.storeIsSilent = false
    #expect(count(inStage: 0) == 1_499)
    #expect(board.requests.count == 2)
  }
}
