import Foundation
import Interchange

/// The rows that an import leaves out, as a CSV file: the line, why, and the fields as they were.
///
/// It stands under a passing name until it is whole.
final class SkippedRows {
  private let path: String
  private var text = "line,code,message,fields\n"

  /// Prepares a file at a path.
  ///
  /// Throws `.noInput` where its folder is missing.
  init(path: String) throws(CommandFailure) {
    self.path = path
    let folder = path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "."
    guard folder.isEmpty || access(folder, F_OK) == 0 else {
      throw CommandFailure(.noInput, "There is no folder \(folder). Make it, or name another file.")
    }
  }

  /// Adds a row.
  func add(_ rejection: ImportRejection, _ fields: [String]) {
    let cells = [String(rejection.line), rejection.code, rejection.message] + fields
    text += cells.map(Self.cell).joined(separator: ",") + "\n"
  }

  /// Writes the file.
  ///
  /// Throws what `OutputFile` throws.
  func finish() throws {
    try OutputFile.write(Array(text.utf8), to: path)
  }

  private static func cell(_ text: String) -> String {
    let guarded = FormulaGuard.guarded(text)
    guard guarded.contains(where: { ",\"\n\r".contains($0) }) else { return guarded }
    return "\"" + guarded.replacing("\"", with: "\"\"") + "\""
  }
}
