import Glibc
import TerminalModel
import Testing

@Suite struct `A board that is stopped` {
  @Test(arguments: ["xterm-256color", "linux", "vt100"])
  func `ctrl-z gives the terminal to the shell and fg draws the board again`(
    terminal: String
  ) throws {
    let board = try openBoard(terminal: terminal, jobControl: true)
    let before = board.screenText

    try board.press(.ctrl("z"))
    try board.waitForStop()
    #expect(try board.leftovers() == [])
    try board.resume()

    try board.waitUntil("the same board is back") { $0.text == before }
    try board.type("L")
    try board.waitForText("Moved Acme renewal to Contact Made")
    try board.type("q")
    #expect(try board.waitForExit() == .exited(0))
    #expect(try board.leftovers() == [])
  }

  @Test func `it can be stopped again and again`() throws {
    let board = try openBoard(jobControl: true)

    for _ in 0..<5 {
      try board.press(.ctrl("z"))
      try board.waitForStop()
      #expect(try board.leftovers() == [])
      try board.resume()
      try board.waitForBoard()
    }

    try board.type("q")
    #expect(try board.waitForExit() == .exited(0))
  }

  @Test func `a stop that cannot be caught is followed by a whole board`() throws {
    let board = try openBoard(jobControl: true)
    let before = board.screenText

    try board.signal(SIGSTOP)
    #expect(try board.waitForStop() == SIGSTOP)
    try board.resume()
    // Only a redraw brings this sequence: the screen is entered again and cleared.
    try board.waitUntil("the same board is back") { $0.text == before && $0.isAlternateScreen }

    try board.type("q")
    #expect(try board.waitForExit() == .exited(0))
    #expect(try board.leftovers() == [])
  }

  @Test func `another size meanwhile is taken over`() throws {
    let board = try openBoard(rows: 24, columns: 80, jobControl: true)

    try board.press(.ctrl("z"))
    try board.waitForStop()
    try board.resize(rows: 20, columns: 40)
    try board.resume()

    try board.waitUntil("the board fits the small screen") {
      $0.contains("Acme renewal") && $0.row(18).contains("? help")
    }
  }

  @Test func `others' changes meanwhile are shown afterwards`() throws {
    let board = try openBoard(jobControl: true)

    try board.press(.ctrl("z"))
    try board.waitForStop()
    try addDeals(["Borealis pilot"], to: board.home)
    try board.resume()

    try board.waitForText("Borealis pilot")
  }

  @Test func `whatever it was saving, others find the file free, and no key is lost`() throws {
    let board = try openBoard(jobControl: true)

    for round in 1...4 {
      // The key that stops it comes right behind one that has to be saved.
      try board.type("L")
      try board.press(.ctrl("z"))
      try board.waitForStop()
      try addDeals(["Borealis \(round)"], to: board.home)
      try board.resume()
      try board.waitForText("Borealis \(round)")
    }

    let shown = try ProgramRun.run(["list", "stage:negotiations", "--json"], home: board.home)
    #expect(shown.output.contains("Acme renewal"))
  }

  @Test func `without a shell to continue it ctrl-z does nothing`() throws {
    let board = try openBoard()

    try board.press(.ctrl("z"))

    try board.type("L")
    try board.waitForText("Moved Acme renewal to Contact Made")
    #expect(board.model.isAlternateScreen)
  }
}
