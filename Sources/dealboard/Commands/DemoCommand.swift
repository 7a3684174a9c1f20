import ArgumentParser
import Foundation
import Pipeline
import Store

/// Opens the board on sample data in a temporary file.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Open the board on sample data in a new temporary file; nothing of yours is touched.",
    discussion: "Example: dealboard demo --theme light"
  )

  @Option(help: "The theme, by name.")
  var theme: String?

  @Flag(help: "Draw with ASCII alone.")
  var ascii = false

  func run() throws {
    guard Environment.inputIsTerminal, Environment.outputIsTerminal else {
      throw CommandFailure(
        .usage,
        "The board needs a terminal for its keys and its screen. Run it in one."
      )
    }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("dealboard-demo-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder,
      withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o700]
    )
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("pipeline.db").path
    let settings = OpenWorkspace.newSettings()
    let store = try SQLiteStore.open(at: path, .create(settings: settings))
    let zone = LocalTime(name: settings.timeZone) ?? .ofThisMachine
    try SampleWorkspace.fill(store, clock: try Clock(zone: zone))
    try store.close()
    var launch = BoardLaunch(location: FileLocation(option: path))
    launch.theme = theme
    launch.isASCII = ascii
    launch.isDemo = true
    launch.actor = SampleData.people.first
    try BoardProgram.run(launch)
  }
}
