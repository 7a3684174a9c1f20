import Dispatch
import Synchronization

/// Another thread that does pieces of work one after the other, while the next ones are made.
///
/// Where it uses a connection it is that one's second user: who reads or writes through it besides waits
/// for it first.
final class SideThread: Sendable {
  private let queue: DispatchQueue
  private let room: DispatchSemaphore
  private let failure = Mutex<(any Error)?>(nil)

  /// A thread for which at most `capacity` pieces wait; who hands over one more waits with them.
  init(label: String, capacity: Int) {
    queue = DispatchQueue(label: label, qos: .userInitiated)
    room = DispatchSemaphore(value: capacity)
  }

  /// Has a piece of work done after those before; after one that failed none is done any more.
  ///
  /// Throws what an earlier piece threw.
  func hand(_ work: @escaping @Sendable () throws -> Void) throws {
    try throwFailure()
    room.wait()
    queue.async { [self] in
      defer { room.signal() }
      guard failure.withLock({ $0 }) == nil else { return }
      do {
        try work()
      } catch {
        failure.withLock { $0 = error }
      }
    }
  }

  /// Waits until all that was handed over is done.
  ///
  /// Throws what a piece threw.
  func finish() throws {
    queue.sync {}
    try throwFailure()
  }

  private func throwFailure() throws {
    if let failure = failure.withLock({ $0 }) { throw failure }
  }
}
