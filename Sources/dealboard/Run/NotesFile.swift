import Glibc
import Interchange
import Pipeline

/// A file of one's own, in a folder of one's own, that an editor writes in.
struct NotesFile {
  /// The longest text that is taken back, in bytes.
  private static let limit = 1 << 20

  /// Where it is.
  let path: String

  /// Makes the folder, open to nobody else, and in it the file with a text.
  ///
  /// Throws where either cannot be made.
  init(_ text: String, named name: String) throws(CommandFailure) {
    let base = Environment["TMPDIR"] ?? "/tmp"
    var template = Array("\(base)/dealboard-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Self.failure(base, errno)
    }
    let folder = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
    path = (folder ?? base) + "/" + name
    do throws(CommandFailure) { try write(text) } catch {
      remove()
      throw error
    }
  }

  /// The file that stands at a path already.
  init(at path: String) {
    self.path = path
  }

  private func write(_ text: String) throws(CommandFailure) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { throw Self.failure(path, errno) }
    defer { close(descriptor) }
    var rest = Array((text.isEmpty ? "" : text + "\n").utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw Self.failure(path, errno)
      }
    }
  }

  /// What stands in it now, without control characters and without what an editor adds at the end.
  ///
  /// Throws where it is gone, longer than a mebibyte, or no text.
  func read() throws(CommandFailure) -> String {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CommandFailure(
        .noInput,
        phrase("The editor left no file at \(path), so nothing was changed.")
      )
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= Self.limit {
      let count = Glibc.read(descriptor, &part, part.count)
      if count == 0 { break }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure(path, errno) }
      bytes += part[..<count]
    }
    guard bytes.count <= Self.limit else {
      throw CommandFailure(
        .badData,
        phrase("The notes are longer than 1 MiB, so nothing was changed. They are in \(path).")
      )
    }
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw CommandFailure(
        .badData,
        phrase(
          "What the editor left is no text in UTF-8, so nothing was changed. It is in \(path)."
        )
      )
    }
    return CleanText.cleanedLines(text)
  }

  /// Removes the file and what an editor left beside it, and the folder.
  func remove() {
    guard let place = path.lastIndex(of: "/") else { return }
    let folder = String(path[..<place])
    guard let stream = opendir(folder) else { return }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { unlink(folder + "/" + name) }
    }
    closedir(stream)
    rmdir(folder)
  }

  private static func failure(_ path: String, _ code: Int32) -> CommandFailure {
    CommandFailure(
      .inputOutput,
      phrase("The notes cannot be put into a file at \(path): \(String(cString: strerror(code))).")
    )
  }
}
