import Testing

@testable import Board

@Suite struct MarkdownTextTests {
  @Test(arguments: [
    ("Acme renewal", "Acme renewal"),
    ("*bold* _here_ snake_case", "\\*bold\\* \\_here\\_ snake_case"),
    ("[link](http://x)", "\\[link\\](http://x)"),
    ("a|b <script> `code`", "a\\|b \\<script\\> \\`code\\`"),
    ("# heading ~gone~ @channel", "\\# heading \\~gone\\~ \\@channel"),
    ("two\nlines\tand\r\na tab", "two lines and a tab"),
    ("\u{1B}[31mred\u{202E}", "\u{FFFD}\\[31mred\u{FFFD}"),
  ])
  func `a text from outside forms nothing`(text: String, expected: String) {
    #expect(MarkdownText.plain(text) == expected)
  }

  @Test func `a heading stands between blank lines, and there is never more than one`() {
    var text = MarkdownText()
    text.addHeading("One", level: 1)
    text.addBlank()
    text.addPoint("point")
    text.addHeading("Two", level: 2)

    #expect(text.text == "# One\n\n- point\n\n## Two\n\n")
  }
}
