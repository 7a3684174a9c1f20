import CPseudoTerminal
import Glibc

/// A program in a pseudo-terminal, with a clock on what it writes.
struct Probe {
  /// What one key or the start brought to the screen.
  struct Reaction {
    /// From the key press, or the start, to the last byte.
    var milliseconds: Double
    var bytes: Int
  }

  private var program = terminal_program()
  private let started: Double

  init(_ command: [String], environment: [String], rows: Int32 = 40, columns: Int32 = 120) throws {
    started = now()
    let status = withCStrings(command) { arguments in
      withCStrings(environment) { variables in
        terminal_program_start(&program, arguments, variables, "/", rows, columns, false)
      }
    }
    guard status == 0 else { throw BenchError("Cannot start \(command[0]): errno \(errno).") }
  }

  /// Waits for the first screen: all that comes until the program pauses.
  func firstScreen() throws -> Reaction {
    try reaction(since: started, quiet: 40, patience: 10_000)
  }

  /// Presses a key and waits until nothing more comes.
  func press(_ key: String) throws -> Reaction {
    let pressed = now()
    _ = key.withCString { write(program.master, $0, key.utf8.count) }
    return try reaction(since: pressed, quiet: 8, patience: 1_000)
  }

  func end() {
    kill(program.leader, SIGKILL)
    var status: Int32 = 0
    waitpid(program.leader, &status, 0)
    for descriptor in [program.master, program.slave, program.exited] { close(descriptor) }
  }

  private func reaction(since start: Double, quiet: Int32, patience: Int32) throws -> Reaction {
    var result = Reaction(milliseconds: 0, bytes: 0)
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      var descriptor = pollfd(fd: program.master, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, result.bytes == 0 ? patience : quiet) > 0 else { break }
      let count = read(program.master, &buffer, buffer.count)
      guard count > 0 else { throw BenchError("The program ended while it was measured.") }
      result.bytes += count
      result.milliseconds = now() - start
    }
    return result
  }
}

/// Milliseconds on a clock that only goes forward.
func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
}

/// Hands over a NULL-terminated array of C strings.
func withCStrings<Result>(
  _ strings: [String],
  _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}
