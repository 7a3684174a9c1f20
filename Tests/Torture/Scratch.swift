import Glibc
import Pipeline
import Store

/// A folder of a test's own, removed with it.
final class Scratch {
  let path: String

  init() throws {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/dealboard-torture-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Trouble(call: "mkdtemp") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    empty()
    rmdir(path)
  }

  /// The workspace file.
  var file: String { path + "/pipeline.db" }

  /// Removes a file.
  static func remove(_ path: String) { unlink(path) }

  /// Removes every file in it.
  func empty() {
    guard let stream = opendir(path) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { unlink(path + "/" + name) }
    }
  }
}

/// Bytes of files.
enum Bytes {
  /// All bytes of a file; `nil` where there is none.
  static func read(_ path: String) throws -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw Trouble(call: path)
    }
    defer { close(descriptor) }
    var status = stat()
    fstat(descriptor, &status)
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      guard count > 0 else { break }
      done += count
    }
    return Array(bytes.prefix(done))
  }

  /// Makes a file of bytes.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Trouble(call: path) }
    defer { close(descriptor) }
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else { throw Trouble(call: path) }
      done += count
    }
  }
}

extension SQLiteStore {
  /// Opens a file that is there, or makes one.
  static func torture(_ path: String, _ holder: String = "torture") throws -> SQLiteStore {
    let settings = WorkspaceSettings(timeZone: "UTC", currency: .euro)
    return try open(at: path, .create(settings: settings), holder: holder)
  }

  /// What is wrong with the file, in words; nothing where it is sound.
  func troubles() throws -> [String] {
    var troubles: [String] = []
    try check { troubles.append($0.message) }
    return troubles
  }

  /// How many events there are.
  func eventCount() throws -> Int64 {
    try changes(after: 0, asOf: .torture).lastSequence
  }

  /// The ids of all events, in the order of the log.
  func eventIDs() throws -> [EventID] {
    var ids: [EventID] = []
    try log(after: 0) { ids.append($0.id) }
    return ids
  }
}

extension Day {
  /// 2026-03-31, the day that all of it happens on.
  static let torture = Day(number: 20_543)
}

extension Instant {
  /// A moment of that day.
  static let torture = Instant(milliseconds: 1_774_900_000_000)
}

/// The same numbers from the same seed (Steele, Lea, Flood, "Fast splittable pseudorandom number
/// generators", 2014).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x2545_F491_4F6C_DD1D }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return z ^ z >> 31
  }

  /// A number from 0, below `count`.
  mutating func pick(_ count: Int) -> Int { Int(next() % UInt64(count)) }

  /// Whether something happens that happens so many times in a hundred.
  mutating func chance(_ percent: Int) -> Bool { pick(100) < percent }
}
