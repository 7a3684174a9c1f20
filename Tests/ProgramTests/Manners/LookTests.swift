import TerminalModel
import Testing

@Suite struct `The board on different terminals` {
  private let titles = ["Acme renewal", "Borealis pilot", "Cobalt Labs", "Müller & Söhne"]

  @Test(arguments: ["xterm", "screen-256color", "tmux-256color", "vt100"])
  func `each shows the grid that xterm-256color shows`(terminal: String) throws {
    let expected = try screen(terminal: "xterm-256color")

    #expect(try screen(terminal: terminal) == expected)
  }

  // The console's fonts lack most of the board's signs.
  @Test func `the Linux console shows the same grid in ASCII signs`() throws {
    let ascii = try screen(["--ascii"], terminal: "xterm-256color")

    #expect(try screen(terminal: "linux") == ascii)
  }

  @Test(arguments: [
    "xterm-256color", "xterm", "screen-256color", "tmux-256color", "linux", "vt100",
  ])
  func `each follows moves, scrolling and small screens`(terminal: String) throws {
    let board = try openBoard((0..<40).map { "Deal \($0)" }, terminal: terminal)

    try board.type("G")
    try board.waitForText("40/40")
    try board.type("gg")
    try board.waitForText("1/40")
    try board.type("L")
    try board.waitUntil("the move is saved") {
      $0.contains("to Contact Made") && $0.contains("saved")
    }
    let moved = board.screenText
    try board.resize(rows: 20, columns: 40)
    try board.waitUntil("the small board") { $0.row(18).contains("? help") }
    try board.resize(rows: 24, columns: 80)

    try board.waitUntil("the same board as before") { $0.text == moved }
  }

  @Test func `without a locale only ASCII is sent and the grid stays`() throws {
    let ascii = try screen(["--ascii"], titles: ["Acme renewal", "Borealis pilot"])

    for environment in [["LANG": "C"], ["LANG": nil], ["LANG": "POSIX", "LC_ALL": ""]] {
      let board = try openBoard(
        ["Acme renewal", "Borealis pilot"],
        environment: environment,
        rows: 40,
        columns: 120
      )
      try board.waitUntil("the screen is that of --ascii") { $0.text == ascii }
      #expect(board.rawBytes.allSatisfy { $0 < 0x80 })
    }
  }

  @Test func `letters that the locale lacks are question marks`() throws {
    let board = try openBoard(["Müller 漢 Söhne"], environment: ["LANG": "C"])

    #expect(board.screenText.contains("M?ller ? S?hne"))
  }

  @Test func `a UTF-8 locale that is not installed still has all signs`() throws {
    let expected = try screen()

    #expect(try screen(environment: ["LANG": "de_DE.UTF-8"]) == expected)
  }

  @Test(arguments: ["xterm-256color", "xterm", "linux"])
  func `NO_COLOR leaves no colour`(terminal: String) throws {
    let board = try openBoard(titles, environment: ["NO_COLOR": "1"], terminal: terminal)

    #expect(colors(of: board).isEmpty)
    // What colour says is said by bold and reverse.
    #expect(board.model.style(of: "Müller")?.isBold == true)
  }

  @Test func `an empty NO_COLOR is none`() throws {
    let board = try openBoard(titles, environment: ["NO_COLOR": ""])

    #expect(!colors(of: board).isEmpty)
  }

  @Test func `a terminal without colours is sent none`() throws {
    let board = try openBoard(titles, terminal: "vt100")

    #expect(colors(of: board).isEmpty)
  }

  @Test func `eight colours are enough`() throws {
    let board = try openBoard(titles, terminal: "xterm")

    #expect(colors(of: board).isSubset(of: Set((0..<8).map { .palette($0) })))
  }

  /// A board's screen as text.
  private func screen(
    _ arguments: [String] = [],
    titles: [String]? = nil,
    environment: [String: String?] = [:],
    terminal: String = "xterm-256color"
  ) throws -> String {
    let titles = titles ?? self.titles
    let board = try openBoard(
      titles,
      arguments: arguments,
      environment: environment,
      terminal: terminal,
      rows: 40,
      columns: 120
    )
    // What differs from this morning comes after the first paint.
    try board.waitUntil("the number of new deals is there") {
      $0.contains("▲ \(titles.count)") || $0.contains("^ \(titles.count)")
    }
    try board.waitUntil("what takes longer is counted") {
      $0.contains("ACTIVITY") && !$0.contains("counting")
    }
    return board.screenText
  }

  /// All colours on the screen but the terminal's own.
  private func colors(of board: ProgramSession) -> Set<TerminalColor> {
    let cells = (0..<board.model.rows).flatMap { board.model.cells(row: $0) }
    let all = cells.flatMap { [$0.style.foreground, $0.style.background] }
    return Set(all).subtracting([.standard])
  }
}
