import Glibc
import Testing

@testable import Terminal

extension TerminalInUse {
  @Suite(.serialized) struct Waiting {
    private let terminal: PseudoTerminal
    private let screen: Screen

    init() throws {
      terminal = try PseudoTerminal(rows: 5, columns: 20)
      screen = try TerminalInUse.screen(on: terminal)
    }

    @Test func `keys that wait come as one batch`() {
      terminal.type(String(repeating: "j", count: 60))

      #expect(screen.wait(milliseconds: nil).count == 60)
    }

    @Test func `time passes without events`() {
      #expect(screen.wait(milliseconds: 0) == [])
      #expect(screen.wait(milliseconds: -1) == [])
    }

    @Test func `keys of the terminal's description and common ones are understood`() {
      terminal.type("\u{1b}OA\u{1b}[A\u{1b}[1;2D\u{1}é")

      #expect(
        screen.wait(milliseconds: nil) == [
          .key(Key(.up)), .key(Key(.up)), .key(Key(.left, .shift)),
          .key(Key(.character("a"), .control)), .key(Key(.character("é"))),
        ]
      )
    }

    @Test func `escape is the key though nothing follows`() {
      terminal.type("\u{1b}")

      #expect(screen.wait(milliseconds: nil) == [.key(Key(.escape))])
    }

    @Test func `short waits do not keep half of a sequence alive for ever`() {
      terminal.type("\u{1b}")

      var events: [TerminalEvent] = []
      while events.isEmpty { events = screen.wait(milliseconds: 1) }

      #expect(events == [.key(Key(.escape))])
    }

    @Test func `ctrl-s and ctrl-v are keys`() {
      terminal.type("\u{13}\u{16}")

      #expect(
        screen.wait(milliseconds: nil) == [
          .key(Key(.character("s"), .control)), .key(Key(.character("v"), .control)),
        ]
      )
    }

    @Test func `a bell that was rung ends the wait, once`() throws {
      let wake = try Wake()
      wake.ring()
      wake.ring()

      #expect(screen.wait(milliseconds: nil, wake: wake) == [.woken])
      #expect(screen.wait(milliseconds: 0, wake: wake) == [])
    }

    @Test func `a bell rung on another thread ends the wait`() throws {
      let wake = try Wake()
      // A thread of its own: the wait blocks this one, which may be the only one for tasks.
      var thread = pthread_t()
      let ringing = pthread_create(
        &thread,
        nil,
        { bell in
          if let bell { Unmanaged<Wake>.fromOpaque(bell).takeRetainedValue().ring() }
          return nil
        },
        Unmanaged.passRetained(wake).toOpaque()
      )
      try #require(ringing == 0)

      #expect(screen.wait(milliseconds: nil, wake: wake) == [.woken])
      pthread_join(thread, nil)
    }

    @Test func `a bell may be rung more often than a pipe holds`() throws {
      let wake = try Wake()
      for _ in 0..<100_000 { wake.ring() }

      #expect(screen.wait(milliseconds: nil, wake: wake) == [.woken])
      #expect(screen.wait(milliseconds: 0, wake: wake) == [])
    }

    @Test func `a line that takes nothing more is known, and its end of it is an event`() {
      _ = terminal.output()
      tcflow(terminal.program, TCOOFF)

      #expect(!screen.takesOutput)
      #expect(screen.wait(milliseconds: 0, forOutput: true) == [])
      tcflow(terminal.program, TCOON)

      #expect(screen.takesOutput)
      #expect(screen.wait(milliseconds: nil, forOutput: true) == [.outputReady])
      #expect(screen.wait(milliseconds: 0) == [])
    }

    @Test func `another size is an event, and the screen has it`() {
      terminal.resize(rows: 50, columns: 200)
      kill(getpid(), SIGWINCH)

      #expect(screen.wait(milliseconds: nil) == [.resized(rows: 50, columns: 200)])
      #expect(screen.rows == 50)
      #expect(screen.columns == 200)
    }

    @Test func `a size that is as before when it is seen is an event too`() {
      kill(getpid(), SIGWINCH)

      #expect(screen.wait(milliseconds: nil) == [.resized(rows: 5, columns: 20)])
    }

    @Test(arguments: [(1, 1), (3, 10), (300, 500)] as [(UInt16, UInt16)])
    func `any size can be drawn in`(_ rows: UInt16, _ columns: UInt16) {
      terminal.resize(rows: rows, columns: columns)
      kill(getpid(), SIGWINCH)
      _ = screen.wait(milliseconds: nil)
      let cells = TerminalInUse.cells(String(repeating: "日", count: 300))

      for row in 0..<screen.rows { screen.draw(row: row, column: 0, cells: cells.span) }
      // Only as much as the other end holds without being read.
      if rows < 300 { screen.present() }

      #expect(screen.rows == Int(rows))
    }

    @Test func `the answer about the background is an event`() {
      #expect(screen.askForBackgroundColor())
      #expect(terminal.output().hasSuffix("\u{1b}]11;?\u{1b}\\"))

      terminal.type("\u{1b}]11;rgb:1e1e/1e1e/2e2e\u{1b}\\")

      #expect(screen.wait(milliseconds: nil) == [.backgroundColor(RGBColor(hex: 0x1e1e2e))])
    }

    @Test func `once the terminal is gone, every wait says so at once`() {
      terminal.type("j")
      terminal.hangUp()

      var events: [TerminalEvent] = []
      while events.last != .endOfInput { events += screen.wait(milliseconds: nil) }

      #expect(events.filter { $0 == .endOfInput }.count == 1)
      #expect(screen.wait(milliseconds: nil) == [.endOfInput])
    }

    @Test func `the terminal is as it was while another program has it`() throws {
      let before = terminal.modes
      let other = try PseudoTerminal()
      #expect(before != other.modes)
      _ = terminal.output()

      let lent = screen.withTerminalReleased { (terminal.modes, terminal.output()) }

      #expect(lent.0 == other.modes)
      #expect(lent.1.contains("\u{1b}[?1049l"))
      #expect(lent.1.contains("\u{1b}[?2004l"))
      #expect(terminal.modes == before)
      screen.draw(row: 0, column: 0, cells: TerminalInUse.cells("Acme").span)
      screen.present()
      let again = terminal.output()
      #expect(again.contains("\u{1b}[?1049h"))
      #expect(again.contains("\u{1b}[?2004h"))
      #expect(again.contains("Acme"))
    }

    @Test func `what another program throws is thrown on, with the terminal taken again`() {
      let before = terminal.modes

      #expect(throws: TerminalError.system(code: 2)) {
        try screen.withTerminalReleased { () throws(TerminalError) in
          throw .system(code: 2)
        }
      }
      #expect(terminal.modes == before)
    }
  }
}
