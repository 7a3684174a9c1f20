import Dispatch
import Glibc

/// A lock on a small file beside the database, held over opening, committing and closing.
///
/// SQLite's own lock is polled, unfair and lets commit and checkpoint of two processes overlap;
/// waiting in the kernel's queue instead took the longest wait of eight writers from 1.4 s to
/// 15 ms. One comes to it through a turnstile, so that nobody is overtaken. The file also carries a
/// counter that wakes other processes, and the last event's number, which tells when the database
/// went back in time.
struct Gate: Sendable {
  /// What the gate file says.
  struct Reading: Hashable, Sendable {
    /// How often something was committed.
    var counter: Int64 = 0
    /// The number of the last event that was committed.
    var lastSequence: Int64 = 0
    /// Who held it last.
    var holder = ""
  }

  /// What the gate file's name ends in.
  private static let suffix = "-gate"

  /// The gate file's path.
  let path: String
  /// Who is named as the holder.
  private let holder: String
  /// How long to wait before giving up.
  private let patience: DispatchTimeInterval
  /// A wait that a person notices.
  private let noticeable: DispatchTimeInterval
  /// The system's `flock`, which fails otherwise than by another's lock where there are no locks.
  private let locking: @Sendable (_ descriptor: Int32, _ operation: Int32) -> Int32
  /// Puts those who want it in order.
  private let turnstile: Turnstile
  /// Is told who holds it once a wait is long enough to be noticed.
  private let waiting: @Sendable (String) -> Void

  init(
    besideFile path: String,
    holder: String,
    patience: DispatchTimeInterval = .seconds(5),
    noticeable: DispatchTimeInterval = .milliseconds(300),
    locking: @escaping @Sendable (Int32, Int32) -> Int32 = { flock($0, $1) },
    turnstile: Turnstile = Turnstile(),
    waiting: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.path = path + Self.suffix
    let room = Self.holderWidth - Self.importMark.utf8.count
    self.holder = String(decoding: holder.utf8.prefix(room), as: UTF8.self)
    self.patience = patience
    self.noticeable = noticeable
    self.locking = locking
    self.turnstile = turnstile
    self.waiting = waiting
  }

  /// Stands behind the name of a holder who imports, which takes as long as the file is: who waits
  /// for an import does not give up.
  static let importMark = " importing"

  /// Runs `body` while no other process holds the gate.
  ///
  /// Throws `.busy` after the patience is over; `body` is then not run, not even when the lock comes
  /// later. Who imports is waited for however long it takes. Where the gate file cannot be written, a
  /// reader goes on without it.
  func hold<Result>(
    likeFile mark: FileMark? = nil,
    forImport: Bool = false,
    _ body: (borrowing Hold) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let hold = try Hold(descriptor: acquire(likeFile: mark))
    hold.write(holder: forImport ? holder + Self.importMark : holder)
    return try body(hold)
  }

