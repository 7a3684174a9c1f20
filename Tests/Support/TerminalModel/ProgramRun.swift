internal import CPseudoTerminal
import Foundation

/// What a program did that was run without a terminal, from beginning to end.
public struct ProgramRun: Sendable {
  /// How it ended.
  public let end: ProgramEnd
  /// All of standard output, byte by byte.
  public let outputBytes: [UInt8]
  /// All of standard error, byte by byte.
  public let errorBytes: [UInt8]

  /// The exit code; 128 and the signal's number where a signal ended the program, as in a shell.
  public var status: Int32 {
    switch end {
    case .exited(let code): code
    case .signalled(let number): 128 + number
    }
  }
  /// Standard output as text.
  public var output: String { String(decoding: outputBytes, as: UTF8.self) }
  /// Standard error as text.
  public var error: String { String(decoding: errorBytes, as: UTF8.self) }

  /// Runs a program with pipes for standard input, output and error, in a session without a terminal.
  ///
  /// - Parameters:
  ///   - arguments: Those after the program's name.
  ///   - environment: Changes to the private environment; nil removes a name.
  ///   - input: All that standard input gives before it ends.
  ///   - home: Where files go; a new home, removed afterwards, where none is given.
  ///   - folder: The working folder; the home where none is given.
  ///   - program: The release program where none is given.
  ///   - limit: After this long the program is killed and the run is a failure.
  /// - Returns: How the program ended and all that it wrote.
  /// - Throws: `RunFailure` after the limit, `MissingProgram` without a release program,
  ///   `SystemFailure` if it cannot be started.
  public static func run(
    _ arguments: [String] = [],
    environment: [String: String?] = [:],
    input: String = "",
    home: PrivateHome? = nil,
    folder: String? = nil,
    program: ProgramPath? = nil,
    limit: Duration = .seconds(60)
  ) throws -> ProgramRun {
    let home = try home ?? PrivateHome()
    let path = try (program ?? ProgramPath.dealboard).path
    var started = piped_program()
    let variables = home.environment(environment).map { "\($0)=\($1)" }
    let code = withCStrings([path] + arguments) { arguments in
      withCStrings(variables) { variables in
        piped_program_start(&started, arguments, variables, folder ?? home.path)
      }
    }
    guard code == 0 else { throw SystemFailure("starting \(path)") }
    var pipes = Pipes(started, input: Array(input.utf8))
    defer { pipes.close() }
    let isDone: Bool
    do {
      isDone = try pipes.pump(until: .now + limit)
    } catch {
      kill(started.program, SIGKILL)
      _ = try reap(started.program)
      throw error
    }
    if !isDone { kill(-started.program, SIGKILL) }
    let end = try reap(started.program)
    let run = ProgramRun(end: end, outputBytes: pipes.output, errorBytes: pipes.error)
    guard isDone else { throw RunFailure(command: [path] + arguments, limit: limit, run: run) }
    return run
  }
}

/// A run that did not end in time; says what the program had written by then.
public struct RunFailure: Error, CustomStringConvertible {
  var command: [String]
  var limit: Duration
  var run: ProgramRun

  /// The command, the limit and both outputs.
  public var description: String {
    """
    \(command.joined(separator: " ")) did not end within \(limit).
    Standard output: \(run.output)
    Standard error: \(run.error)
    """
  }
}

/// Our ends of a running program's pipes and what has gone through them.
private struct Pipes {
  var output: [UInt8] = []
  var error: [UInt8] = []
  private var input: ArraySlice<UInt8>
  /// -1 where closed.
  private var inputEnd: Int32
  private var outputEnd: Int32
  private var errorEnd: Int32
  private let exited: Int32

  init(_ started: piped_program, input: [UInt8]) {
    self.input = input[...]
    inputEnd = started.input
    outputEnd = started.output
    errorEnd = started.error
    exited = started.exited
    // Writing to a program that has closed its input must give EPIPE, not end the tests.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Moves bytes until the program has ended and all it wrote is read; false if the time is over.
  mutating func pump(until deadline: ContinuousClock.Instant) throws -> Bool {
    var hasEnded = false
    while true {
      if input.isEmpty { Self.close(&inputEnd) }
      if hasEnded {
        // Children of the program may hold the pipes open for long; it is the program that counts.
        try readAll()
        return true
      }
      let ready = try poll(
        [(inputEnd, POLLOUT), (outputEnd, POLLIN), (errorEnd, POLLIN), (exited, POLLIN)],
        until: deadline
      )
      if !ready.contains(true) { return false }
      if ready[0] { try writeSome() }
      if ready[1] || ready[2] { try readSome() }
      hasEnded = ready[3]
    }
  }

  mutating func close() {
    Self.close(&inputEnd)
    Self.close(&outputEnd)
    Self.close(&errorEnd)
    Glibc.close(exited)
  }

  private mutating func writeSome() throws {
    let count = input.withUnsafeBytes { write(inputEnd, $0.baseAddress, $0.count) }
    if count > 0 {
      input.removeFirst(count)
    } else if errno == EPIPE {
      input = []
    } else if errno != EAGAIN, errno != EINTR {
      throw SystemFailure("write")
    }
  }

  /// Returns whether anything came.
  @discardableResult
  private mutating func readSome() throws -> Bool {
    let read = try [Self.take(&outputEnd), Self.take(&errorEnd)]
    output += read[0]
    error += read[1]
    return read != [[], []]
  }

  private mutating func readAll() throws {
    while try readSome() {}
  }

  private static func take(_ end: inout Int32) throws -> [UInt8] {
    guard end >= 0 else { return [] }
    if let bytes = try readAvailable(end) { return bytes }
    close(&end)
    return []
  }

  private static func close(_ end: inout Int32) {
    if end >= 0 { Glibc.close(end) }
    end = -1
  }
}
