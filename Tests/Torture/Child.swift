import Glibc

/// A process of this program in a role of its own.
final class Child {
  private let id: pid_t
  /// Where lines are told to it; -1 where it is told none.
  private var input: Int32 = -1
  /// Where its lines come from; -1 where they go into a file.
  private var output: Int32 = -1
  private var read: [UInt8] = []

  /// Starts one.
  ///
  /// Its output goes into a file where one is named: what it wrote then outlives it. Else it is
  /// talked to line by line.
  init(_ role: Role, _ arguments: [String], output file: String? = nil) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let (toChild, fromChild) = (try Self.pipe(), try Self.pipe())
    posix_spawn_file_actions_adddup2(&actions, toChild.reading, 0)
    if let file {
      posix_spawn_file_actions_addopen(&actions, 1, file, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    } else {
      posix_spawn_file_actions_adddup2(&actions, fromChild.writing, 1)
    }
    let words = [Self.program, role.rawValue] + arguments
    var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var id: pid_t = 0
    let code = posix_spawn(&id, Self.program, &actions, nil, &pointers, environ)
    close(toChild.reading)
    close(fromChild.writing)
    guard code == 0 else { throw Trouble("posix_spawn: \(String(cString: strerror(code)))") }
    self.id = id
    input = toChild.writing
    output = fromChild.reading
  }

  deinit {
    endInput()
    close(output)
  }

  private static let program: String = {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    readlink("/proc/self/exe", &path, Int(PATH_MAX))
    return String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }()

  private static func pipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw Trouble(call: "pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Tells it a line.
  func tell(_ line: String) throws {
    let bytes = Array("\(line)\n".utf8)
    guard write(input, bytes, bytes.count) == bytes.count else { throw Trouble(call: "write") }
  }

  /// Lets it know that nothing more is told.
  func endInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// Its next line; `nil` at the end.
  func line() throws -> String? {
    while true {
      if let end = read.firstIndex(of: UInt8(ascii: "\n")) {
        defer { read.removeFirst(end + 1) }
        return String(decoding: read[..<end], as: UTF8.self)
      }
      var chunk = [UInt8](repeating: 0, count: 4_096)
      let count = Glibc.read(output, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      read += chunk.prefix(count)
    }
  }

  /// Ends it as a power cut would end a program: it learns nothing of it.
  func killNow() { Glibc.kill(id, SIGKILL) }

  /// Waits for its end; returns its exit code, or the negated signal that ended it.
  @discardableResult
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
  }
}

/// What a role tells its test.
enum Telling {
  /// Writes a line at once, so that a kill a moment later does not take it back.
  static func line(_ text: String) {
    let bytes = Array("\(text)\n".utf8)
    _ = write(1, bytes, bytes.count)
  }
}
