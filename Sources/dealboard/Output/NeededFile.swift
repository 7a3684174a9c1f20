import Glibc
import Store

/// A file that a command works on, and that must not become what the command writes.
enum NeededFile: Hashable {
  /// The workspace at a path, with what stands beside it.
  case workspace(String)
  /// The file that is imported; `-` is standard input.
  case input(String)

  /// Throws `.cannotCreate` where a path leads to one of these files, by any name, and where any
  /// database or what belongs to one stands there.
  static func refuse(_ path: String, sparing needed: [NeededFile]) throws(CommandFailure) {
    // Without a folder for it, nothing can be written.
    guard let place = FilePlace(path) else { return }
    for file in needed where file.paths.contains(where: { FilePlace($0) == place }) {
      throw CommandFailure(.cannotCreate, file.refusal(path))
    }
    switch FileRole(at: path) {
    case .database:
      throw CommandFailure(
        .cannotCreate,
        "\(path) is a database, which is not written over. Name another file."
      )
    case .companion(let database):
      throw CommandFailure(
        .cannotCreate,
        "\(path) belongs to the database \(database). Name another file."
      )
    case nil: break
    }
  }

  private var paths: [String] {
    switch self {
    case .workspace(let path):
      // The log stands beside the file itself, not beside a link to it.
      [path] + ([""] + FileRole.companions).map { Self.real(path) + $0 }
    case .input("-"): ["/dev/stdin"]
    case .input(let path): [path]
    }
  }

  private func refusal(_ path: String) -> String {
    switch self {
    case .workspace(let workspace) where FilePlace(workspace) == FilePlace(path):
      "\(path) is the workspace itself, which would be lost. Name another file."
    case .workspace(let workspace):
      "\(path) belongs to the workspace \(workspace). Name another file."
    case .input:
      "\(path) is the file that is imported, which would be lost. Name another file."
    }
  }

  private static func real(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

/// What a path leads to, by whatever name: the file that is there, or a name in a folder.
private struct FilePlace: Hashable {
  private let device: dev_t
  private let inode: ino_t
  /// The name in the folder; empty for a file that is there.
  private let name: String

  /// `nil` where not even the folder is there.
  init?(_ path: String) {
    var status = stat()
    if stat(path, &status) == 0 {
      name = ""
    } else {
      let slash = path.lastIndex(of: "/")
      let folder = slash.map { String(path[...$0]) } ?? "."
      guard stat(folder, &status) == 0 else { return nil }
      name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    }
    device = status.st_dev
    inode = status.st_ino
  }
}
