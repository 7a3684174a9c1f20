import Dispatch
import Glibc
import Synchronization

/// A request for the gate that waits on a thread of its own, because waiting for a lock cannot time
/// out: one that is withdrawn keeps its descriptor, and closes it when the lock comes.
final class LockRequest: Sendable {
  private let descriptor: Int32
  /// Set once, by the thread that waits or by the one that gives up.
  private let isSettled = Atomic(false)
  private let code = Atomic<Int32>(0)
  private let answered = DispatchSemaphore(value: 0)

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Begins to wait, first in the turnstile and then for the gate itself.
  func ask(
    _ turnstile: Turnstile,
    locking: @escaping @Sendable (_ descriptor: Int32, _ operation: Int32) -> Int32
  ) {
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      turnstile.wait(descriptor)
      while !isSettled.load(ordering: .acquiring), locking(descriptor, LOCK_EX) != 0 {
        if errno == EINTR { continue }
        code.store(errno, ordering: .relaxed)
        break
      }
      // Both locks go with the descriptor.
      if !settle() { close(descriptor) }
      answered.signal()
    }
  }

  /// Whether the answer comes before a deadline.
  func isAnswered(by deadline: DispatchTime) -> Bool {
    answered.wait(timeout: deadline) == .success
  }

  /// Gives up; false where the answer was there before.
  func withdraw() -> Bool { settle() }

  /// Why the answer was no; `nil` where the descriptor has the lock.
  var failure: Int32? {
    let code = code.load(ordering: .relaxed)
    return code == 0 ? nil : code
  }

  private func settle() -> Bool {
    isSettled.compareExchange(expected: false, desired: true, ordering: .acquiringAndReleasing)
      .exchanged
  }
}
