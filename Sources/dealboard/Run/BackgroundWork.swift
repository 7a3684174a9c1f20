import Foundation
import Pipeline
import Terminal

/// A value that is worked out on a thread of its own while something else is done.
///
/// For work that reads files and so may wait: the threads that Swift's tasks share must not.
struct BackgroundWork<Value: Sendable> {
  private let bell: Wake
  private let outcomes: Mailbox<Result<Value, any Error>>

  /// Begins at once, in the language of the thread that asks.
  ///
  /// Throws where the process may open no more files.
  init(_ name: String, _ work: @escaping @Sendable () throws -> Value) throws(TerminalError) {
    bell = try Wake()
    outcomes = Mailbox(bell: bell)
    let language = Language.current
    let thread = Thread { [outcomes] in
      outcomes.post(Language.$current.withValue(language) { Result { try work() } })
    }
    thread.name = name
    // Threads get less than the program's own, and histories may be walked in here.
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Waits for the value, or throws what working it out threw.
  consuming func value() throws -> Value {
    while true {
      if let outcome = outcomes.takeAll().first { return try outcome.get() }
      _ = bell.waits(milliseconds: 1_000)
    }
  }
}
