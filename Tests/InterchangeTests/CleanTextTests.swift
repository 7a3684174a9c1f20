import Interchange
import Testing

@Suite struct CleanTextTests {
  @Test(arguments: [
    ("one\r\ntwo\rthree\n", "one\ntwo\nthree"),
    ("  kept before, not behind  \n\n\n", "  kept before, not behind"),
    ("a\tb", "a\tb"),
    ("\u{1B}]0;title\u{7}\u{9B}2J", "\u{FFFD}]0;title\u{FFFD}\u{FFFD}2J"),
    ("left \u{202E}right", "left \u{FFFD}right"),
    ("a\n\nb", "a\n\nb"),
    ("\n \n", ""),
    ("", ""),
  ])
  func `lines are cleaned one by one`(text: String, clean: String) {
    #expect(CleanText.cleanedLines(text) == clean)
    #expect(CleanText.cleanedLines(clean) == clean)
  }
}
