import Glibc

/// Standard output and standard error.
///
/// Output is collected and written at once: a command either answers whole or says why not.
enum Console {
  /// Writes text to standard output.
  ///
  /// Throws `.inputOutput` where it cannot be written; a reader that went away is no failure.
  static func write(_ text: String) throws(CommandFailure) {
    var text = text
    let failure = text.withUTF8 { writeAll(UnsafeRawBufferPointer($0), to: STDOUT_FILENO) }
    guard let failure, failure != EPIPE else { return }
    throw CommandFailure(
      .inputOutput,
      "Standard output cannot be written: \(String(cString: strerror(failure)))."
    )
  }

  /// Writes a line to standard error.
  static func writeError(_ line: String) {
    var text = line + "\n"
    _ = text.withUTF8 { writeAll(UnsafeRawBufferPointer($0), to: STDERR_FILENO) }
  }

  /// Returns the error number where something stays unwritten.
  private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress(in: bytes), rest.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}

extension Slice<UnsafeRawBufferPointer> {
  fileprivate func baseAddress(in whole: UnsafeRawBufferPointer) -> UnsafeRawPointer? {
    whole.baseAddress.map { $0 + startIndex }
  }
}