  /// What the file says now; zeros where there is none.
  func read() -> Reading {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return Reading() }
    defer { close(descriptor) }
    return Self.reading(descriptor)
  }

  private func acquire(likeFile mark: FileMark?) throws(StoreError) -> Int32 {
    while true {
      var descriptor = try openFile(likeFile: mark)
      if try !take(descriptor) {
        descriptor = try waitForLock(descriptor, likeFile: mark)
      }
      turnstile.leave(descriptor)
      // Someone may have removed the file between our opening and locking it.
      var ours = stat()
      if fstat(descriptor, &ours) == 0, let theirs = FileMark(path),
        theirs.inode == UInt(ours.st_ino)
      {
        return descriptor
      }
      close(descriptor)
    }
  }

  private func openFile(likeFile mark: FileMark?) throws(StoreError) -> Int32 {
    let flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW
    var descriptor = open(path, flags)
    if descriptor < 0, errno == ENOENT {
      descriptor = open(path, flags | O_CREAT | O_EXCL, 0o600)
      if descriptor >= 0, let mark {
        // The group first, so that its bits are never another group's.
        let isGiven = fchown(descriptor, uid_t.max, mark.group) == 0
        // Whoever owns the file may always take the gate, also of a file that was made read-only:
        // the gate would stay closed when the file is opened again.
        fchmod(descriptor, mark.mode & (isGiven ? 0o666 : 0o606) | 0o600)
      } else if descriptor < 0, errno == EEXIST {
        descriptor = open(path, flags)
      }
    }
    if descriptor < 0, errno == EACCES || errno == EROFS {
      // Who may only look can still take turns; the file's text is a hint that they do not change.
      let code = errno
      descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
      if descriptor < 0 { errno = code }
    }
    guard descriptor < 0 else { return descriptor }
    switch errno {
    case EACCES, EROFS, EPERM:
      throw .folderNotWritable(path: String(path.dropLast(Self.suffix.count)))
    case ENOSPC, EDQUOT: throw .diskFull(path: path)
    default: throw .cannotCreate(path: path, detail: String(cString: strerror(errno)))
    }
  }

  /// Takes the lock unless somebody else has it or comes first; closes the descriptor where there is
  /// none to be had.
  private func take(_ descriptor: Int32) throws(StoreError) -> Bool {
    guard turnstile.enter(descriptor) else { return false }
    if locking(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    // A lock that somebody else has is waited for; on a file system without locks, or a machine that
    // has none left, there is nothing to wait for.
    let code = errno
    guard code != EWOULDBLOCK, code != EINTR else { return false }
    close(descriptor)
    throw noLock(code)
  }

  /// Waits for the lock, in order, and returns the descriptor that has it.
  private func waitForLock(
    _ descriptor: Int32,
    likeFile mark: FileMark?
  ) throws(StoreError) -> Int32 {
    let request = LockRequest(descriptor)
    request.ask(turnstile, locking: locking)
    var isTold = false
    var deadline = DispatchTime.now() + patience
    while !request.isAnswered(by: min(deadline, .now() + noticeable)) {
      if let alone = takeAlone(likeFile: mark) {
        if request.withdraw() { return alone }
        close(alone)
        break
      }
      let other = read().holder
      if !isTold { waiting(other) }
      isTold = true
      if other.hasSuffix(Self.importMark) {
        deadline = .now() + patience
      } else if .now() >= deadline {
        // The last name that was written may be our own, where a program took the lock that gives none.
        if request.withdraw() { throw .busy(holder: other == holder ? nil : other) }
        break
      }
    }
    if let code = request.failure {
      close(descriptor)
      throw noLock(code)
    }
    return descriptor
  }

  /// Takes the lock on a descriptor of its own if it is free: whoever was stopped in the turnstile
  /// keeps nobody from it for long.
  private func takeAlone(likeFile mark: FileMark?) -> Int32? {
    guard let descriptor = try? openFile(likeFile: mark) else { return nil }
    if locking(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
    close(descriptor)
    return nil
  }

  /// What is wrong where the gate file cannot be locked.
  private func noLock(_ code: Int32) -> StoreError {
    .inputOutput(path: path, detail: "it cannot be locked, \(String(cString: strerror(code)))")
  }

  // MARK: The file's text: counter and number in 20 digits each, then who, padded

  private static let holderWidth = 64
  static let length = 20 + 1 + 20 + 1 + holderWidth + 1

  fileprivate static func reading(_ descriptor: Int32) -> Reading {
    var bytes = [UInt8](repeating: 0, count: length)
    guard pread(descriptor, &bytes, length, 0) == length else { return Reading() }
    let text = String(decoding: bytes, as: UTF8.self)
    let parts = text.split(maxSplits: 2) { $0 == " " || $0 == "\n" }
    guard parts.count == 3 else { return Reading() }
    let holder = parts[2].split(separator: "\n", maxSplits: 1).first ?? ""
    return Reading(
      counter: Int64(parts[0]) ?? 0,
      lastSequence: Int64(parts[1]) ?? 0,
      holder: holder.split(separator: " ").joined(separator: " ")
    )
  }

  fileprivate static func write(_ reading: Reading, _ descriptor: Int32) {
    func digits(_ number: Int64) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, 20 - text.utf8.count)) + text
    }
    let name = reading.holder.utf8.prefix(holderWidth)
    let padding = String(repeating: " ", count: holderWidth - name.count)
    var bytes = Array(
      "\(digits(reading.counter)) \(digits(reading.lastSequence)) ".utf8
    )
    bytes += Array(name) + Array(padding.utf8) + [UInt8(ascii: "\n")]
    // A hint for others; the commit stands whether or not it can be written.
    _ = pwrite(descriptor, bytes, bytes.count, 0)
  }
}

extension Gate {
  /// The gate while it is held; let go at its end.
  struct Hold: ~Copyable {
    fileprivate let descriptor: Int32

    /// What the file says.
    var reading: Reading { Gate.reading(descriptor) }

    /// Tells the others that something was committed, up to the event of this number.
    ///
    /// The number only grows, or a file that went back in time would not be noticed; `resetting`
    /// takes the file as it is from now on.
    func tellOthers(lastSequence: Int64, resetting: Bool = false) {
      var reading = reading
      reading.counter += 1
      reading.lastSequence = resetting ? lastSequence : max(reading.lastSequence, lastSequence)
      Gate.write(reading, descriptor)
    }

    fileprivate func write(holder: String) {
      var reading = reading
      guard reading.holder != holder else { return }
      reading.holder = holder
      Gate.write(reading, descriptor)
    }

    deinit {
      close(descriptor)
    }
  }
}
