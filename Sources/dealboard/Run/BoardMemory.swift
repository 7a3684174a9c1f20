import Board
import Foundation
import Pipeline

/// What the board remembers of how it was left: a small file of `name=value` lines in the XDG state
/// folder.
struct BoardMemory {
  private var values: [String: String] = [:]

  /// What was remembered; nothing where there is no file.
  static var current: BoardMemory {
    var memory = BoardMemory()
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    for line in text.split(separator: "\n").prefix(100) {
      let parts = line.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { memory.values[String(parts[0])] = String(parts[1]) }
    }
    return memory
  }

  private static var folder: String {
    Environment.folder("XDG_STATE_HOME", default: ".local/state") + "/dealboard"
  }

  private static var path: String { folder + "/board" }

  /// The theme that was chosen last.
  var theme: String? { values["theme"] }
  /// How tall cards were made.
  var density: Density? { values["density"].flatMap(Density.init) }
  /// Whether the sidebar was shown.
  var wantsSidebar: Bool { values["sidebar"] != "no" }
  /// Whether only one's own deals were shown.
  var showsMineOnly: Bool { values["mine"] == "yes" }

  /// Whether somebody who acts under this name was asked already who they are.
  func hasAskedWho(_ actor: String) -> Bool { askedWho.contains(actor) }

  /// Whether a file's board asked for a benchmark after a day.
  func hasAskedForBenchmark(of path: String, after day: Day) -> Bool {
    askedForBenchmark.contains { $0.path == path && $0.day > day }
  }

  /// Remembers that a file's board asked for a benchmark; where that cannot be written, it asks again.
  static func saveAskedForBenchmark(of path: String, on day: Day) {
    var memory = current
    let asked = memory.askedForBenchmark.filter { $0.path != path } + [(day: day, path: path)]
    memory.values["asked-benchmark"] = asked.suffix(20).map { "\($0.day) \($0.path)" }
      .joined(separator: "\t")
    _ = memory.write()
  }

  private var askedForBenchmark: [(day: Day, path: String)] {
    (values["asked-benchmark"] ?? "").split(separator: "\t").compactMap { entry in
      let parts = entry.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let day = Day(String(parts[0])) else { return nil }
      return (day: day, path: String(parts[1]))
    }
  }

  private var askedWho: [String] {
    values["asked-who"]?.split(separator: "\t").map(String.init) ?? []
  }

  /// Remembers a setting; the answer is a sentence where that could not be done.
  static func save(_ setting: Setting) -> String? {
    var memory = current
    switch setting {
    case .theme(let name): memory.values["theme"] = name
    case .density(let density): memory.values["density"] = density?.rawValue
    case .sidebar(let isShown): memory.values["sidebar"] = isShown ? "yes" : "no"
    case .askedWho(let actor):
      memory.values["asked-who"] =
        (memory.askedWho.filter { $0 != actor } + [actor]).suffix(20).joined(separator: "\t")
    case .mine(let isOn): memory.values["mine"] = isOn ? "yes" : "no"
    case .pipeline: return nil
    }
    return memory.write()
  }

  /// Writes all of it; the answer is a sentence where that could not be done.
  private func write() -> String? {
    let lines = values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)\n" }
    do {
      try FileManager.default.createDirectory(
        atPath: Self.folder,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
      try lines.joined().write(toFile: Self.path, atomically: true, encoding: .utf8)
      return nil
    } catch {
      return phrase("The setting holds until you quit: \(Self.path) cannot be written.")
    }
  }
}
