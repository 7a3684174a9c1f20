internal import Glibc

/// Why a file could not be read, as the system said it.
public struct FileFault: Error, Hashable, Sendable {
  /// The system's error number, such as `ENOENT`.
  public let errno: Int32

  /// A fault of this error number.
  public init(errno: Int32) {
    self.errno = errno
  }
}

/// The bytes of a file on disk, from its beginning.
public struct FileSource: ByteSource {
  /// Closes the file with the last source that reads from it.
  private final class Descriptor {
    let number: Int32

    init(path: String) throws(FileFault) {
      // The path is handed over as a C string that outlives the call.
      number = unsafe open(path, O_RDONLY | O_CLOEXEC)
      guard number >= 0 else { throw FileFault(errno: Glibc.errno) }
    }

    deinit { close(number) }
  }

  private let descriptor: Descriptor

  /// Opens the file at a path.
  ///
  /// Throws `FileFault` where the system does not let it.
  public init(path: String) throws(FileFault) {
    self.descriptor = try Descriptor(path: path)
  }

  /// The length of the file in bytes; `nil` where it has none, as a pipe.
  public var length: Int? {
    var facts = stat()
    // `fstat` writes only into the value that it is handed, which outlives the call.
    guard unsafe fstat(descriptor.number, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return Int(facts.st_size)
  }

  /// The next bytes, at most `count` of them.
  ///
  /// Throws `FileFault` where the system fails to read.
  public mutating func read(upTo count: Int) throws -> [UInt8] {
    let number = descriptor.number
    var fault: Int32 = 0
    // The buffer has room for `count` bytes and `read` writes no more than that.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(1, count)) { buffer, filled in
      var received = unsafe Glibc.read(number, buffer.baseAddress, buffer.count)
      while received < 0, Glibc.errno == EINTR {
        received = unsafe Glibc.read(number, buffer.baseAddress, buffer.count)
      }
      if received < 0 { fault = Glibc.errno }
      filled = max(0, received)
    }
    guard fault == 0 else { throw FileFault(errno: fault) }
    return bytes
  }
}
