import Glibc

/// What a board takes while nothing happens, and what a flood of keys brings.
struct RestBench {
  let bench: Workbench
  let deals: Int

  func run() throws {
    var report = Report("at rest and in a flood, \(deals) deals")
    let small = try Probe(try bench.board(20), environment: bench.environment)
    _ = try small.firstScreen()
    try small.settle(milliseconds: 1_000)
    let nothing = memory(of: small)
    small.end()

    let board = try Probe(try bench.board(deals), environment: bench.environment)
    defer { board.end() }
    _ = try board.firstScreen()
    // What is counted once, beside the screen and after its first paint, is not rest.
    for _ in 0..<60 {
      let before = processorTime(of: board)
      try board.settle(milliseconds: 2_000)
      if processorTime(of: board) - before < 20 { break }
    }
    report.add(
      "memory of an open deal",
      (memory(of: board) - nothing) / Double(deals / 5 * 2),
      atMost: 400,
      unit: "bytes",
      else: "264 bytes are a deal's fields, 68 its title, 48 its stays in stages, 32 its place in a"
        + " column, 10 the way from its number, 32 on average its steps; the rest is room between them."
    )
    let before = processorTime(of: board)
    let idle = try board.rest(milliseconds: 10_000)
    report.add(
      "idle, share of a core",
      // Of ten seconds, in percent.
      (processorTime(of: board) - before) / 100,
      atMost: 0.3,
      unit: "%"
    )
    report.add("idle, bytes written", Double(idle.bytes), atMost: 0, unit: "bytes")
    let flood = try board.press(String(repeating: "j", count: 60), quiet: 200)
    report.add("60 keys at once, paints", Double(flood.reads), atMost: 3, unit: "paints")
    report.show()
  }

  /// Bytes that the program has for itself.
  private func memory(of probe: Probe) -> Double {
    let status = bench.text("/proc/\(probe.identifier)/status")
    let line = status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") } ?? ""
    let kilobytes = line.split(separator: " ").compactMap { Double($0) }.first ?? 0
    return kilobytes * 1024
  }

  /// Milliseconds of a core so far.
  private func processorTime(of probe: Probe) -> Double {
    let stat = bench.text("/proc/\(probe.identifier)/stat")
    // The name, in brackets, may have blanks.
    let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else {
      return 0
    }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK))) * 1000
  }
}
