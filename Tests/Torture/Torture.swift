import Glibc

/// Ill-treats workspace files, and says whether anything was lost.
///
/// Anyone may run it: `Scripts/torture kill 1000`. Each test prints one line of what it did and ends
/// with 0, or prints what it found and ends with 1. The same program, started by itself, plays the
/// people who write, kill and look.
@main
enum Torture {
  /// Runs the test or the role that the arguments name.
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    umask(0o077)
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      if let role = arguments.first.flatMap(Role.init) {
        try role.play(Array(arguments.dropFirst()))
      } else if let name = arguments.first, let test = Test(rawValue: name) {
        try run(test, count: arguments.dropFirst().first.flatMap { Int($0) })
      } else {
        print(usage)
        exit(64)
      }
    } catch {
      print("\(error)")
      exit(1)
    }
  }

  private static func run(_ test: Test, count: Int?) throws {
    let clock = ContinuousClock()
    let start = clock.now
    var report = Report()
    try test.run(count: count ?? test.standardCount, &report)
    for finding in report.findings.prefix(20) { print(finding) }
    let seconds = (clock.now - start).components.seconds
    print("\(test.rawValue): \(report.summary); \(report.findings.count) findings (\(seconds) s)")
    if !report.findings.isEmpty { exit(1) }
  }

  private static var usage: String {
    let tests = Test.allCases.map { test in
      let name = test.rawValue + String(repeating: " ", count: 8 - test.rawValue.utf8.count)
      return "  \(name) \(test.what) (\(test.standardCount))"
    }
    return "Usage: torture TEST [COUNT]\n\n" + tests.joined(separator: "\n")
  }
}

/// What a test did and what it found.
struct Report {
  /// What was done, with its numbers.
  var summary = ""
  /// What should not be; empty where all is well.
  private(set) var findings: [String] = []

  /// Notes what should not be.
  mutating func find(_ finding: String) { findings.append(finding) }

  /// Notes it unless a condition holds.
  mutating func expect(_ condition: Bool, _ finding: @autoclosure () -> String) {
    if !condition { find(finding()) }
  }
}

/// What can be done to a file.
enum Test: String, CaseIterable {
  case kill
  case power
  case crowd
  case throng
  case create
  case duel
  case backup
  case flips
  case hostile
  case walk

  /// What it does, and what its count counts.
  var what: String {
    switch self {
    case .kill: "kills four writers at random moments, so many times"
    case .power: "cuts the power at random moments, so many times"
    case .crowd: "lets 8 processes make so many changes each, two boards looking on"
    case .throng: "lets 32 processes make so many changes each, two boards looking on"
    case .create: "lets 12 processes make a missing file at once, so many times"
    case .duel: "lets two processes change one deal at once, so many times"
    case .backup: "makes so many backups while 8 processes write"
    case .flips: "flips so many single bits in the fields of deals"
    case .hostile: "writes what nobody writes into a file, so many times, and uses it"
    case .walk: "takes so many random steps forward, back and forward again"
    }
  }

  /// The count that it is run with where none is given.
  var standardCount: Int {
    switch self {
    case .kill: 1_000
    case .power: 2_000
    case .crowd: 500
    case .throng: 250
    case .create: 500
    case .duel: 3_000
    case .backup: 100
    case .flips: 100
    case .hostile: 2_000
    case .walk: 10_000
    }
  }

  /// Runs it.
  func run(count: Int, _ report: inout Report) throws {
    switch self {
    case .kill: try KillTest(rounds: count).run(&report)
    case .power: try PowerTest(cuts: count).run(&report)
    case .crowd: try CrowdTest(processes: 8, changes: count).run(&report)
    case .throng: try CrowdTest(processes: 32, changes: count).run(&report)
    case .create: try CreateTest(rounds: count).run(&report)
    case .duel: try DuelTest(rounds: count).run(&report)
    case .backup: try BackupTest(copies: count).run(&report)
    case .flips: try FlipTest(flips: count).run(&report)
    case .hostile: try HostileTest(files: count).run(&report)
    case .walk: try WalkTest(steps: count).run(&report)
    }
  }
}

/// What a process that a test starts is there for.
enum Role: String {
  case writer
  case creator
  case duellist
  case onlooker
  case user

  /// Plays it to its end.
  func play(_ arguments: [String]) throws {
    switch self {
    case .writer: try Writer(arguments).play()
    case .creator: try Creator(arguments).play()
    case .duellist: try Duellist(arguments).play()
    case .onlooker: try Onlooker(arguments).play()
    case .user: try HostileUser(arguments).play()
    }
  }
}

/// Something that keeps a test from going on.
struct Trouble: Error, CustomStringConvertible {
  /// What it is.
  let description: String

  /// Says what it is.
  init(_ description: String) { self.description = description }

  /// Says which call failed, and why.
  init(call: String) { description = "\(call): \(String(cString: strerror(errno)))" }
}
