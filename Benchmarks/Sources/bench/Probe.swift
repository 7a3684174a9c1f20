import CPseudoTerminal
import Glibc

/// A program in a pseudo-terminal, with a clock on what it writes.
struct Probe {
  /// What one key or the start brought to the screen.
  struct Reaction {
    /// From the key press, or the start, to the last byte.
    var milliseconds: Double
    var bytes: Int
    /// When each text that was waited for had come; nil where it did not.
    var seen: [Double?] = []
    /// What came without a pause between, each until when.
    var bursts: [Double] = []
    /// How many times something could be read.
    var reads = 0
  }

  /// A pause that tells one paint from the next, in milliseconds.
  private static let pause: Int32 = 4

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

  var identifier: pid_t { program.leader }

  /// Waits for the first full screen, which ends with the hint at help.
  func firstScreen() throws -> Double {
    let reaction = try reaction(
      since: started,
      quiet: 200,
      patience: 30_000,
      until: ["help"]
    )
    guard let shown = reaction.seen[0] else { throw BenchError("No screen came.") }
    return shown
  }

  /// Waits until nothing has come for so long.
  func settle(milliseconds: Int32 = 400) throws {
    _ = try reaction(since: now(), quiet: milliseconds, patience: milliseconds)
  }

  /// Presses keys and waits until nothing more comes, or until the last of some texts has come.
  func press(
    _ keys: String,
    quiet: Int32 = 8,
    until texts: [String] = []
  ) throws -> Reaction {
    let pressed = now()
    _ = keys.withCString { write(program.master, $0, keys.utf8.count) }
    // A key at the end of a column draws nothing, which is not waited for as long as a text is.
    let patience: Int32 = texts.isEmpty ? 100 : 1_000
    return try reaction(since: pressed, quiet: quiet, patience: patience, until: texts)
  }

  /// What comes by itself within so long.
  func rest(milliseconds: Int32) throws -> Reaction {
    let start = now()
    var all = Reaction(milliseconds: 0, bytes: 0)
    while case let left = Double(milliseconds) - (now() - start), left > 0 {
      let wait = Int32(left.rounded(.up))
      let part = try reaction(since: now(), quiet: wait, patience: wait)
      all.bytes += part.bytes
      all.reads += part.reads
    }
    return all
  }

  func end() {
    kill(program.leader, SIGKILL)
    var status: Int32 = 0
    waitpid(program.leader, &status, 0)
    for descriptor in [program.master, program.slave, program.exited] { close(descriptor) }
  }

  private func reaction(
    since start: Double,
    quiet: Int32,
    patience: Int32,
    until texts: [String] = []
  ) throws -> Reaction {
    var result = Reaction(milliseconds: 0, bytes: 0, seen: texts.map { _ in nil })
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var all: [UInt8] = []
    while true {
      var descriptor = pollfd(fd: program.master, events: Int16(POLLIN), revents: 0)
      let limit = result.bytes == 0 || !texts.isEmpty ? patience : quiet
      guard poll(&descriptor, 1, limit) > 0 else { break }
      let count = read(program.master, &buffer, buffer.count)
      guard count > 0 else { throw BenchError("The program ended while it was measured.") }
      let time = now() - start
      if result.bytes == 0 || time - result.milliseconds > Double(Self.pause) {
        result.bursts.append(time)
      } else {
        result.bursts[result.bursts.count - 1] = time
      }
      result.bytes += count
      result.reads += 1
      result.milliseconds = time
      guard !texts.isEmpty else { continue }
      all += buffer[..<count]
      for (place, text) in texts.enumerated() where result.seen[place] == nil {
        if Self.has(text, in: all) { result.seen[place] = time }
      }
      if result.seen.last != .some(nil) { break }
    }
    return result
  }

  private static func has(_ text: String, in bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains(text)
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
