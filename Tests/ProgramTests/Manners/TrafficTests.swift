import Foundation
import TerminalModel
import Testing

@Suite struct `What goes over the line` {
  /// Deals whose titles differ in one letter, the first one on top.
  private let letters = (0..<62).map { index -> String in
    let all = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
    return "\(all[index])"
  }

  @Test func `sixty keys at once are three paints at most`() throws {
    let board = try openBoard(letters.reversed())
    let last = try lastTitle(of: board)
    let start = board.rawBytes.count

    try board.type(String(repeating: "j", count: 60))
    try board.waitForText("61/62")

    let seen = titles(of: board, after: start)
    #expect((1...3).contains(seen.count))
    #expect(seen.last != last)
  }

  @Test func `an idle board writes nothing`() throws {
    let board = try openBoard(letters)

    // Ten looks for others' changes fit into this.
    #expect(try board.staysSilent(for: .milliseconds(500)))
  }

  @Test func `a key that changes nothing writes nothing`() throws {
    let board = try openBoard(letters)
    try board.type("k")
    try board.waitForBoard()
    let start = board.rawBytes.count

    try board.type("kkkkk")

    #expect(try board.staysSilent(for: .milliseconds(200)))
    #expect(board.rawBytes.count == start)
  }

  @Test func `what keys change is what a screen drawn anew shows`() throws {
    let titles = [
      "日本語 deal", "a  b   c", "界界界", "naïve 界 two", "e\u{301}te\u{301} 2026", "👩‍🚀 to the moon",
      "plain words here", "界 a 界 b", "ＡＢＣ wide", "x",
    ]
    let walked = try openBoard(titles, rows: 40, columns: 120)
    // Each part is a paint of its own, and shows what is waited for when it is done.
    let walk = [
      ("jjjj", "5/10"), ("kk", "3/10"), ("L", "to Contact Made"), ("h", "3/9"), ("j", "4/9"),
      ("L", "to Contact Made"), ("H", "to Lead In"), ("m", "this month"), ("m", "ATTENTION"),
      (" l", "GRAB"), ("\u{1b}", "saved ✓"), ("/wi", "1 of 10 open"), ("\u{1b}", "10 open  €480k"),
      ("G", "9/9"), ("L", "to Contact Made"), ("h", "8/8"),
    ]
    for (keys, text) in walk {
      try walked.type(keys)
      try walked.waitForText(text)
    }
    let shown = Self.looks(of: walked.model)
    let start = walked.rawBytes.count

    try walked.type("\u{c}")
    try walked.waitUntil("the screen is drawn anew") { model in
      walked.rawBytes.count > start + 2_000 && model.contains("? help")
    }

    for (row, looks) in Self.looks(of: walked.model).enumerated() { #expect(looks == shown[row]) }
  }

  /// What is seen of each cell, row by row: of a blank its background alone.
  private static func looks(of model: TerminalModel) -> [[String]] {
    (0..<model.rows).map { row in
      model.cells(row: row).map { cell in
        cell.text == " " ? "\(cell.style.background)" : "\(cell.text) \(cell.style)"
      }
    }
  }

  @Test func `a line that takes nothing loses no key and gets no stale frames`() throws {
    let board = try openBoard(letters, rows: 40, columns: 120)
    let start = board.rawBytes.count

    // Each ctrl-l is a whole frame, and the line holds two or three of them.
    for _ in 0..<30 { try board.type("j\u{c}") }
    try board.waitForText("31/62")

    let sent = String(decoding: board.rawBytes[start...], as: UTF8.self)
    #expect(sent.ranges(of: "\u{1b}[2J").count < 15)
  }

  @Test func `a slow line loses no key and skips frames`() throws {
    let board = try openBoard(letters, rows: 40, columns: 120)
    let whole = board.rawBytes.count

    // About what 9600 baud carry between two keys of a hand that is held down.
    for _ in 0..<50 {
      try board.type("j\u{c}")
      try board.takeSlowly(64)
    }
    try board.waitForText("51/62")

    #expect(board.rawBytes.count < whole * 15)
  }

  @Test func `keys typed before the first screen are not lost`() throws {
    let home = try PrivateHome()
    try addDeals(letters, to: home)
    let board = try ProgramSession([], home: home)

    try board.type("jjj")

    try board.waitForText("4/62")
  }

  @Test func `a storm of resizes ends with the board that fits`() throws {
    let board = try openBoard(letters, rows: 24, columns: 80)
    let before = board.screenText
    let sizes = [
      (50, 200), (1, 1), (24, 79), (10, 40), (9, 39), (200, 300), (2, 500), (60, 2), (40, 120),
      (3, 3),
    ]

    for _ in 0..<20 {
      for (rows, columns) in sizes { try board.resize(rows: rows, columns: columns) }
      try board.type("j")
    }
    try board.resize(rows: 24, columns: 80)
    try board.type("gg")

    try board.waitUntil("the same board") { $0.text == before }
    try board.type("q")
    #expect(try board.waitForExit() == .exited(0))
    #expect(try board.leftovers() == [])
  }

  @Test func `a size that comes back unseen is drawn whole`() throws {
    let board = try openBoard(letters, rows: 24, columns: 80)
    let before = board.screenText

    // The program may see only the last of them, which is the size it knows.
    try board.resize(rows: 10, columns: 40)
    try board.resize(rows: 24, columns: 80)

    try board.waitUntil("the same board") { $0.text == before }
  }

  @Test func `a hang-up in mid-write ends the board and loses nothing`() throws {
    let board = try openBoard(rows: 50, columns: 200)
    try board.type("L")
    try board.waitForText("Moved Acme renewal to Contact Made")
    try board.waitForText("saved ✓")

    // Nobody reads these frames, so the board is in the middle of writing one.
    for _ in 0..<30 { try board.type("\u{c}") }
    board.hangUp()

    #expect(try board.waitForExit() == .signalled(SIGHUP))
    let doctor = try ProgramRun.run(["doctor"], home: board.home)
    #expect(doctor.status == 0)
    let listed = try ProgramRun.run(["list", "--json"], home: board.home)
    #expect(listed.output.contains("\"Contact Made\""))
  }

  @Test func `a terminal that goes away ends the board though it ignores the signal`() throws {
    let home = try PrivateHome()
    try addDeals(["Acme renewal"], to: home)
    let board = try ProgramSession(
      ["-c", "trap '' HUP; exec \(try ProgramPath.dealboard.path)"],
      home: home,
      program: .shell
    )
    try board.waitForBoard()

    board.hangUp()

    #expect(try board.waitForExit() == .exited(0))
  }

  @Test func `a change made on another board shows without a key`() throws {
    let first = try openBoard(["Acme renewal"])
    let second = try openBoard([], home: first.home)

    try second.type("L")
    try second.waitForText("Moved Acme renewal to Contact Made")

    // One deal in the second stage, none in the first.
    try first.waitUntil("the deal stands in the second stage") {
      let header = $0.row(1).replacing(" ", with: "")
      return header.contains("CONTACTMADE1") || header.contains("CONTACTMA…1")
        || header.contains("CONTACTM…1")
    }
  }

  private func lastTitle(of board: ProgramSession) throws -> String {
    board.model.cell(row: 23, column: 1).text
  }

  /// The titles that stood in the status line one after the other while output came in: one a paint.
  private func titles(of board: ProgramSession, after start: Int) -> [String] {
    var model = TerminalModel(rows: 24, columns: 80)
    model.feed(board.rawBytes[..<start])
    var seen = [model.cell(row: 23, column: 1).text]
    for byte in board.rawBytes[start...] {
      model.feed([byte])
      let title = model.cell(row: 23, column: 1).text
      if title != seen.last { seen.append(title) }
    }
    return Array(seen.dropFirst())
  }
}
