import Glibc

/// A program that is started without a shell, has the terminal to itself, and is waited for.
public struct ForegroundProgram {
  /// How it ended.
  public enum End: Hashable, Sendable {
    /// By itself, with this status.
    case exited(Int32)
    /// By a signal.
    case killed(signal: Int32)
    /// It could not be started: this `errno`.
    case notStarted(Int32)
  }

  private let words: [String]

  /// The program that the first word names, found in PATH, with the other words as its arguments.
  public init(_ words: [String]) {
    self.words = words
  }

  /// Starts it in this process's group, so that the keyboard's signals reach it, and waits for its
  /// end.
  public func run() -> End {
    guard let name = words.first else { return .notStarted(ENOENT) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What this process ignores or holds back is nothing to the other one.
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let fault = posix_spawnp(&process, name, nil, &attributes, &arguments, environ)
    guard fault == 0 else { return .notStarted(fault) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return .notStarted(errno) }
    }
    // The macros of sys/wait.h: the low seven bits are the signal, the next byte the status.
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
  }
}
