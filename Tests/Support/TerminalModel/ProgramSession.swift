internal import CPseudoTerminal
import Foundation

/// A program in a pseudo-terminal of its own, with a person at the keyboard and a screen to read.
///
///     let session = try ProgramSession(["demo"], rows: 24, columns: 80)
///     try session.waitForText("? help")
///     try session.type("jj")
///     try session.press(.enter)
///     try session.waitUntil("the deal is open") { $0.row(0).contains("Acme") }
///     try session.type("q")
///     #expect(try session.waitForExit() == .exited(0))
///     #expect(try session.leftovers() == [])
///
/// Nothing sleeps: to wait is to poll until the program has written what is waited for, has ended
/// or the limit is over. The program is killed and its home removed with the session.
public final class ProgramSession {
  /// The screen as the program's output has made it so far.
  public private(set) var model: TerminalModel
  /// All that the program has written, byte by byte.
  public private(set) var rawBytes: [UInt8] = []
  /// The private home, for files before, during and after the session.
  public let home: PrivateHome
  /// How long anything is waited for; 20 seconds from the start.
  public var limit: Duration
  /// What the program's terminal was set to before it started.
  public let settingsBefore: TerminalSettings
  /// How the program ended; nil while it runs or its end has not been waited for.
  public internal(set) var end: ProgramEnd?

  let terminal: String
  var started = terminal_program()
  /// Escape was pressed and nothing has been waited for since.
  var hasUnseenEscape = false

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - arguments: Those after the program's name.
  ///   - environment: Changes to the private environment; nil removes a name.
  ///   - terminal: The value of TERM.
  ///   - rows: The terminal's height in cells.
  ///   - columns: The terminal's width in cells.
  ///   - background: What the terminal answers to OSC 11, 0 to 255 each; no answer where nil.
  ///   - jobControl: Runs the program as a shell's job, without which ctrl-z stops nothing.
  ///   - home: A home to share with other sessions; a new one where none is given.
  ///   - folder: The working folder; the home where none is given.
  ///   - program: The release program where none is given.
  ///   - limit: How long anything is waited for.
  /// - Throws: `MissingProgram` without a release program, `SystemFailure` if it cannot be started.
  public init(
    _ arguments: [String] = [],
    environment: [String: String?] = [:],
    terminal: String = "xterm-256color",
    rows: Int = 24,
    columns: Int = 80,
    background: (red: Int, green: Int, blue: Int)? = nil,
    jobControl: Bool = false,
    home: PrivateHome? = nil,
    folder: String? = nil,
    program: ProgramPath? = nil,
    limit: Duration = .seconds(20)
  ) throws {
    let home = try home ?? PrivateHome()
    let path = try (program ?? ProgramPath.dealboard).path
    let changes = ["TERM": .some(terminal)].merging(environment) { $1 }
    let variables = home.environment(changes).map { "\($0)=\($1)" }
    var started = terminal_program()
    let code = withCStrings([path] + arguments) { arguments in
      withCStrings(variables) { variables in
        terminal_program_start(
          &started,
          arguments,
          variables,
          folder ?? home.path,
          Int32(rows),
          Int32(columns),
          jobControl
        )
      }
    }
    guard code == 0 else { throw SystemFailure("starting \(path)") }
    self.started = started
    self.home = home
    self.terminal = terminal
    self.limit = limit
    settingsBefore = TerminalSettings(started.modes)
    model = TerminalModel(rows: rows, columns: columns)
    model.backgroundAnswer = background
  }

  deinit {
    if end == nil {
      // Under job control the leader has reaped the program when it has ended itself.
      if isAlive { kill(started.program, SIGKILL) }
      kill(started.leader, SIGKILL)
      _ = try? reap(started.leader)
    }
    for descriptor in [started.master, started.slave, started.exited, started.control]
    where descriptor >= 0 {
      close(descriptor)
    }
  }

  /// Reads what the program has written by now and answers its queries; false if it was nothing.
  @discardableResult
  func takeOutput(atMost limit: Int = 65_536) throws -> Bool {
    guard started.master >= 0, let bytes = try readAvailable(started.master, atMost: limit),
      !bytes.isEmpty
    else { return false }
    rawBytes += bytes
    model.feed(bytes)
    let replies = model.takeReplies()
    if !replies.isEmpty { try send(replies) }
    return true
  }

  /// Gives bytes to the program as its terminal's input, and reads its output meanwhile.
  public func send(_ bytes: [UInt8]) throws {
    guard started.master >= 0 else { throw failure("The terminal has been hung up.") }
    let deadline = ContinuousClock.now + limit
    var rest = bytes[...]
    while !rest.isEmpty {
      let ready = try poll([(started.master, POLLIN | POLLOUT)], until: deadline)
      guard ready[0] else {
        throw failure("The program did not read \(rest.count) bytes within \(limit).")
      }
      let count = rest.withUnsafeBytes { write(started.master, $0.baseAddress, $0.count) }
      if count > 0 {
        rest.removeFirst(count)
      } else if errno != EAGAIN, errno != EINTR {
        throw SystemFailure("write")
      }
      // The program may be unable to read because nobody takes what it writes.
      if !rest.isEmpty { try takeOutput() }
    }
  }

  /// Gives the terminal another size; the program gets SIGWINCH.
  public func resize(rows: Int, columns: Int) throws {
    try takeOutput()
    model.resize(rows: rows, columns: columns)
    guard terminal_resize(started.master, Int32(rows), Int32(columns)) == 0 else {
      throw SystemFailure("TIOCSWINSZ")
    }
  }

  /// The number by which the system knows the program.
  public var processID: Int32 { started.program }

  /// Sends the program a signal.
  public func signal(_ number: Int32) throws {
    guard isAlive else { throw failure("The program has ended before signal \(number).") }
    guard kill(started.program, number) == 0 else { throw SystemFailure("kill") }
  }

  /// Takes the terminal away, as closing its window or a lost connection does; SIGHUP follows.
  public func hangUp() {
    close(started.slave)
    close(started.master)
    started.slave = -1
    started.master = -1
  }

  /// What the terminal is set to now, while the program runs or after its end.
  public func settings() throws -> TerminalSettings { try TerminalSettings(of: started.slave) }

  private var isAlive: Bool {
    (try? poll([(started.exited, POLLIN)], until: .now)) == [false]
  }

  /// An error that carries the screen.
  func failure(_ reason: String) -> SessionFailure {
    SessionFailure(
      reason: reason,
      screen: model.text,
      cursor: model.cursor,
      lastBytes: escaped(rawBytes.suffix(400))
    )
  }
}
