import Glibc
import Testing

import struct TerminalModel.TerminalModel

@testable import Terminal

extension TerminalInUse {
  /// What a terminal is sent for a whole frame.
  @Suite(.serialized) struct Frames {
    private static let rows: UInt16 = 12
    private static let columns: UInt16 = 40

    @Test(arguments: [
      "xterm-256color", "xterm", "tmux-256color", "screen-256color", "linux", "vt100",
    ])
    func `frames of random styles look the same merged and as curses wrote them`(
      _ name: String
    ) throws {
      let merged = try frames(on: name, merging: true)
      let plain = try frames(on: name, merging: false)

      var ours = TerminalModel(rows: Int(Self.rows), columns: Int(Self.columns))
      var theirs = ours
      for (frame, original) in zip(merged, plain) {
        ours.feed(frame)
        theirs.feed(original)
        for row in 0..<Int(Self.rows) {
          #expect(ours.cells(row: row) == theirs.cells(row: row))
        }
        #expect(ours.style == theirs.style)
        #expect(ours.cursor == theirs.cursor)
      }
      #expect(ours.unknownSequences.isEmpty)
      #expect(theirs.text != "")
      let bytes = (merged.map(\.utf8.count).reduce(0, +), plain.map(\.utf8.count).reduce(0, +))
      #expect(bytes.0 <= bytes.1)
    }

    @Test func `a frame is sent in one piece`() throws {
      let terminal = try PseudoTerminal(rows: Self.rows, columns: Self.columns)
      let screen = try TerminalInUse.screen(on: terminal)
      screen.present()
      _ = terminal.output()

      // Far from each other, so that curses jumps, and writes at each jump.
      for row in 0..<Int(Self.rows) {
        screen.draw(row: row, column: row * 2, cells: TerminalInUse.cells("x").span)
      }
      screen.present()

      #expect(terminal.output().count { $0 == "x" } == Int(Self.rows))
      #expect(screen.frame.collect {}.isEmpty)
    }

    @Test func `nothing of a frame reaches the terminal while it is collected`() throws {
      let terminal = try PseudoTerminal()
      let file = fcntl(terminal.program, F_DUPFD_CLOEXEC, 3)
      defer { close(file) }
      let frame = FrameOutput(curses: file, terminal: terminal.program)

      let collected = frame.collect {
        _ = write(file, "one", 3)
        _ = write(file, "two", 3)
        #expect(terminal.output() == "")
      }

      #expect(Array(collected) == Array("onetwo".utf8))
      #expect(terminal.output() == "")
      #expect(isatty(file) == 1)
    }

    @Test func `a frame does not carry what an earlier one left`() throws {
      let terminal = try PseudoTerminal()
      let file = fcntl(terminal.program, F_DUPFD_CLOEXEC, 3)
      defer { close(file) }
      let frame = FrameOutput(curses: file, terminal: terminal.program)
      let long = [UInt8](repeating: 0x61, count: 100_000)

      #expect(frame.collect { _ = write(file, long, long.count) }.count == 100_000)
      #expect(Array(frame.collect { _ = write(file, "b", 1) }) == [0x62])
      #expect(frame.collect {}.isEmpty)
    }

    @Test func `after the terminal was lent all is drawn, and curses still knows its modes`() throws
    {
      let terminal = try PseudoTerminal(rows: Self.rows, columns: Self.columns)
      let screen = try TerminalInUse.screen(on: terminal)
      screen.draw(row: 0, column: 0, cells: TerminalInUse.cells("Acme").span)
      screen.present()
      let modes = terminal.modes
      _ = terminal.output()

      screen.withTerminalReleased {}
      screen.present()

      let sent = terminal.output()
      #expect(sent.contains("\u{1b}[?1049h"))
      #expect(sent.contains("Acme"))
      #expect(terminal.modes == modes)
    }

    @Test func `a terminal that is gone takes no frame, and holds none up`() throws {
      let terminal = try PseudoTerminal()
      let screen = try TerminalInUse.screen(on: terminal)
      screen.present()

      terminal.hangUp()
      screen.draw(row: 0, column: 0, cells: TerminalInUse.cells("Acme").span)
      screen.present()
      screen.close()
    }

    /// The same random frames each time, as sent.
    private func frames(on name: String, merging: Bool) throws -> [String] {
      let terminal = try PseudoTerminal(rows: Self.rows, columns: Self.columns)
      let screen = try TerminalInUse.screen(on: terminal, name)
      if !merging { screen.merger = nil }
      var random = Seeded(state: 7)
      let colors: [TerminalColor] = [
        .standard, .palette(1), .palette(6), .rgb(RGBColor(hex: 0x89b4fa)),
        .rgb(RGBColor(hex: 0x313244)),
      ]
      return (0..<40).map { _ in
        for _ in 0..<Int.random(in: 1...30, using: &random) {
          let style = TerminalStyle(
            foreground: colors[Int.random(in: 0..<5, using: &random)],
            background: colors[Int.random(in: 0..<5, using: &random)],
            isBold: Bool.random(using: &random),
            isReverse: Int.random(in: 0..<5, using: &random) == 0
          )
          let text =
            ["Acme", "日本", "▎$48k", "      ", "━━━", "e"].randomElement(using: &random) ?? ""
          screen.draw(
            row: Int.random(in: 0..<Int(Self.rows), using: &random),
            column: Int.random(in: 0..<Int(Self.columns), using: &random),
            cells: TerminalInUse.cells(text, screen.register(style)).span
          )
        }
        screen.present()
        return terminal.output()
      }
    }
  }
}

/// SplitMix64, so that a failure comes again.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
