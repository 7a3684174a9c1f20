import Pipeline
import Testing

@Suite struct TimeParserTests {
  @Test(arguments: [
    ("9:05", 545), ("16.30", 990), ("3pm", 900), ("3:30 pm", 930), ("12am", 0), ("at 16:30", 990),
  ])
  func `reads a time of the day`(text: String, minute: Int16) {
    #expect(TimeParser(words: .english).minute(text) == minute)
  }

  @Test(arguments: [("10 uur", 600), ("10u30", 630), ("10u", 600), ("9.30 uur", 570)])
  func `reads a time as the Dutch write it`(text: String, minute: Int16) {
    #expect(TimeParser(words: .dutch).minute(text) == minute)
  }

  @Test(arguments: ["", "10", "at 10", "24:00", "9:60", "13pm", "0pm", "9:5", "-1:00", "a:00"])
  func `refuses what names no time`(text: String) {
    #expect(TimeParser(words: .english).minute(text) == nil)
  }
}
