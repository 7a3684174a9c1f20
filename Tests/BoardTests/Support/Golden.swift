import Foundation
import Testing

/// Screens as text files that a reviewer can read: one line per row, blanks at the end left out.
///
/// `make goldens` writes them anew. A test that wrote a file fails all the same, so that a run that
/// rewrites can never pass for one that checks, and where `CI` is set nothing is written at all.
enum Golden {
  /// The variable that must be `yes` for files to be written.
  private static let switchName = "DEALBOARD_REWRITE_GOLDENS"

  /// Compares a screen with its file, `Golden/NAME.txt`.
  static func expect(
    _ lines: [String],
    toBe name: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let shown = lines.map(withoutBlanksAtEnd)
    let environment = ProcessInfo.processInfo.environment
    if environment[switchName] == "yes", environment["CI"] == nil {
      return rewrite(shown, name, sourceLocation)
    }
    guard let expected = read(name) else {
      Issue.record("Golden/\(name).txt is missing.", sourceLocation: sourceLocation)
      return
    }
    guard shown != expected else { return }
    let rows = max(shown.count, expected.count)
    let differences = (0..<rows).flatMap { row -> [String] in
      let present = row < shown.count ? shown[row] : "(no row)"
      let wanted = row < expected.count ? expected[row] : "(no row)"
      return present == wanted
        ? [] : ["row \(row) should be: \(wanted)", "row \(row) is:        \(present)"]
    }
    Issue.record(
      "The screen is not as in Golden/\(name).txt:\n\(differences.joined(separator: "\n"))",
      sourceLocation: sourceLocation
    )
  }

  private static func withoutBlanksAtEnd(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  private static func read(_ name: String) -> [String]? {
    guard
      let url = Bundle.module.url(
        forResource: name,
        withExtension: "txt",
        subdirectory: "Golden"
      ),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func rewrite(
    _ lines: [String],
    _ name: String,
    _ sourceLocation: SourceLocation
  ) {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Golden")
    let text = lines.map { $0 + "\n" }.joined()
    do {
      try text.write(to: folder.appending(path: name + ".txt"), atomically: true, encoding: .utf8)
      Issue.record("Golden/\(name).txt was rewritten.", sourceLocation: sourceLocation)
    } catch {
      Issue.record("Golden/\(name).txt: \(error)", sourceLocation: sourceLocation)
    }
  }
}
