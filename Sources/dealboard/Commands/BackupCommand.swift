import ArgumentParser
import Interchange
import Store

/// Copies a workspace.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the workspace as it is now into a new file, while others go on working.",
    discussion: "Example: dealboard backup pipeline-2026-03-31.db"
  )

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: "The new file; nothing may stand there yet.", completion: .file())
  var target: String

  func run() throws {
    let store = try SQLiteStore.open(at: options.location.path, .readOnly)
    let isWhole = try store.backup(to: target)
    let value = JSONValue.named([
      "file": .string(store.path), "backup": .string(target), "whole": .bool(isWhole),
    ])
    try Answer.print(json: options.json, value) {
      var lines = Lines()
      lines.add(StyledText("\(store.path) was copied to \(target)."))
      return lines.text
    }
    guard !isWhole else { return }
    throw CommandFailure(
      .badData,
      "\(store.path) is damaged, and so is the copy. `dealboard doctor` says what is lost; keep "
        + "your earlier backups."
    )
  }
}
