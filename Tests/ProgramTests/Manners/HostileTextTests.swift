import TerminalModel
import Testing

@Suite struct `Text from outside` {
  /// The titles of the fixture with control characters, as far as each can be told from the others.
  private static let fixtureTitles = [
    "RED", "owned", "bell", "c1", "rtl", "two lines", "tab here", "del",
  ]

  /// What a title can bring besides: modes, reports, palettes, strings without an end, and marks.
  private static let worse = [
    "modes \u{1b}[?1049l\u{1b}[?25h\u{1b}[?2004l",
    "report \u{1b}[6n\u{1b}[c\u{1b}]11;?\u{7}",
    "palette \u{1b}]4;1;#000000\u{7}\u{1b}]52;c;ZXZpbA==\u{7}",
    "unended \u{1b}P+q544e \u{1b}_payload \u{1b}X \u{1b}^",
    "eight bit \u{9b}2J\u{9d}0;owned\u{9c}\u{90}\u{84}\u{85}",
    "shift \u{e}qqq\u{f}\u{1b}(0qqq\u{1b}(B",
    "bidi \u{202a}\u{202b}\u{202d}\u{2066}\u{2067}\u{2068}\u{2069}\u{200e}\u{200f}\u{61c}",
    "unseen \u{200b}\u{2060}\u{feff}\u{ad}\u{180e}\u{e0041}\u{2028}\u{2029}",
    "private \u{e000}\u{f8ff}\u{f0000}\u{10fffd}",
    "marks a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}",
    "reset \u{1b}c\u{1b}#8\u{1b}[!p",
    "wide 漢字 e\u{301} 👩‍👩‍👧‍👦 🇩🇪 ☎\u{fe0f}",
  ]

  @Test(arguments: [(50, 200), (40, 120), (24, 80), (20, 40)])
  func `in a title it can do nothing to the board`(rows: Int, columns: Int) throws {
    let home = try homeWithFixture()

    let board = try openBoard([], rows: rows, columns: columns, home: home)
    for _ in Self.fixtureTitles {
      try board.type("\n")
      try board.waitForText("created")
      try board.press(.escape)
      try board.waitForNoText("created")
      try board.type("j")
    }
    try board.type("q")

    #expect(try board.waitForExit() == .exited(0))
    #expect(doings(of: board) == [])
    #expect(try board.leftovers() == [])
  }

  @Test func `the fixture's titles are readable as what they are`() throws {
    let home = try homeWithFixture()

    let board = try openBoard([], rows: 50, columns: 200, home: home)

    for title in Self.fixtureTitles { #expect(board.screenText.contains(title)) }
    #expect(board.screenText.contains("[31mRED"))
  }

  @Test func `worse than the fixture can do nothing either`() throws {
    let board = try openBoard(Self.worse, rows: 50, columns: 200)

    for _ in Self.worse {
      try board.type("\ne")
      try board.waitForText("Title")
      try board.press(.escape)
      try board.waitForText("? help")
      try board.press(.escape)
      try board.waitForText("spc grab")
      try board.type("j")
    }
    try board.type("q")

    #expect(try board.waitForExit() == .exited(0))
    #expect(doings(of: board) == [])
    #expect(try board.leftovers() == [])
  }

  @Test(arguments: [
    ["list"], ["show", "1"], ["log"], ["metrics"], ["owners"], ["attention"], ["export"],
    ["move", "1", "\u{1b}[2Jnowhere"], ["show", "\u{9b}2J\u{202e}nothing"],
    ["list", "owner:\u{1b}]0;owned\u{7}"], ["list", "--file", "/dev/no\u{1b}[31mwhere"],
  ])
  func `a command in a terminal prints nothing that acts`(arguments: [String]) throws {
    let home = try homeWithFixture()
    try addDeals(Self.worse, to: home)

    let session = try ProgramSession(arguments, rows: 50, columns: 200, home: home)

    try session.waitForExit()
    #expect(doings(of: session) == [])
    #expect(try session.leftovers() == [])
  }

  @Test func `what is typed into a field can do nothing`() throws {
    let board = try openBoard()
    try board.type("a")
    try board.waitUntil("the field is open") { $0.isCursorVisible }

    // A terminal in eight-bit mode could send these as keys.
    try board.type("Borealis \u{9b}\u{202e}\u{200b}\u{85}x\n")

    try board.waitUntil("the deal is on the board") {
      $0.contains("Borealis") && !$0.isCursorVisible
    }
    #expect(doings(of: board) == [])
  }

  private func homeWithFixture() throws -> PrivateHome {
    let home = try PrivateHome()
    let run = try ProgramRun.run(
      ["import", try fixture("12_control_characters.csv")],
      environment: ["DEALBOARD_TODAY": "2026-03-31"],
      home: home
    )
    guard run.status == 0 else { throw UnexpectedEnd(arguments: ["import"], run: run) }
    return home
  }

  /// What the bytes that were sent did to the terminal besides drawing, in words; unknown sequences
  /// have failed before.
  private func doings(of session: ProgramSession) -> [String] {
    var found: [String] = []
    if session.model.title != "" { found.append("the title is \(session.model.title)") }
    if session.model.bells > 0 { found.append("the bell rang") }
    if let clipboard = session.model.clipboard { found.append("the clipboard has \(clipboard)") }
    for scalar in session.rawText.unicodeScalars where acts(scalar) {
      found.append("U+\(String(scalar.value, radix: 16, uppercase: true)) was sent")
    }
    return found
  }

  /// Whether a terminal may do something other than draw a character; what ncurses itself needs, such
  /// as escape and carriage return, is left to the model.
  private func acts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x8, 0x9, 0xA, 0xD, 0x1B: false
    case 0...0x1F, 0x7F...0x9F: true
    case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F,
      0xFEFF, 0xE000...0xF8FF, 0xE0000...0x10FFFF:
      true
    default: false
    }
  }
}
