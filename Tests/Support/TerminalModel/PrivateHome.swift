import Foundation

/// A home folder of a test's own, removed with everything in it when nothing refers to it any more.
///
/// Hand one to several sessions and runs to let them share files.
public final class PrivateHome: Sendable {
  /// Absolute; ends without a slash.
  public let path: String

  /// Makes the folder and, within it, the XDG folders and one for temporary files.
  public init() throws {
    var template = Array("/tmp/dealboard-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemFailure("mkdtemp") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    for folder in ["config", "data", "state", "cache", "temporary"] {
      try makeFolder(folder)
    }
    try makeFolder("runtime")
    guard chmod(self["runtime"], 0o700) == 0 else { throw SystemFailure("chmod") }
  }

  deinit {
    // A test may have taken the right to write away; what cannot be removed stays in /tmp.
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The absolute path of something in this home: `home["data/dealboard/pipeline.db"]`.
  public subscript(name: String) -> String { path + "/" + name }

  /// Makes a folder and those above it.
  public func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: self[name],
      withIntermediateDirectories: true
    )
  }

  /// Writes a file, whose folder must be there.
  public func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: self[name]))
  }

  /// The text of a file.
  public func read(_ name: String) throws -> String {
    try String(contentsOfFile: self[name], encoding: .utf8)
  }

  /// All that a program gets from the environment here; nothing of the machine's shines through.
  ///
  /// `changes` adds, replaces and, where a value is nil, removes.
  public func environment(_ changes: [String: String?] = [:]) -> [String: String] {
    var environment = [
      "HOME": path,
      "XDG_CONFIG_HOME": self["config"],
      "XDG_DATA_HOME": self["data"],
      "XDG_STATE_HOME": self["state"],
      "XDG_CACHE_HOME": self["cache"],
      "XDG_RUNTIME_DIR": self["runtime"],
      "TMPDIR": self["temporary"],
      "PATH": "/usr/local/bin:/usr/bin:/bin",
      "LANG": "C.UTF-8",
      "TZ": "UTC",
      "USER": "tester",
      "LOGNAME": "tester",
      "SHELL": "/bin/sh",
    ]
    for (name, value) in changes { environment[name] = value }
    return environment
  }
}

/// A call to the system that failed in the kit itself.
public struct SystemFailure: Error, CustomStringConvertible {
  /// Which call, and why.
  public let description: String

  /// Takes the reason from `errno`.
  init(_ call: String) { description = "\(call): \(String(cString: strerror(errno)))" }
}
