import Testing

@testable import Pipeline

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("cafe", "Le Café"), ("strasse", "Große Straße"), ("sa", "Maßanzug"), ("olsted", "Ølstéd"),
    ("ist", "İSTANBUL"), ("resume", "re\u{301}sume\u{301}"), ("京都", "旧京都店"), ("ae", "Ære"),
    ("é", "PRIVE"), ("ωμεγα", "ΩΜΕΓΑ"), ("", "anything"),
  ])
  func `letters are found whatever their case and marks`(wanted: String, text: String) {
    #expect(FoldedText(wanted).occurs(in: text))
  }

  @Test(arguments: [
    ("caff", "Café"), ("sas", "Maßanzug"), ("京城", "旧京都店"), ("abc", "ab"), ("e", "\u{301}"),
    ("a", ""),
  ])
  func `what is not there is not found`(wanted: String, text: String) {
    #expect(!FoldedText(wanted).occurs(in: text))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a search in place finds what is found in the folded text`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let letters = [
      "a", "S", "s", "e", "ß", "É", "e\u{301}", "Æ", "İ", "京", "ㅎ", "ж", "Ж", "🎉", "ﬁ", "ẞ", "-",
      " ",
    ]
    func text(_ length: Int) -> String {
      (0..<length).map { _ in letters.randomElement(using: &random) ?? "" }.joined()
    }
    for _ in 0..<400 {
      let (wanted, whole) = (
        text(.random(in: 1...3, using: &random)), text(.random(in: 0...12, using: &random))
      )
      let (inside, outside) = (
        Array(FoldedText(wanted).text.utf8), Array(FoldedText(whole).text.utf8)
      )
      let isThere =
        inside.count <= outside.count
        && (0...(outside.count - inside.count)).contains { outside[$0...].starts(with: inside) }
      #expect(FoldedText(wanted).occurs(in: whole) == isThere, "\(wanted) in \(whole)")
    }
  }
}
