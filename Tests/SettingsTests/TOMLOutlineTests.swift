import Testing

@testable import Settings

@Suite struct `The outline of a TOML text` {
  private func place(_ outline: TOMLOutline, _ path: TOMLOutline.Step...) -> [Int]? {
    outline.entries[path].map { [$0.key.line, $0.key.column, $0.value.line, $0.value.column] }
  }

  @Test func `has the places of keys and values`() throws {
    let outline = try TOMLOutline(
      """
      a = 1 # one
      [ b . "c d" ]
        "é".f = 'x'
      g = [ 1,
        "]", # not the end
        { h = 2 },
      ]
      [[list]]
      i = 1
      [[list]]
      i = \"\"\"
      i = 3
      \"\"\"
      j = 1979-05-27 07:32:00
      """
    )

    #expect(place(outline, .key("a")) == [1, 1, 1, 5])
    #expect(place(outline, .key("b")) == [2, 3, 2, 3])
    #expect(place(outline, .key("b"), .key("c d")) == [2, 7, 2, 7])
    #expect(place(outline, .key("b"), .key("c d"), .key("é"), .key("f")) == [3, 7, 3, 11])
    #expect(place(outline, .key("b"), .key("c d"), .key("g"), .index(1)) == [5, 3, 5, 3])
    #expect(
      place(outline, .key("b"), .key("c d"), .key("g"), .index(2), .key("h")) == [6, 5, 6, 9]
    )
    #expect(place(outline, .key("list"), .index(1), .key("i")) == [11, 1, 11, 5])
    #expect(place(outline, .key("list"), .index(1), .key("j")) == [14, 1, 14, 5])
    #expect(outline.entries[[.key("j")]] == nil)
  }

  @Test func `knows keys by what they mean, not by how they are written`() throws {
    let outline = try TOMLOutline(#""a\u0062\tc" = 1"# + "\n'd\\e' = 2")

    #expect(place(outline, .key("ab\tc")) == [1, 1, 1, 16])
    #expect(place(outline, .key("d\\e")) == [2, 1, 2, 9])
  }

  @Test func `refuses a text that goes too deep`() {
    let text = "a = 1\nb = " + String(repeating: "[", count: 40)

    // The sixteenth list is one step too many below b.
    #expect(
      throws: TOMLFault(reason: .tooDeep, place: SourcePlace(line: 2, column: 5 + 16))
    ) {
      try TOMLOutline(text)
    }
  }
}
