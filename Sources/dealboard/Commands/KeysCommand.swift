import ArgumentParser
import Board
import Interchange

/// Prints the board's keys.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "List what the board's keys do.",
    discussion: "Example: dealboard keys --json"
  )

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  func run() throws {
    let map = KeyMap.standard
    let value = JSONValue.array(
      Command.allCases.map { command in
        .named([
          "command": .string(command.rawValue),
          "keys": JSONValue(map.keys(of: command).map(\.description)),
          "summary": .string(command.summary),
          "places": JSONValue(command.places.map(\.rawValue)),
        ])
      }
    )
    try Answer.print(json: json, value) {
      var table = TextTable([.words("Keys"), .words("Command"), .words("Does")])
      for command in Command.allCases {
        table.add([
          StyledText(map.keys(of: command).map(\.label).joined(separator: "  "), .strong),
          StyledText(command.rawValue, .dim),
          StyledText(command.summary),
        ])
      }
      var lines = Lines()
      lines.add(table)
      return lines.text
    }
  }
}
