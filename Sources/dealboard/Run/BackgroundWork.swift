import Foundation
import Pipeline
import Synchronization

/// A value that is worked out on a thread of its own while something else is done.
///
/// For work that reads files and so may wait: the threads that Swift's tasks share must not.
final class BackgroundWork<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  /// Begins at once, in the language of the thread that asks.
  init(_ name: String, _ work: @escaping @Sendable () throws -> Value) {
    let language = Language.current
    let thread = Thread { [self] in
      let outcome = Language.$current.withValue(language) { Result { try work() } }
      result.withLock { $0 = outcome }
      isDone.signal()
    }
    thread.name = name
    // Threads get less than the program's own, and histories may be walked in here.
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Waits for the value, or throws what working it out threw; to be asked for once.
  func value() throws -> Value {
    isDone.wait()
    guard let outcome = result.withLock(\.self) else {
      preconditionFailure("The result is there before the signal.")
    }
    return try outcome.get()
  }
}
