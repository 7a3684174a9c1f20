import Foundation

/// The workspace that an import goes into: the one that is named, or for a dry run of a file that is
/// not there yet a passing one, so that nothing is made.
struct ImportPlace {
  /// The workspace.
  let workspace: OpenWorkspace
  private let temporaryFolder: String?

  /// Opens the workspace.
  init(_ options: WorkspaceOptions, isDryRun: Bool) throws {
    guard isDryRun, Self.isMissing(options) else {
      workspace = try .writing(options)
      temporaryFolder = nil
      return
    }
    let folder = try Self.makeFolder()
    var passing = options
    passing.file = folder + "/pipeline.db"
    temporaryFolder = folder
    do {
      workspace = try .writing(passing)
    } catch {
      try? FileManager.default.removeItem(atPath: folder)
      throw error
    }
  }

  /// Whether the workspace that is named is not there yet.
  static func isMissing(_ options: WorkspaceOptions) -> Bool {
    access(options.location.path, F_OK) != 0
  }

  /// Removes what was only there for a dry run.
  func remove() {
    guard let temporaryFolder else { return }
    try? FileManager.default.removeItem(atPath: temporaryFolder)
  }

  private static func makeFolder() throws(CommandFailure) -> String {
    let parent = Environment["TMPDIR"] ?? "/tmp"
    var template = Array("\(parent)/dealboard-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw CommandFailure(
        .cannotCreate,
        "No folder can be made in \(parent): \(String(cString: strerror(errno))). Set TMPDIR."
      )
    }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
