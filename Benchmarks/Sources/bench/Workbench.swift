import Glibc

/// The programs that are compared, and files of generated deals for them.
struct Workbench {
  let dealboard: String
  let floor: String
  let generator: String
  let folder: String
  /// Whether the folder was there before, and stays: so that a million deals are made once.
  private let isKept: Bool

  init(dealboard: String, floor: String, generator: String) throws {
    self.dealboard = dealboard
    self.floor = floor
    self.generator = generator
    if let kept = getenv("DEALBOARD_BENCH_FOLDER") {
      folder = String(cString: kept)
      isKept = true
      return
    }
    isKept = false
    var template = Array("/tmp/dealboard-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw BenchError("Cannot make a folder in /tmp.") }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  var environment: [String] {
    [
      "TERM=xterm-256color", "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "TZ=UTC", "HOME=\(folder)",
      "PATH=/usr/bin:/bin", "DEALBOARD_TODAY=2026-03-31",
    ]
  }

  /// A file of generated deals as CSV, so many in a hundred of them open; made once.
  func deals(_ count: Int, open percent: Int = 40) throws -> String {
    let path = "\(folder)/deals-\(count)-\(percent).csv"
    guard access(path, F_OK) != 0 else { return path }
    try run([
      "/usr/bin/env", "python3", generator, String(count), "--open", String(percent), "--out", path,
    ])
    return path
  }

  /// A workspace that the generated deals were imported into; made once.
  func workspace(_ count: Int, open percent: Int = 40) throws -> String {
    let path = "\(folder)/pipeline-\(count)-\(percent).db"
    guard access(path, F_OK) != 0 else { return path }
    try run([dealboard, "import", try deals(count, open: percent), "--file", path])
    return path
  }

  func board(_ count: Int, open percent: Int = 40) throws -> [String] {
    [dealboard, "--file", try workspace(count, open: percent)]
  }

  /// The same of a copy that may be changed: what is kept has to be the same for the next run.
  func boardOnCopy(_ count: Int) throws -> [String] {
    let copy = "\(folder)/copy-\(count).db"
    remove(copy)
    try run(["/bin/cp", try workspace(count), copy])
    return [dealboard, "--file", copy]
  }

  func floorBoard(_ count: Int) -> [String] {
    [floor, String(count), "board"]
  }

  /// What a command took from its start to its end.
  struct Cost {
    var milliseconds: Double
    /// The most memory that was its own at once.
    var peakMegabytes: Double
  }

  /// Runs a command to its end, with what it prints in a file where one is named.
  ///
  /// Throws where it fails.
  @discardableResult
  func run(_ command: [String], output: String? = nil) throws -> Cost {
    let start = now()
    var child = pid_t()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    let printed = output ?? "/dev/null"
    posix_spawn_file_actions_addopen(&actions, 1, printed, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    let errors = "\(folder)/errors"
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let failure = withCStrings(command) { arguments in
      withCStrings(environment) { variables in
        posix_spawn(&child, command[0], &actions, nil, arguments, variables)
      }
    }
    guard failure == 0 else { throw BenchError("Cannot start \(command[0]): errno \(failure).") }
    var status: Int32 = 0
    var used = rusage()
    wait4(child, &status, 0, &used)
    guard status == 0 else {
      let said = text(errors).split(separator: "\n").last ?? "it does not say why"
      throw BenchError("\(command.joined(separator: " ")) failed: \(said)")
    }
    // Linux counts in units of 1024 bytes.
    return Cost(
      milliseconds: now() - start,
      peakMegabytes: Double(used.ru_maxrss) * 1024 / 1_000_000
    )
  }

  /// A file by its path from the generator's folder.
  func script(_ path: String) -> String {
    let folder = generator.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return (folder + [path[...]]).joined(separator: "/")
  }

  /// The beginning of a text file; empty where there is none.
  func text(_ path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// Removes a workspace or another SQLite file, with what stands beside it.
  func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal", "-gate"] { unlink(path + suffix) }
  }

  /// Removes everything that was made.
  func clear() {
    guard !isKept else { return }
    _ = try? run(["/bin/rm", "-r", folder])
  }
}
