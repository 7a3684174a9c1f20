import Testing

@testable import Pipeline

@Suite struct PhraseTests {
  @Test func `is English where nobody said another language`() {
    #expect(phrase("\(3) of \(12)") == "3 of 12")
  }

  @Test func `is said in the language of what runs now`() {
    let said = Language.$current.withValue(.dutch) { phrase("Nothing to undo.") }

    #expect(said == "Niets om ongedaan te maken.")
  }

  @Test func `puts its values where the language has them`() {
    let said = Language.$current.withValue(.dutch) { phrase("moved \("Acme") to \("Demo")") }

    #expect(said == "Acme verplaatst naar Demo")
  }

  @Test func `keeps the spaces around it`() {
    let said = Language.$current.withValue(.dutch) { phrase("  \(2) of \(3) ") }

    #expect(said == "  2 van 3 ")
  }

  @Test func `takes a value as it is, even one that looks like a place`() {
    let said = Language.$current.withValue(.dutch) { phrase("moved \("%2") to \("50 %")") }

    #expect(said == "%2 verplaatst naar 50 %")
  }

  @Test func `stays English where a translation is missing`() {
    let said = Language.$current.withValue(.dutch) { phrase("no such text \(1)") }

    #expect(said == "no such text 1")
  }

  @Test(
    arguments: [
      ("nl_NL.UTF-8", Language.dutch), ("nl", .dutch), ("nl_BE@euro", .dutch),
      ("en_GB.UTF-8", .english), ("de_DE.UTF-8", nil), ("C.UTF-8", nil), ("", nil),
    ] as [(String, Language?)]
  )
  func `a locale's name says the language`(name: String, language: Language?) {
    #expect(Language(localeName: name) == language)
  }
}
