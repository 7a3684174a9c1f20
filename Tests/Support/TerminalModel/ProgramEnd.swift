import Foundation

/// How a program ended.
public enum ProgramEnd: Hashable, Sendable, CustomStringConvertible {
  /// With an exit code.
  case exited(Int32)
  /// Killed by a signal.
  case signalled(Int32)

  /// Reads what `waitpid` gives; the macros of wait(2) are not there in Swift.
  init(waitStatus status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
  }

  /// `exit code 64`, `signal 15 (Terminated)`.
  public var description: String {
    switch self {
    case .exited(let code): "exit code \(code)"
    case .signalled(let number): "signal \(number) (\(String(cString: strsignal(number))))"
    }
  }
}

/// Waits for a child that is known to have ended or is about to.
func reap(_ child: pid_t) throws(SystemFailure) -> ProgramEnd {
  var status: Int32 = 0
  while waitpid(child, &status, 0) < 0 {
    guard errno == EINTR else { throw SystemFailure("waitpid") }
  }
  return ProgramEnd(waitStatus: status)
}

/// Calls with a null-terminated array of C strings, as exec wants it.
func withCStrings<Result>(
  _ strings: [String],
  _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  pointers.append(nil)
  return body(pointers)
}

/// Waits until one of the descriptors is ready or the time is over; returns what is ready, in order.
func poll(
  _ wanted: [(descriptor: Int32, events: Int32)],
  until deadline: ContinuousClock.Instant
)
  throws(SystemFailure) -> [Bool]
{
  var entries = wanted.map {
    pollfd(fd: $0.descriptor, events: Int16($0.events), revents: 0)
  }
  while true {
    let left = max(.zero, ContinuousClock.now.duration(to: deadline))
    let milliseconds =
      left.components.seconds * 1000
      + (left.components.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    let count = poll(&entries, nfds_t(entries.count), Int32(milliseconds))
    if count >= 0 { return entries.map { $0.revents != 0 } }
    guard errno == EINTR else { throw SystemFailure("poll") }
  }
}

/// Reads what is there, without waiting; nil at the end of the stream.
func readAvailable(
  _ descriptor: Int32,
  atMost limit: Int = 65_536
)
  throws(SystemFailure) -> [UInt8]?
{
  var buffer = [UInt8](repeating: 0, count: limit)
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    if count > 0 { return Array(buffer.prefix(count)) }
    // EIO: nobody has the other side of the pseudo-terminal open.
    if count == 0 || errno == EIO { return nil }
    if errno == EAGAIN { return [] }
    guard errno == EINTR else { throw SystemFailure("read") }
  }
}
