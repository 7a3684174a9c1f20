import Pipeline
import Testing

@Suite struct `A person's initials` {
  @Test(
    arguments: [
      ("Ana Souza", [], "AS"),
      ("Ana Souza", ["AS"], "ASO"),
      ("Ana Souza", ["as", "ASO"], "ASOU"),
      ("Ana Souza", ["AS", "ASO", "ASOU"], "ANS"),
      ("Ana Maria de Souza", [], "AS"),
      ("Pedro", [], "PE"),
      ("Pedro", ["PE"], "PED"),
      ("Bo", ["BO"], "B"),
      ("Jean-Luc Picard", [], "JP"),
      ("  ", [], "X"),
      ("\u{674E}\u{660E}", [], "\u{674E}\u{660E}"),
      ("\u{DF}eta Kant", [], "\u{DF}K"),
    ] as [(String, [String], String)]
  )
  func `are the shortest that nobody has`(name: String, taken: [String], expected: String) {
    #expect(Initials.make(for: name, taken: taken) == expected)
  }

  @Test func `stay unique and short for a hundred people of one name`() {
    var taken: [String] = []

    for _ in 0..<100 { taken.append(Initials.make(for: "Ana Souza", taken: taken)) }

    #expect(Set(taken).count == 100)
    #expect(taken.allSatisfy { (1...Initials.maximum).contains($0.count) })
  }
}
