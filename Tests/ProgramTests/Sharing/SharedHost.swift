import Foundation
import TerminalModel

/// A host with a team of several users, a group of theirs and a folder that one of them owns.
///
/// Users and groups are numbers without names, which the system takes as well as any; only root may
/// act as somebody else.
final class SharedHost: Sendable {
  /// Someone with a login here.
  struct User: Hashable, Sendable {
    let login: String
    let id: Int
    /// Whether they are in the team's group.
    var isInTeam = true
  }

  /// Whether this process may act as other users.
  static let isPossible = geteuid() == 0

  static let team = 60_001
  static let people = ["ana", "ben", "cleo", "dan", "eva", "finn"].enumerated().map {
    User(login: $1, id: 60_101 + $0)
  }
  static let stranger = User(login: "zed", id: 60_199, isInTeam: false)

  private let root: String
  /// A folder of the first person's own.
  let folder: String
  private let program: String

  init() throws {
    var template = Array("/tmp/dealboard-host-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
    root = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    chmod(root, 0o755)
    folder = root + "/team"
    program = root + "/dealboard"
    // The program may lie in a folder that others may not enter.
    try FileManager.default.copyItem(atPath: try ProgramPath.dealboard.path, toPath: program)
    chmod(program, 0o755)
    mkdir(folder, 0o700)
    let ana = UInt32(Self.people[0].id)
    chown(folder, ana, ana)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: root)
  }

  var file: String { folder + "/pipeline.db" }

  /// What `setpriv` is to be given to run the program as somebody.
  private func arguments(_ user: User, _ arguments: [String]) -> [String] {
    let groups = user.isInTeam ? "\(Self.team)" : "\(user.id)"
    return [
      "--reuid", "\(user.id)", "--regid", "\(user.id)", "--groups", groups, program,
    ] + arguments + ["--file", file]
  }

  private func environment(_ user: User) -> [String: String?] {
    [
      "LOGNAME": user.login, "USER": user.login, "HOME": "/", "DEALBOARD_TODAY": "2026-03-31",
      "XDG_STATE_HOME": root + "/state", "XDG_CONFIG_HOME": root + "/config",
    ]
  }

  private static let runAs = ProgramPath("/usr/bin/setpriv")

  /// Runs a command as somebody.
  @discardableResult
  func run(_ user: User, _ arguments: String...) throws -> ProgramRun {
    try ProgramRun.run(
      self.arguments(user, arguments),
      environment: environment(user),
      folder: "/",
      program: Self.runAs
    )
  }

  /// Opens the board as somebody.
  func board(_ user: User) throws -> ProgramSession {
    try ProgramSession(
      arguments(user, ["board"]),
      environment: environment(user),
      rows: 40,
      columns: 120,
      folder: "/",
      program: Self.runAs
    )
  }

  /// The mode, as `0o660`, and the group of something in the folder; of the folder itself without a
  /// name.
  func permissions(_ name: String = "") throws -> [Int] {
    let attributes = try FileManager.default.attributesOfItem(
      atPath: name.isEmpty ? folder : folder + "/" + name
    )
    return [.posixPermissions, .groupOwnerAccountID].map { (key: FileAttributeKey) in
      (attributes[key] as? NSNumber)?.intValue ?? -1
    }
  }

  /// What stands in the folder.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
  }
}
