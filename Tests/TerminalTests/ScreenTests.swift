import Glibc
import Testing

@testable import Terminal

/// All that needs a terminal: curses, the guard and the locale are the process's, so one at a time.
@Suite(.serialized) struct TerminalInUse {
  static func screen(
    on terminal: PseudoTerminal,
    _ name: String = "xterm-256color",
    color: Bool = true,
    mouse: Bool = true
  ) throws -> Screen {
    CharacterLocale.activate { $0 == "LC_ALL" ? "C.UTF-8" : nil }
    return try Screen(
      ScreenOptions(
        terminalName: name,
        input: terminal.program,
        output: terminal.program,
        usesColor: color,
        usesMouse: mouse
      )
    )
  }

  static func cells(_ text: String, _ style: StyleIndex = .standard) -> [TerminalCell] {
    text.unicodeScalars.map {
      TerminalCell(
        scalars: ($0.value, 0, 0),
        width: UInt8(max(0, CharacterWidth.of($0))),
        style: style
      )
    }
  }
}

extension TerminalInUse {
  @Suite(.serialized) struct Opening {
    @Test func `a file is not a terminal`() throws {
      let file = open("/dev/null", O_RDWR | O_CLOEXEC)
      defer { close(file) }
      let terminal = try PseudoTerminal()

      #expect(throws: TerminalError.notATerminal(.input)) {
        try Screen(
          ScreenOptions(terminalName: "xterm", input: file, output: terminal.program)
        )
      }
      #expect(throws: TerminalError.notATerminal(.output)) {
        try Screen(
          ScreenOptions(terminalName: "xterm", input: terminal.program, output: file)
        )
      }
    }

    @Test(arguments: ["no-such-terminal", ""])
    func `a terminal that nothing describes is refused, and left as it was`(_ name: String) throws {
      let terminal = try PseudoTerminal()
      let modes = terminal.modes

      #expect(throws: TerminalError.unknownTerminal(name: name)) {
        try TerminalInUse.screen(on: terminal, name)
      }
      #expect(terminal.modes == modes)
      #expect(terminal.output() == "")
    }

    @Test func `a terminal that cannot place its cursor is refused`() throws {
      let terminal = try PseudoTerminal()

      #expect(throws: TerminalError.lacking(capability: "cup", name: "dumb")) {
        try TerminalInUse.screen(on: terminal, "dumb")
      }
    }

    @Test func `a frame waits for a terminal that has yet to read an earlier one`() throws {
      let terminal = try PseudoTerminal()
      let screen = try TerminalInUse.screen(on: terminal)
      defer { screen.close() }
      screen.learnPace()
      terminal.type("\u{1b}[0n")
      _ = screen.wait(milliseconds: 0)
      #expect(screen.takesOutput)

      for row in 0..<screen.rows {
        let text = String(repeating: "\(row % 10)", count: screen.columns)
        screen.draw(row: row, column: 0, cells: TerminalInUse.cells(text).span)
      }
      screen.present()
      #expect(terminal.output().hasSuffix("\u{1b}[5n"))
      #expect(!screen.takesOutput)
      #expect(screen.wait(milliseconds: 0, forOutput: true).isEmpty)

      terminal.type("j\u{1b}[0nk")
      let events = screen.wait(milliseconds: 1_000, forOutput: true)
      #expect(
        events == [.key(Key(.character("j"))), .key(Key(.character("k"))), .outputReady]
      )
      #expect(screen.takesOutput)
    }

    @Test func `paste and mouse are reported while the screen is open`() throws {
      let terminal = try PseudoTerminal()
      let modes = terminal.modes
      let screen = try TerminalInUse.screen(on: terminal)

      let opened = terminal.output()
      #expect(opened.contains("\u{1b}[?1049h"))
      #expect(opened.contains("\u{1b}[?2004h"))
      #expect(opened.contains("\u{1b}[?1002h\u{1b}[?1006h"))
      #expect(terminal.modes != modes)

      screen.close()
      let closed = terminal.output()
      #expect(closed.contains("\u{1b}[?1049l"))
      #expect(closed.contains("\u{1b}[?2004l"))
      #expect(closed.contains("\u{1b}[?1006l\u{1b}[?1002l"))
      #expect(closed.contains("\u{1b}[?25h"))
      #expect(terminal.modes == modes)
    }

    @Test func `the mouse is left alone where it is not wanted`() throws {
      let terminal = try PseudoTerminal()
      let screen = try TerminalInUse.screen(on: terminal, mouse: false)

      #expect(!terminal.output().contains("?1002h"))
      screen.setMouse(true)
      #expect(terminal.output() == PrivateMode.mouse.on)
      screen.setMouse(false)
      #expect(terminal.output() == PrivateMode.mouse.off)
    }

    @Test func `a terminal without xterm's modes is told none`() throws {
      let terminal = try PseudoTerminal()
      let screen = try TerminalInUse.screen(on: terminal, "vt220")

      #expect(!terminal.output().contains("?2004"))
      #expect(!screen.askForBackgroundColor())
      #expect(!screen.copyToClipboard("text"))
      screen.close()
      #expect(!terminal.output().contains("?2004"))
    }

    @Test(arguments: [
      ("xterm-256color", true, ColorDepth.palette256), ("xterm", true, .palette8),
      ("vt220", true, .none), ("xterm-256color", false, .none),
    ])
    func `the colours are what the terminal has and the user wants`(
      _ name: String,
      _ color: Bool,
      _ depth: ColorDepth
    ) throws {
      let terminal = try PseudoTerminal()

      let screen = try TerminalInUse.screen(on: terminal, name, color: color)

      #expect(screen.colorDepth == depth)
    }

    @Test func `a second screen is refused while one is open`() throws {
      let terminal = try PseudoTerminal()
      let screen = try TerminalInUse.screen(on: terminal)
      let modes = terminal.modes

      #expect(throws: TerminalError.system(code: EBUSY)) {
        try TerminalInUse.screen(on: terminal)
      }
      #expect(terminal.modes == modes)
      screen.close()
      try TerminalInUse.screen(on: terminal).close()
    }

    @Test func `the size is the terminal's`() throws {
      let terminal = try PseudoTerminal(rows: 40, columns: 120)

      let screen = try TerminalInUse.screen(on: terminal)

      #expect(screen.rows == 40)
      #expect(screen.columns == 120)
      #expect(screen.isUnicode)
    }

    @Test func `a terminal that does not know its size has the one that is described`() throws {
      let terminal = try PseudoTerminal(rows: 0, columns: 0)

      let screen = try TerminalInUse.screen(on: terminal)

      #expect(screen.rows == 24)
      #expect(screen.columns == 80)
    }
  }
}
