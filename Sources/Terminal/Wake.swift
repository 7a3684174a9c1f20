import Glibc

/// A bell that any thread may ring to end the screen's wait for a key.
///
/// It is a pipe: waiting for it and for the keyboard is one `poll`, and ringing needs no lock.
public final class Wake: Sendable {
  /// The end to wait on: readable from the first ring until it is drained.
  public let descriptor: Int32
  let writeDescriptor: Int32

  /// Creates a silent bell whose descriptors are not inherited by other programs.
  ///
  /// Throws `.system` where the process may open no more files.
  public init() throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .system(code: errno) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    descriptor = ends[0]
    writeDescriptor = ends[1]
  }

  deinit {
    close(descriptor)
    close(writeDescriptor)
  }

  /// Ends the wait that is under way, or else the next one.
  ///
  /// Never blocks; may be called from any thread.
  public func ring() {
    var byte: UInt8 = 0
    // Where the pipe is full it has been rung already.
    while write(writeDescriptor, &byte, 1) < 0 && errno == EINTR {}
  }

  /// Silences the bell.
  public func drain() {
    var bytes = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(descriptor, &bytes, bytes.count)
      guard count == bytes.count || (count < 0 && errno == EINTR) else { return }
    }
  }
}

extension Wake {
  /// Waits for a ring, at most so long; whether there was one.
  ///
  /// It stays to be drained.
  public func waits(milliseconds: Int) -> Bool {
    var readable = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&readable, 1, Int32(clamping: milliseconds)) > 0
  }
}
