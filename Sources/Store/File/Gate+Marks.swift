import Glibc

/// What is known to be wrong with the file and must not be forgotten: it stands in the gate file behind
/// its text, for every process that comes to the gate.
///
/// Two lines of numbers in 20 digits each: the last event that was saved and the last that was left of
/// a file that went back in time; inode, length and time of the last writing of a file that was found
/// damaged. A line of zeros says nothing, and so does one that cannot be read.
extension Gate {
  private static let lossPlace = length
  private static let damagePlace = lossPlace + width(of: 2)

  /// The events that the file is known to have lost, until it is accepted as it is.
  func loss() -> WentBack? {
    guard let numbers = numbers(2, at: Self.lossPlace), numbers[0] > 0 else { return nil }
    return WentBack(known: numbers[0], found: numbers[1])
  }

  /// The same with what a file of fewer events than the gate knows of has lost now.
  func loss(where reading: Reading, found: Int64) -> WentBack? {
    let known = loss()
    guard reading.lastSequence > found else { return known }
    return WentBack(
      known: max(known?.known ?? 0, reading.lastSequence),
      found: min(known?.found ?? found, found)
    )
  }

  /// Keeps the loss, or forgets it; to be called while the gate is held.
  func mark(loss: WentBack?) {
    write([loss?.known ?? 0, loss?.found ?? 0], at: Self.lossPlace)
  }

  /// The file as it was when it was found damaged; `nil` where it is not known to be.
  func damage() -> FileStamp? {
    guard let numbers = numbers(3, at: Self.damagePlace), numbers != [0, 0, 0] else { return nil }
    return FileStamp(inode: numbers[0], size: numbers[1], written: numbers[2])
  }

  /// Keeps that a file was found damaged, or forgets it.
  ///
  /// Not only while the gate is held: whoever meets damage may be reading, and others should not write
  /// meanwhile. It is one write, of a place that holds nothing else.
  func mark(damage: FileStamp?) {
    write([damage?.inode ?? 0, damage?.size ?? 0, damage?.written ?? 0], at: Self.damagePlace)
  }

  // MARK: A line of numbers

  private static let digits = 20

  private static func width(of count: Int) -> Int { count * (digits + 1) }

  private func numbers(_ count: Int, at place: Int) -> [Int64]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let width = Self.width(of: count)
    var bytes = [UInt8](repeating: 0, count: width)
    guard pread(descriptor, &bytes, width, off_t(place)) == width else { return nil }
    let numbers = String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0 == "\n" }
      .compactMap { Int64($0) }
    return numbers.count == count && numbers.allSatisfy { $0 >= 0 } ? numbers : nil
  }

  private func write(_ numbers: [Int64], at place: Int) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    // Who may not write the gate may not write the file, and what it says is known to this process.
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let texts = numbers.map { number in
      let text = String(max(0, number))
      return String(repeating: "0", count: Self.digits - text.utf8.count) + text
    }
    let bytes = Array((texts.joined(separator: " ") + "\n").utf8)
    _ = pwrite(descriptor, bytes, bytes.count, off_t(place))
  }
}

/// What tells a file from another that took its place, and from itself once it was written to.
struct FileStamp: Hashable, Sendable {
  let inode: Int64
  let size: Int64
  /// The time of the last writing, in nanoseconds.
  let written: Int64
}

extension FileStamp {
  /// The stamp of the file at a path; `nil` where none can be seen.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    inode = Int64(truncatingIfNeeded: status.st_ino) & .max
    size = Int64(status.st_size)
    let seconds = Int64(status.st_mtim.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    written = max(0, seconds.partialValue &+ Int64(status.st_mtim.tv_nsec))
  }
}
