import ArgumentParser
import Pipeline

/// Opens the board; also what `dealboard` alone does.
struct BoardCommand: ParsableCommand, SaysConfigMistakes {
  static let configuration = CommandConfiguration(
    commandName: "board",
    abstract: "Open the board.",
    discussion: "Example: dealboard board --pipeline Sales --as-of 2026-03-31"
  )

  @OptionGroup var options: WorkspaceOptions

  @Option(help: "The theme, by name.")
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "Look at a past day; nothing can be changed there, but the board can be sent on to today.",
      valueName: "day"
    )
  )
  var asOf: String?

  @Flag(help: "Draw with ASCII alone.")
  var ascii = false

  func run() throws {
    var launch = BoardLaunch(location: options.location)
    launch.pipeline = options.pipeline
    launch.actor = options.actor
    launch.theme = theme
    launch.isASCII = ascii
    if let asOf {
      let today = try Clock(zone: .ofThisMachine).today
      launch.asOf = try DayArgument(argument: asOf).dayUp(to: today)
    }
    try BoardProgram.run(launch)
  }
}
