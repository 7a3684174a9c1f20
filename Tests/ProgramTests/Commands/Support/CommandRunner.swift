import Foundation
import TerminalModel

/// Someone who types commands at the release program, in a home of their own.
struct CommandRunner {
  /// The home; a second runner may share it.
  let home: PrivateHome
  /// What DEALBOARD_TODAY says.
  var today = "2026-03-31"

  /// A new home without a workspace.
  init(today: String = "2026-03-31", home: PrivateHome? = nil) throws {
    self.home = try home ?? PrivateHome()
    self.today = today
  }

  /// Where the workspace is when nobody names one.
  var file: String { home["data/dealboard/pipeline.db"] }

  /// Runs one command to its end.
  @discardableResult
  func run(
    _ arguments: String...,
    environment: [String: String?] = [:],
    input: String = ""
  ) throws -> ProgramRun {
    try run(arguments, environment: environment, input: input)
  }

  /// Runs one command to its end.
  func run(
    _ arguments: [String],
    environment: [String: String?] = [:],
    input: String = ""
  ) throws -> ProgramRun {
    var changes: [String: String?] = ["DEALBOARD_TODAY": today]
    for (name, value) in environment { changes[name] = value }
    return try ProgramRun.run(arguments, environment: changes, input: input, home: home)
  }

  /// Runs a command that must succeed, and returns the JSON that it prints.
  func json(_ arguments: String...) throws -> JSON {
    let run = try run(arguments + ["--json"])
    guard run.status == 0 else { throw UnexpectedEnd(arguments: arguments, run: run) }
    return try JSON(run.output)
  }

  /// Runs a command that must succeed.
  @discardableResult
  func succeed(_ arguments: String...) throws -> String {
    let run = try run(arguments)
    guard run.status == 0 else { throw UnexpectedEnd(arguments: arguments, run: run) }
    return run.output
  }

  /// All bytes of the workspace's file, and of what stands beside it.
  func fileBytes() throws -> [String: Data] {
    let folder = (file as NSString).deletingLastPathComponent
    var bytes: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name.hasSuffix(".db") {
      bytes[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
    }
    return bytes
  }

  /// The whole log, by which two moments of a workspace are compared.
  func log() throws -> JSON { try json("log") }
}

/// A command that was to succeed and did not.
struct UnexpectedEnd: Error, CustomStringConvertible {
  let arguments: [String]
  let run: ProgramRun

  var description: String {
    "\(arguments.joined(separator: " ")) ended with \(run.status): \(run.error)\(run.output)"
  }
}

/// The path of a file that the tests bring.
func fixture(_ name: String) throws -> String {
  guard let folder = Bundle.module.resourceURL else { throw MissingFixture(name: name) }
  return folder.appendingPathComponent("Fixtures/" + name).path
}

/// A file that the tests should bring and do not.
struct MissingFixture: Error {
  let name: String
}

extension CommandRunner {
  /// Whether the workspace's file, or its folder, was made.
  var fileExists: Bool {
    FileManager.default.fileExists(atPath: (file as NSString).deletingLastPathComponent)
  }
}
