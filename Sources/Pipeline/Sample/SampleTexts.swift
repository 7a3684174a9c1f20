/// What the sample's team does, notes and is told.
enum SampleTexts {
  /// What is done for a deal in a stage.
  static let steps: [[(kind: ActivityKind, text: String)]] = [
    [
      (.call, "First call"), (.mail, "Send introduction"), (.call, "Call back"),
      (.mail, "Answer their questions"), (.task, "Find out who decides"),
    ],
    [
      (.meeting, "Discovery meeting"), (.call, "Clarify needs"), (.mail, "Send case study"),
      (.call, "Ask for the budget"), (.task, "Map their process"),
    ],
    [
      (.meeting, "Demo for the team"), (.task, "Prepare demo data"),
      (.call, "Feedback on the demo"),
      (.mail, "Send the recording"), (.meeting, "Demo for the board"),
    ],
    [
      (.task, "Write the proposal"), (.mail, "Send the proposal"),
      (.call, "Walk through the offer"),
      (.meeting, "Proposal review"), (.call, "Ask for a decision"),
    ],
    [
      (.call, "Agree on terms"), (.mail, "Send the contract"), (.meeting, "Legal review"),
      (.call, "Ask for the signature"), (.meeting, "Meet their CFO"),
    ],
  ]

  /// What comes of it, where somebody wrote it down.
  static let outcomes = [
    "went well", "no answer, try again", "they need more time", "wants to see it live",
    "will ask internally", "good questions", "moved by a week", "sent a summary",
  ]

  /// What is noted on a deal.
  static let notes = [
    "Budget is confirmed.", "Wants a reference from the same trade.",
    "Compares us with two others.", "IT asks for single sign-on first.",
    "Decision goes to the next board meeting.",
    "Current contract runs out at the end of the quarter.",
    "Likes the reports, worries about the migration.", "New head of sales, starts over with us.",
    "Asks for a discount on three years.", "Met at the trade fair, very interested.",
    "Purchasing wants our security papers.", "Pilot with one team first, then the rest.",
    "Price is fine, timing is open.", "Wants to go live before the summer.",
  ]

  /// Why deals are lost before a proposal is made, by how often.
  static let earlyReasons: [(choice: String?, weight: Int)] = [
    ("No reply", 40), ("No budget", 20), ("Bad fit", 14), ("Timing", 12), ("Competitor", 8),
    (nil, 6),
  ]
  /// Why deals are lost once the price is known, by how often.
  static let lateReasons: [(choice: String?, weight: Int)] = [
    ("Price", 36), ("Competitor", 30), ("No budget", 12), ("Timing", 10), ("Missing feature", 8),
    (nil, 4),
  ]

  /// Where deals come from, by how often.
  static let sources: [(choice: String?, weight: Int)] = [
    ("inbound", 34), ("outbound", 22), ("partner", 14), ("event", 12), (nil, 18),
  ]
}
