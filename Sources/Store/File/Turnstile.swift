import Glibc
import Synchronization

/// Where those who want the gate pass one at a time, in the order in which they came.
///
/// The kernel gives a free `flock` to whoever asks first, and who lets the gate go and comes back at
/// once asks before the one that waited longest is awake. So at most one waits for the gate itself,
/// and the others here, for a byte far behind the gate file's text: also whoever comes back, and the
/// kernel wakes one at a time, in order.
///
/// It is an order and no more. The gate's own lock keeps others out, also programs that know of no
/// turnstile; where there are no locks of this kind, or the gate file may only be read, one goes past.
final class Turnstile: Sendable {
  private static let byte: off_t = 1 << 40
  // Locks of one descriptor, as `flock`'s are. Linux has them under the same numbers everywhere; Swift
  // sees what POSIX names and no more.
  private static let setLock: Int32 = 37
  private static let setLockWaiting: Int32 = 38

  /// The system's `fcntl`, which fails otherwise than by another's lock where there are no such locks.
  private let locking: @Sendable (_ descriptor: Int32, _ command: Int32, inout flock) -> Int32
  /// Whether one of our own waits in it, whom nothing but the one before it can call away: more of us
  /// behind it would only be more descriptors that stay open.
  private let isWaitedIn = Atomic(false)

  init(
    locking: @escaping @Sendable (Int32, Int32, inout flock) -> Int32 = { fcntl($0, $1, &$2) }
  ) {
    self.locking = locking
  }

  /// Steps in unless somebody else is there; whether one may go on to the gate.
  func enter(_ descriptor: Int32) -> Bool {
    if set(F_WRLCK, descriptor, Self.setLock) { return true }
    let isTaken = errno == EAGAIN || errno == EACCES
    return !isTaken || isWaitedIn.load(ordering: .acquiring)
  }

  /// Steps in once those before are gone.
  func wait(_ descriptor: Int32) {
    let (isFirst, _) = isWaitedIn.compareExchange(
      expected: false,
      desired: true,
      ordering: .acquiringAndReleasing
    )
    guard isFirst else { return }
    while !set(F_WRLCK, descriptor, Self.setLockWaiting), errno == EINTR {}
    isWaitedIn.store(false, ordering: .releasing)
  }

  /// Lets the next one in.
  func leave(_ descriptor: Int32) {
    _ = set(F_UNLCK, descriptor, Self.setLock)
  }

  private func set(_ kind: Int32, _ descriptor: Int32, _ command: Int32) -> Bool {
    var lock = flock()
    lock.l_type = Int16(kind)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = Self.byte
    lock.l_len = 1
    return locking(descriptor, command, &lock) == 0
  }
}
