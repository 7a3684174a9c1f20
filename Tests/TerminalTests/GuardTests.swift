import Glibc
import Testing

@testable import Terminal

extension TerminalInUse {
  /// Each opens a screen in a process of its own and ends it.
  @Suite(.serialized) struct AnyEnd {
    private let terminal: PseudoTerminal
    private let modes: [UInt32]

    init() throws {
      terminal = try PseudoTerminal()
      modes = terminal.modes
    }

    /// Opens a screen on a terminal by its name, for good.
    static func open(_ name: String) throws {
      let descriptor = Glibc.open(name, O_RDWR | O_NOCTTY)
      let screen = try Screen(
        ScreenOptions(terminalName: "xterm-256color", input: descriptor, output: descriptor)
      )
      screen.present()
      _ = Unmanaged.passRetained(screen)
    }

    private func expectClean() {
      let output = terminal.output()
      #expect(output.contains("\u{1b}[?1049h"))
      for (on, off) in [("1049h", "1049l"), ("2004h", "2004l"), ("1002h", "1002l"), ("25l", "25h")]
      {
        let lastOn = output.ranges(of: "\u{1b}[?\(on)").last
        let lastOff = output.ranges(of: "\u{1b}[?\(off)").last
        #expect(
          (lastOn?.lowerBound ?? output.startIndex) < (lastOff?.lowerBound ?? output.startIndex)
        )
      }
      #expect(terminal.modes == modes)
    }

    @Test func `SIGTERM ends the process and leaves the terminal as it was`() async throws {
      await #expect(processExitsWith: .signal(SIGTERM)) { [name = terminal.name as String] in
        try AnyEnd.open(name)
        kill(getpid(), SIGTERM)
        while true { pause() }
      }
      expectClean()
    }

    @Test func `SIGHUP ends the process and leaves the terminal as it was`() async throws {
      await #expect(processExitsWith: .signal(SIGHUP)) { [name = terminal.name as String] in
        try AnyEnd.open(name)
        kill(getpid(), SIGHUP)
        while true { pause() }
      }
      expectClean()
    }

    @Test func `SIGINT ends the process and leaves the terminal as it was`() async throws {
      await #expect(processExitsWith: .signal(SIGINT)) { [name = terminal.name as String] in
        try AnyEnd.open(name)
        kill(getpid(), SIGINT)
        while true { pause() }
      }
      expectClean()
    }

    @Test func `SIGSEGV ends the process and leaves the terminal as it was`() async throws {
      await #expect(processExitsWith: .signal(SIGSEGV)) { [name = terminal.name as String] in
        try AnyEnd.open(name)
        kill(getpid(), SIGSEGV)
        while true { pause() }
      }
      expectClean()
    }

    @Test func `a trap ends the process and leaves the terminal as it was`() async throws {
      await #expect(processExitsWith: .failure) { [name = terminal.name as String] in
        try AnyEnd.open(name)
        let empty: [String] = []
        print(empty[name.count])
      }
      expectClean()
    }

    @Test func `what is written to standard error shows after the screen has gone`() async throws {
      await #expect(processExitsWith: .signal(SIGTERM)) { [name = terminal.name as String] in
        let descriptor = Glibc.open(name, O_RDWR | O_NOCTTY)
        dup2(descriptor, 2)
        try AnyEnd.open(name)
        _ = write(2, "a warning", 9)
        kill(getpid(), SIGTERM)
        while true { pause() }
      }
      let output = terminal.output()
      let left = try #require(output.ranges(of: "\u{1b}[?1049l").last)
      #expect(output[left.upperBound...].contains("a warning"))
      #expect(output.ranges(of: "a warning").count == 1)
    }

    @Test func `an exit with the screen open leaves the terminal as it was`() async throws {
      await #expect(processExitsWith: .exitCode(3)) { [name = terminal.name as String] in
        try AnyEnd.open(name)
        exit(3)
      }
      expectClean()
    }

    @Test func `a terminal that no longer reads does not keep the process from ending`()
      async throws
    {
      await #expect(processExitsWith: .signal(SIGTERM)) { [name = terminal.name as String] in
        try AnyEnd.open(name)
        let descriptor = Glibc.open(name, O_RDWR | O_NOCTTY)
        // As ctrl-s: the terminal takes nothing more.
        tcflow(descriptor, TCOOFF)
        kill(getpid(), SIGTERM)
        while true { pause() }
      }
      expectClean()
    }
  }
}
