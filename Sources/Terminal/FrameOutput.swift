import CNcurses
import Glibc

/// Holds back what curses writes for one frame, so that the terminal gets all of it at once.
///
/// Curses writes at each jump of the cursor: eight small writes for a key, each of which wakes the
/// terminal, which then shows a part of a frame. While a frame is collected, curses' own descriptor
/// leads to a file in memory; before and after, when curses sets modes, to the terminal.
final class FrameOutput {
  /// Nothing is sent but what curses wrote, where this is nil: the system has no files in memory.
  private let memory: Int32?
  private let curses: Int32
  private let terminal: Int32
  private var bytes = [UInt8](repeating: 0, count: 1 << 14)

  /// Collects what is written to the descriptor that curses has, and that no other code uses.
  ///
  /// It has to lead to the terminal, as the other descriptor does.
  init(curses: Int32, terminal: Int32) {
    let descriptor = memfd_create("frame", curses_close_on_exec)
    memory = descriptor >= 0 ? descriptor : nil
    self.curses = curses
    self.terminal = terminal
  }

  deinit {
    if let memory { close(memory) }
  }

  /// Runs what has curses write, and hands over the bytes in the order they were written.
  ///
  /// None where they could not be held back, and curses wrote them to the terminal itself.
  func collect(_ write: () -> Void) -> ArraySlice<UInt8> {
    guard let memory, dup3(memory, curses, O_CLOEXEC) >= 0 else {
      write()
      return []
    }
    write()
    // What a signal interrupts is tried again: without its descriptor curses would draw no more.
    while dup3(terminal, curses, O_CLOEXEC) < 0, errno == EINTR || errno == EBUSY {}
    // The place is that of the open file, which curses' descriptor shared.
    let count = max(0, lseek(memory, 0, SEEK_CUR))
    guard count > 0 else { return [] }
    if count > bytes.count { bytes = [UInt8](repeating: 0, count: 2 * count) }
    let got = pread(memory, &bytes, count, 0)
    lseek(memory, 0, SEEK_SET)
    return bytes[..<max(0, got)]
  }
}
