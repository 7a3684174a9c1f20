import Testing

@testable import Terminal

@Suite struct KeyTableTests {
  @Test func `what the terminal's description says goes before the common rules`() {
    // As on a terminal that has home where others have up.
    let table = KeyTable { $0 == "khome" ? Array("\u{1b}[A".utf8) : nil }

    #expect(keys(parsing: Array("\u{1b}[A\u{1b}[B".utf8), table) == ["home", "down"])
  }

  @Test func `a described sequence need not follow the grammar`() {
    // VT52 arrows, rxvt's shift-home, and a function key with a carriage return in it.
    let table = KeyTable {
      ["kcuu1": "\u{1b}A", "kHOM": "\u{1b}[7$", "kf1": "\u{1b}?p\r"][$0].map { Array($0.utf8) }
    }

    #expect(
      keys(parsing: Array("\u{1b}A\u{1b}[7$j\u{1b}?p\r".utf8), table)
        == ["up", "shift-home", "j", "f1"]
    )
  }

  @Test func `the beginning of a described sequence is a key of its own once nothing follows`() {
    let table = KeyTable { $0 == "kf1" ? Array("\u{1b}?p".utf8) : nil }

    #expect(keys(parsing: Array("\u{1b}?".utf8), table) == ["alt-?"])
    #expect(keys(parsing: Array("\u{1b}?x".utf8), table) == ["alt-?", "x"])
  }

  @Test func `numbers after a name tell modifiers`() {
    let table = KeyTable { $0 == "kLFT5" ? Array("\u{1b}<".utf8) : nil }

    #expect(keys(parsing: Array("\u{1b}<".utf8), table) == ["ctrl-left"])
  }

  @Test func `a sequence that could be typed is left out`() {
    let table = KeyTable { $0 == "kf1" ? [0x01] : nil }

    #expect(keys(parsing: [0x01], table) == ["ctrl-a"])
  }
}
