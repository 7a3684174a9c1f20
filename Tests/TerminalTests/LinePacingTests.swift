import Testing

@testable import Terminal

@Suite struct `How far a terminal has read` {
  @Test func `is not waited for where it never said so`() {
    var pacing = LinePacing()
    pacing.ask(at: 0)

    #expect(pacing.heldUntil == nil)
    let asks = pacing.write(100_000)
    #expect(!asks)
  }

  @Test func `is asked behind a kilobyte, and waited for`() {
    var pacing = LinePacing()
    pacing.ask(at: 0)
    pacing.takeAnswer()

    let asksEarly = pacing.write(1_000)
    #expect(!asksEarly)
    #expect(pacing.heldUntil == nil)
    let asks = pacing.write(24)
    #expect(asks)
    pacing.ask(at: 50)
    #expect(pacing.heldUntil == 50 + LinePacing.patience)
    let asksAgain = pacing.write(5_000)
    #expect(!asksAgain)
    pacing.takeAnswer()
    #expect(pacing.heldUntil == nil)
  }

  @Test func `is asked no more where an answer is lost, until one comes`() {
    var pacing = LinePacing()
    pacing.takeAnswer()
    pacing.ask(at: 50)
    pacing.giveUp()

    #expect(pacing.heldUntil == nil)
    let asks = pacing.write(5_000)
    #expect(!asks)
    pacing.takeAnswer()
    let asksAgain = pacing.write(1)
    #expect(asksAgain)
  }
}
