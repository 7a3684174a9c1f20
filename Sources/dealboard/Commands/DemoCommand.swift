import ArgumentParser
import Pipeline
import Store

/// Opens the board on sample data in a temporary file.
struct DemoCommand: ParsableCommand, SaysConfigMistakes {
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
    let sample = try SampleWorkspace.makeTemporary(holder: "\(Environment.loginName)'s demo")
    defer { sample.folder.remove() }
    let path = sample.store.path
    try sample.store.close()
    var launch = BoardLaunch(location: FileLocation(option: path))
    launch.theme = theme
    launch.isASCII = ascii
    launch.isDemo = true
    launch.actor = SampleData.people.first
    try BoardProgram.run(launch)
  }
}
