import Foundation
import TerminalModel
import Testing

@Suite struct `A board that ends` {
  @Test(arguments: knownTerminals)
  func `q gives the terminal back`(terminal: String) throws {
    let board = try openBoard(terminal: terminal)

    try board.type("q")

    #expect(try board.waitForExit() == .exited(0))
    #expect(try board.leftovers() == [])
  }

  @Test func `ctrl-c gives the terminal back and ends as interrupted`() throws {
    let board = try openBoard()

    try board.press(.ctrl("c"))

    #expect(try board.waitForExit() == .signalled(SIGINT))
    #expect(try board.leftovers() == [])
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `a signal that asks it to end gives the terminal back`(number: Int32) throws {
    let board = try openBoard()

    try board.signal(number)

    #expect(try board.waitForExit() == .signalled(number))
    #expect(try board.leftovers() == [])
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a signal that asks it to end leaves nothing beside the file but its gate`(
    number: Int32
  ) throws {
    let board = try openBoard()
    try board.type("w")
    try board.waitForText("saved ✓")

    try board.signal(number)

    #expect(try board.waitForExit() == .signalled(number))
    let folder = board.home["data/dealboard"]
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        == ["pipeline.db", "pipeline.db-gate"]
    )
  }

  @Test func `a signal that asks it to end is heeded also while somebody else has the file`() throws
  {
    let board = try openBoard()
    let gate = try GateHolder(board.home["data/dealboard/pipeline.db"])

    try board.signal(SIGTERM)

    #expect(try board.waitForExit() == .signalled(SIGTERM))
    #expect(try board.leftovers() == [])
    gate.letGo()
  }

  // Swift traps with SIGILL or SIGTRAP, as the processor has it.
  @Test(arguments: [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE])
  func `a crash gives the terminal back`(number: Int32) throws {
    let board = try openBoard()

    try board.signal(number)

    #expect(try board.waitForExit() == .signalled(number))
    #expect(try board.leftovers() == [])
  }

  @Test(arguments: knownTerminals)
  func `a kill in the middle of a field gives each terminal back`(terminal: String) throws {
    let board = try openBoard(terminal: terminal)
    // The cursor shows in a field, and stands elsewhere than where the program found it.
    try board.type("aBorealis")
    try board.waitForText("Borealis")

    try board.signal(SIGTERM)

    #expect(try board.waitForExit() == .signalled(SIGTERM))
    #expect(try board.leftovers() == [])
  }

  @Test func `an error after the screen was taken gives the terminal back and is then said`() throws
  {
    let home = try PrivateHome()
    try addDeals((0..<400).map { "Damaged deal \($0)" }, to: home)
    try damage(home["data/dealboard/pipeline.db"], pagesWith: "Damaged deal 200")

    let board = try ProgramSession([], home: home)

    #expect(try board.waitForExit() == .exited(65))
    #expect(try board.leftovers() == [])
    #expect(board.rawText.contains("\u{1b}[?1049h"))
    #expect(board.screenText.contains("is damaged"))
  }

  @Test func `a demo leaves no file behind`() throws {
    let board = try ProgramSession(["demo"])
    try board.waitForBoard()
    let files = try FileManager.default.contentsOfDirectory(atPath: board.home["temporary"])
    #expect(files.count == 1)

    try board.type("q")

    #expect(try board.waitForExit() == .exited(0))
    #expect(try FileManager.default.contentsOfDirectory(atPath: board.home["temporary"]) == [])
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV])
  func `a demo that a signal ends leaves no file behind`(number: Int32) throws {
    let board = try ProgramSession(["demo"])
    try board.waitForBoard()

    try board.signal(number)

    #expect(try board.waitForExit() == .signalled(number))
    #expect(try FileManager.default.contentsOfDirectory(atPath: board.home["temporary"]) == [])
  }

  @Test func `a demo removes what a killed one left, and nothing of one that runs`() throws {
    let home = try PrivateHome()
    func folders() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: home["temporary"])
    }
    let killed = try ProgramSession(["demo"], home: home)
    try killed.waitForBoard()
    let left = try folders()
    try killed.signal(SIGKILL)
    _ = try killed.waitForExit()
    try home.makeFolder("temporary/dealboard-demo-of-mine")
    let running = try ProgramSession(["demo"], home: home)
    try running.waitForBoard()
    let kept = try folders()

    let next = try ProgramSession(["demo"], home: home)
    try next.waitForBoard()

    #expect(left.count == 1)
    #expect(!kept.contains(left[0]))
    #expect(Set(try folders()).isSuperset(of: kept))
    #expect(try folders().contains("dealboard-demo-of-mine"))
  }

  /// Zeroes the pages of a file that have a text in them, as a disk that lost them would.
  private func damage(_ path: String, pagesWith text: String) throws {
    let url = URL(fileURLWithPath: path)
    var data = try Data(contentsOf: url)
    let pageSize = 4096
    for page in 0..<(data.count / pageSize) {
      let range = page * pageSize..<(page + 1) * pageSize
      if data[range].range(of: Data(text.utf8)) != nil {
        data.replaceSubrange(range, with: Data(count: pageSize))
      }
    }
    try data.write(to: url)
  }
}
