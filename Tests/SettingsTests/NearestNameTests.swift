import Testing

@testable import Settings

@Suite struct `The nearest name` {
  @Test(
    arguments: [
      ("nrod", "nord"), ("nor", "nord"), ("Nord", "nord"), ("drakula", "dracula"),
      ("solarised", "solarized"), ("x", nil), ("", nil), ("chartreuse", nil),
    ] as [(String, String?)]
  )
  func `is the one that a slip of the hand makes of it`(_ typed: String, _ meant: String?) {
    #expect(NearestName.of(typed, among: ["nord", "dracula", "solarized", "y"]) == meant)
  }

  @Test func `is not looked for where the text is endless`() {
    let long = String(repeating: "a", count: 100_000)

    #expect(NearestName.of(long, among: ["nord"]) == nil)
  }
}
