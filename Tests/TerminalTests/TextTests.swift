import Testing

@testable import Terminal

@Suite struct Base64Tests {
  // RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `the standard's own examples hold`(_ text: String, _ encoded: String) {
    #expect(Base64.encode(Array(text.utf8)) == encoded)
  }
}

@Suite struct CharacterLocaleNameTests {
  @Test func `LC_ALL goes before LC_CTYPE, and that before LANG`() {
    let all = ["LC_ALL": "a", "LC_CTYPE": "b", "LANG": "c"]

    #expect(CharacterLocale.name { all[$0] } == "a")
    #expect(CharacterLocale.name { $0 == "LC_ALL" ? "" : all[$0] } == "b")
    #expect(CharacterLocale.name { $0 == "LANG" ? "c" : nil } == "c")
    #expect(CharacterLocale.name { _ in nil } == "C")
  }

  @Test(arguments: ["de_DE.UTF-8", "en_US.utf8", "C.UTF-8", "ca_ES.UTF-8@valencia"])
  func `a name says that it is of UTF-8`(_ name: String) {
    #expect(CharacterLocale.endsInUTF8(name))
  }

  @Test(arguments: ["C", "POSIX", "de_DE", "de_DE.ISO-8859-15@euro"])
  func `another name does not`(_ name: String) {
    #expect(!CharacterLocale.endsInUTF8(name))
  }
}

@Suite struct PaddingTests {
  @Test func `notes on how long a terminal needs are left out`() {
    let bytes = TerminalCapabilities.withoutPadding(Array("\u{1b}[m$<2>\u{f}$<5*/>x$".utf8))

    #expect(String(decoding: bytes, as: UTF8.self) == "\u{1b}[m\u{f}x$")
  }
}
