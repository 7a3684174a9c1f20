import Pipeline
import Testing

@testable import Board

/// News of what others did, while something else is to be read.
struct NewsTests {
  private var board = TestBoard.salesTeam(columns: 120)

  private var heedsSeconds: Bool { board.state.heedsSeconds }

  private mutating func wait(milliseconds: Int64) {
    board.clock.now = Instant(milliseconds: board.clock.now.milliseconds + milliseconds)
    board.act(.tick)
  }

  @Test
  mutating func `news that come while one's own act is read are said three seconds after it`() {
    board.press("L")
    let said = board.said
    board.others(13, .moved(to: numbered(3)))
    wait(milliseconds: 2_999)
    #expect(board.said == said)

    wait(milliseconds: 1)
    #expect(board.said == "Rita Sato: moved Kestrel Media to Proposal")
  }

  @Test
  mutating func `the next key that says nothing of its own says the news that were kept`() {
    board.press("L")
    board.others(13, .moved(to: numbered(3)))
    board.press("j")
    #expect(board.said == "Rita Sato: moved Kestrel Media to Proposal")

    board.press("j")
    #expect(board.said == nil)
  }

  @Test
  mutating func `a form that was open while its deal was deleted brings nothing back`() {
    let open = board.state.figures.open.deals
    board.press("e")
    board.type(" X")
    let deal = board.state.focusedDeal?.id
    board.others(deal?.rawValue ?? 0, .deleted)
    board.press("enter")

    #expect(board.said == "Cobalt Labs was deleted.")
    #expect(board.state.figures.open.deals == open - 1)
    #expect(board.requests.isEmpty)
  }

  @Test
  mutating func `a step that fails because its deal was deleted brings nothing back`() {
    let open = board.state.figures.open.deals
    let deal = board.state.focusedDeal?.id
    board.storeIsSilent = true
    board.press("L")
    board.others(deal?.rawValue ?? 0, .deleted)
    board.act(
      .storeFailed(Ticket(number: 1), StoreFailure(sentence: "It was deleted.", mayRetry: false))
    )

    #expect(board.state.figures.open.deals == open - 1)
    #expect(!board.screen.contains("Cobalt Labs"))
  }

  @Test
  mutating func `news wait for the last of several acts`() {
    board.press("L")
    board.others(13, .moved(to: numbered(3)))
    board.press("L")
    #expect(board.said == "Moved Cobalt Labs to Proposal")

    wait(milliseconds: 3_000)
    #expect(board.said == "Rita Sato: moved Kestrel Media to Proposal")
  }

  @Test
  mutating func `of the news that are kept the newest is said`() {
    board.press("L")
    board.others(13, .moved(to: numbered(3)))
    board.others(14, .won)
    wait(milliseconds: 3_000)

    #expect(board.said == "Rita Sato: won Lumen Energy")
  }

  @Test
  mutating func `news that come while a question stands are said once it is answered`() {
    board.press("H")
    #expect(board.said == "This is the first stage.")
    board.others(14, .won)
    wait(milliseconds: 60_000)
    #expect(board.said == "This is the first stage.")

    board.press("j")
    #expect(board.said == "Rita Sato: won Lumen Energy")
  }

  @Test
  mutating func `a second is heeded while news wait for it, and no longer`() {
    board.press("L")
    #expect(!heedsSeconds)
    board.others(14, .won)
    #expect(heedsSeconds)

    wait(milliseconds: 3_000)
    #expect(!heedsSeconds)
  }

  @Test
  mutating func `news of others are said also where one's own change elsewhere came after them`() {
    let theirs = board.store.change(14, .won)
    let mine = board.store.change(13, .moved(to: numbered(3)), by: "Anna Kern")
    let changes = [theirs, mine].compactMap(\.self)
    board.act(.othersChanged(changes, board.store.undoState))

    #expect(board.said == "Rita Sato: won Lumen Energy")
  }
}
