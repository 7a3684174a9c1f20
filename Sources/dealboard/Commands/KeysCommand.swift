import ArgumentParser
import Board
import Interchange
import Settings

/// Prints the board's keys, as the user's config has them.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "List what the board's keys do.",
    discussion: """
      The table [keys] of your config.toml gives commands other keys: win = "ctrl-w", or
      win = ["w", "g w"], or win = [] for none.

      Example: dealboard keys --json
      """
  )

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @Flag(name: .long, help: "Print a table in Markdown.")
  var markdown = false

  func run() throws {
    let config = UserConfig.current
    let map = config.config.keyMap
    if markdown, !json { return try Console.write(KeyTable(map).markdown) }
    let changed = Set(config.changedCommands)
    let value = JSONValue.array(
      Command.allCases.map { command in
        .named([
          "command": .string(command.rawValue),
          "keys": JSONValue(map.keys(of: command).map(\.description)),
          "summary": .string(command.summary),
          "places": JSONValue(command.places.map(\.rawValue)),
          "from": .string(changed.contains(command) ? config.path : ConfigRow.standard),
        ])
      }
    )
    try Answer.print(json: json, value) {
      var table = TextTable([.words("Keys"), .words("Command"), .words("Does")])
      for command in Command.allCases {
        table.add([
          StyledText(map.keys(of: command).map(\.label).joined(separator: "  "), .strong),
          StyledText(command.rawValue, changed.contains(command) ? .warning : .dim),
          StyledText(command.summary),
        ])
      }
      var lines = Lines()
      lines.add(table)
      return lines.text
    }
  }
}
