import Pipeline
import Testing

@Suite struct LostReasonTests {
  @Test(arguments: ["Too dear", "too DEAR", " Too   dear ", "Tóo dear", "too\tdear"])
  func `two are one where case, accents or blanks alone tell them apart`(text: String) {
    #expect(LostReason(text) == LostReason("Too dear"))
    #expect(Set([LostReason(text), LostReason("Too dear")]).count == 1)
  }

  @Test(arguments: ["Toodear", "Too", "Too dear!", "Dear too", ""])
  func `two are two where letters or words differ`(text: String) {
    #expect(LostReason(text) != LostReason("Too dear"))
  }

  @Test func `takes the spelling that is there, and else keeps its own`() {
    let known = ["Rival", "Price"]

    #expect(LostReason("price ").text(among: known) == "Price")
    #expect(LostReason("Timing").text(among: known) == "Timing")
  }
}
