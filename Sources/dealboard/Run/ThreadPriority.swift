import Glibc

/// Which of the program's threads gives way to which where all cores are busy: the one that owns the
/// screen and the one that saves to all others.
///
/// The values are nice values, of which Linux keeps one for each thread.
enum ThreadPriority: Int32 {
  /// Somebody waits for the end of a search while they type.
  case searching = 5
  /// What is counted fills in numbers that are marked until then.
  case counting = 10

  /// Gives the thread that calls it this priority; where the system refuses, it keeps its own.
  func take() {
    setpriority(Int32(PRIO_PROCESS.rawValue), 0, rawValue)
  }
}
