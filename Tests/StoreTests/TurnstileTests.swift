import Dispatch
import Glibc
import Synchronization
import Testing

@testable import Store

@Suite struct `The turnstile before the gate` {
  private let folder: TemporaryFolder
  private var path: String { folder.file() + "-gate" }

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func `lets nobody come back before the one who waited`() throws {
    let isAtGate = DispatchSemaphore(value: 0)
    let isBack = DispatchSemaphore(value: 0)
    let isDone = DispatchSemaphore(value: 0)
    let order = Mutex<[String]>([])
    let ana = gate(
      "Ana",
      turnstile: Turnstile { descriptor, command, lock in
        let result = fcntl(descriptor, command, &lock)
        if result != 0 { isBack.signal() }
        return result
      }
    )
    // Ben is still being woken when Ana comes back.
    let ben = gate(
      "Ben",
      locking: { descriptor, operation in
        if operation == LOCK_EX {
          isAtGate.signal()
          isBack.wait()
        }
        return flock(descriptor, operation)
      }
    )

    try ana.hold { _ throws(StoreError) in
      DispatchQueue.global().async {
        try? ben.hold { _ throws(StoreError) in order.withLock { $0.append("Ben") } }
        isDone.signal()
      }
      isAtGate.wait()
    }
    try ana.hold { _ throws(StoreError) in order.withLock { $0.append("Ana") } }
    isBack.signal()
    isDone.wait()

    #expect(order.withLock { $0 } == ["Ben", "Ana"])
  }

  @Test func `keeps nobody from a free gate where somebody was stopped in it`() throws {
    let stopped = try descriptor()
    defer { close(stopped) }
    try #require(Turnstile().enter(stopped))
    let gate = gate(
      "Ana",
      noticeable: .milliseconds(1),
      waiting: { _ in Issue.record("The gate was free.") }
    )
    var runs = 0

    for _ in 0..<3 { try gate.hold { _ throws(StoreError) in runs += 1 } }

    #expect(runs == 3)
    // The stopped one's, and that of the first who waited behind it.
    #expect(openDescriptors() == 2)
  }

  @Test func `is left, as the gate is, by whoever gave up`() throws {
    let first = try descriptor()
    try #require(Turnstile().enter(first))
    try #require(flock(first, LOCK_EX) == 0)
    let hasty = gate("Ana", patience: .milliseconds(1))
    _ = #expect(throws: StoreError.self) { try hasty.hold { _ throws(StoreError) in } }

    close(first)

    let next = try descriptor()
    defer { close(next) }
    let request = LockRequest(next)
    request.ask(Turnstile(), locking: { flock($0, $1) })
    #expect(request.isAnswered(by: .now() + .seconds(20)))
    #expect(request.failure == nil)
  }

  @Test func `is gone past where the gate file may only be read`() throws {
    let other = try descriptor()
    defer { close(other) }
    try #require(Turnstile().enter(other))
    let reader = open(path, O_RDONLY | O_CLOEXEC)
    defer { close(reader) }

    #expect(Turnstile().enter(reader))
  }

  @Test(arguments: [EINVAL, ENOLCK, EOPNOTSUPP])
  func `is gone past where there are no locks of its kind`(code: Int32) throws {
    let other = try descriptor()
    try #require(flock(other, LOCK_EX) == 0)
    let turnstile = Turnstile { _, _, _ in
      errno = code
      return -1
    }
    let gate = gate(
      "Ana",
      turnstile: turnstile,
      locking: { descriptor, operation in
        // The other goes once its end is waited for.
        if operation == LOCK_EX { close(other) }
        return flock(descriptor, operation)
      }
    )
    var isRun = false

    try gate.hold { _ throws(StoreError) in isRun = true }

    #expect(isRun)
  }

  private func gate(
    _ holder: String,
    patience: DispatchTimeInterval = .seconds(60),
    noticeable: DispatchTimeInterval = .seconds(60),
    turnstile: Turnstile = Turnstile(),
    waiting: @escaping @Sendable (String) -> Void = { _ in },
    locking: @escaping @Sendable (Int32, Int32) -> Int32 = { flock($0, $1) }
  ) -> Gate {
    Gate(
      besideFile: folder.file(),
      holder: holder,
      patience: patience,
      noticeable: noticeable,
      locking: locking,
      turnstile: turnstile,
      waiting: waiting
    )
  }

  private func descriptor() throws -> Int32 {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    try #require(descriptor >= 0)
    return descriptor
  }

  /// How many descriptors of the gate file this process has.
  private func openDescriptors() -> Int {
    (0..<1024).count { number in
      var status = stat()
      guard fstat(Int32(number), &status) == 0, let mark = FileMark(path) else { return false }
      return mark.inode == UInt(status.st_ino)
    }
  }
}
