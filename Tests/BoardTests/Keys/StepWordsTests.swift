import Testing

@testable import Board

/// What a step is called in the log, and what is said once it is done.
struct StepWordsTests {
  /// Keys, what is said after them, and what is said once they are taken back.
  private static let steps = [
    ("w", "Won Cobalt Labs", "win Cobalt Labs"),
    ("x down down down down down down enter", "Lost Cobalt Labs", "lose Cobalt Labs"),
    ("Z ctrl-u + 2 d enter", "Put Cobalt Labs aside until Fri", "put Cobalt Labs aside until Fri"),
    ("W ctrl-u 5 k enter", "Won Cobalt Labs for $5,000", "win Cobalt Labs for $5,000"),
    ("v j v L", "Sent 2 deals on", "send 2 deals on"),
    ("D", "Deleted Cobalt Labs", "delete Cobalt Labs"),
    ("L", "Moved Cobalt Labs to Qualified", "move Cobalt Labs to Qualified"),
    ("$ ctrl-u enter", "Cleared the value of Cobalt Labs", "clear the value of Cobalt Labs"),
    ("$ ctrl-u 5 k enter", "Valued Cobalt Labs at $5,000", "value Cobalt Labs at $5,000"),
    (
      "c e o m enter", "Set the expected close of Cobalt Labs to 30 Nov",
      "set the expected close of Cobalt Labs to 30 Nov"
    ),
    (
      "c e o m enter c ctrl-u enter", "Cleared the expected close of Cobalt Labs",
      "clear the expected close of Cobalt Labs"
    ),
    (
      "n t u e enter", "Planned for Cobalt Labs: Tue, instead of overdue 4d call",
      "plan for Cobalt Labs: Tue"
    ),
    ("N h i enter", "Wrote a note on Cobalt Labs", "write a note on Cobalt Labs"),
  ]

  @Test(arguments: steps)
  func `a key says what it did, and u what it takes back`(
    keys: String,
    said: String,
    takenBack: String
  ) {
    var board = TestBoard.salesTeam(columns: 120)

    board.press(keys)
    #expect(board.said == said)

    board.press("u")
    #expect(board.said == "Taken back: \(takenBack)")
  }
}
