import Glibc

/// Waiting for what a test tells.
enum Waiting {
  /// Waits so long; returns whether standard input has ended.
  static func inputEnds(withinMilliseconds milliseconds: Int32) -> Bool {
    var input = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    return poll(&input, 1, milliseconds) > 0
  }
}
