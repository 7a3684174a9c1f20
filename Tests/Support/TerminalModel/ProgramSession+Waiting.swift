internal import CPseudoTerminal
import Foundation

/// Waiting for what the program does.
extension ProgramSession {
  /// Waits until the screen is as asked for and the program has no more to write for now.
  ///
  /// Put what belongs together into one predicate, and ask for something that was not there before
  /// the key: a predicate that held already waits for nothing.
  ///
  /// - Parameters:
  ///   - reason: What is waited for, as the end of "waiting until"; it stands in the error.
  ///   - holds: Looks at the screen; called again after each piece of output.
  /// - Throws: `SessionFailure` with the screen if the program ends before, if the limit is over, or
  ///   if the program has written a sequence that no terminal of the set knows.
  public func waitUntil(_ reason: String, _ holds: (TerminalModel) throws -> Bool) throws {
    let deadline = ContinuousClock.now + limit
    while true {
      try drain()
      if try holds(model), try isSettled(until: deadline) {
        hasUnseenEscape = false
        return
      }
      let ready = try poll(
        [(started.master, POLLIN), (started.exited, POLLIN)],
        until: deadline
      )
      if ready[0] { continue }
      if ready[1] {
        // What it wrote last can still be on its way.
        try drain()
        if try holds(model) { return }
        let end = try waitForExit()
        throw failure("The program ended (\(end)) while waiting until \(reason).")
      }
      throw failure("Waited \(limit) in vain until \(reason).")
    }
  }

  /// Waits until a row has this text.
  public func waitForText(_ text: String) throws {
    try waitUntil("\"\(text)\" is on the screen") { $0.contains(text) }
  }

  /// Waits until no row has this text any more.
  public func waitForNoText(_ text: String) throws {
    try waitUntil("\"\(text)\" has left the screen") { !$0.contains(text) }
  }

  /// Waits until the program has ended, and reads all that it has written.
  @discardableResult
  public func waitForExit() throws -> ProgramEnd {
    if let end { return end }
    let deadline = ContinuousClock.now + limit
    while true {
      let ready = try poll(
        [(started.master, POLLIN), (started.exited, POLLIN)],
        until: deadline
      )
      if ready[0] { try drain() }
      if ready[1] { break }
      if !ready[0] { throw failure("Waited \(limit) in vain until the program ended.") }
    }
    let end = try reap(started.leader)
    self.end = end
    try drain()
    return end
  }

  /// Waits until the program has been stopped; returns the signal that did it.
  ///
  /// The session must have job control.
  @discardableResult
  public func waitForStop() throws -> Int32 {
    let deadline = ContinuousClock.now + limit
    while true {
      let ready = try poll(
        [(started.control, POLLIN), (started.master, POLLIN)],
        until: deadline
      )
      if ready[1] { try drain() }
      if ready[0] {
        var news = job_news()
        guard terminal_program_news(&started, &news) == 0 else {
          throw failure("The program ended (\(try waitForExit())) and was not stopped.")
        }
        try drain()
        return news.value
      }
      if !ready[1] { throw failure("Waited \(limit) in vain until the program was stopped.") }
    }
  }

  /// Continues a stopped program in the foreground, as `fg` does.
  public func resume() throws {
    guard terminal_program_continue(&started) == 0 else { throw SystemFailure("continuing") }
  }

  /// Whether the program writes nothing for so long.
  public func staysSilent(for duration: Duration) throws -> Bool {
    try poll([(started.master, POLLIN)], until: .now + duration) == [false]
  }

  /// Waits for output and takes so many bytes of it at most, as a slow line does; the rest stays.
  public func takeSlowly(_ bytes: Int) throws {
    let ready = try poll([(started.master, POLLIN)], until: .now + limit)
    guard ready[0] else { throw failure("Waited \(limit) in vain for output.") }
    try takeOutput(atMost: bytes)
  }

  /// What the program has left changed in the terminal, in words; empty where all is as before it.
  ///
  /// Ask after `waitForExit` or `waitForStop`.
  public func leftovers() throws -> [String] {
    try drain()
    var found = model.leftovers
    let settings = try settings()
    if settings != settingsBefore {
      found.append("the terminal's settings: \(settings), before: \(settingsBefore)")
    }
    return found
  }

  /// Takes all output that is there; fails at the first sequence that is not known.
  private func drain() throws {
    while try takeOutput() {}
    guard model.unknownSequences.isEmpty else {
      let sequences = model.unknownSequences.joined(separator: "  ")
      throw failure("The program wrote what terminals do not know: \(sequences)")
    }
  }

  /// Whether the program waits with nothing written; false as soon as something comes.
  ///
  /// A screen arrives in pieces of some kilobytes: what was asked for may stand in the first one.
  private func isSettled(until deadline: ContinuousClock.Instant) throws -> Bool {
    while true {
      let ready = try poll([(started.master, POLLIN)], until: min(deadline, .now + quiet))
      if ready[0] { return false }
      if !isRunning { return true }
      if ContinuousClock.now >= deadline {
        throw failure("The program has kept running for \(limit) without a pause.")
      }
    }
  }

  /// How long nothing must come: the kernel's worker hands output over a moment after the write.
  private var quiet: Duration { .milliseconds(2) }

  /// Whether the program's main thread has a processor or waits for one; /proc/PID/stat, proc(5).
  private var isRunning: Bool {
    guard let stat = try? String(contentsOfFile: "/proc/\(started.program)/stat", encoding: .utf8),
      let end = stat.lastIndex(of: ")")
    else { return false }
    let state = stat[stat.index(after: end)...].first { $0 != " " }
    return state == "R" || state == "D"
  }
}
