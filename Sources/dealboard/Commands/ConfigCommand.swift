import ArgumentParser
import Board
import Interchange
import Pipeline
import Settings
import Store

/// Shows one's own settings and the workspace's, and changes the workspace's.
struct ConfigCommand: ParsableCommand, SaysConfigMistakes {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show your settings and the workspace's, or change them.",
    discussion: """
      Your own settings are in config.toml in the folder dealboard of your config folder; `config set`
      writes one there. --currency and --time-zone change the workspace, for all who use it. A new time
      zone changes what day it is, not the days that are in the log.

      Example: dealboard config --currency USD --time-zone Europe/Amsterdam
      """,
    subcommands: [ConfigSetCommand.self, ConfigUnsetCommand.self]
  )

  @OptionGroup var options: WorkspaceOptions

  @Option(
    help: ArgumentHelp("The currency of a deal that names none.", valueName: "code"),
    transform: CurrencyArgument.init(argument:)
  )
  var currency: CurrencyArgument?

  @Option(help: ArgumentHelp("The IANA name of the zone whose days count.", valueName: "zone"))
  var timeZone: String?

  func run() throws {
    if let timeZone, LocalTime(name: timeZone) == nil {
      throw CommandFailure(
        .usage,
        "\"\(timeZone)\" is no time zone. Write its name as Europe/Amsterdam."
      )
    }
    let changes = currency != nil || timeZone != nil
    let workspace = try changes ? OpenWorkspace.writing(options) : .reading(options)
    var settings = workspace.structure.settings
    if let currency { settings.currency = currency.currency }
    if let timeZone { settings.timeZone = timeZone }
    if changes { settings = try workspace.edit(.setSettings(settings)).settings }
    let config = UserConfig.current
    let rows = config.rows(actor: options.actor)
    try Answer.print(json: options.json, value(settings, workspace.actor, config, rows)) {
      var lines = Lines()
      lines.add(workspaceTable(settings, workspace.actor))
      lines.addBlank()
      lines.add(settingsTable(config, rows))
      return lines.text
    }
    // Who changed the workspace was answered; who looks is told that something is wrong.
    guard !changes, !config.file.mistakes.isEmpty else { return }
    for mistake in config.file.mistakes {
      Console.writeError(TerminalText.safe(mistake.description))
    }
    throw SilentFailure(status: .badData)
  }

  private func workspaceTable(_ settings: WorkspaceSettings, _ actor: String) -> TextTable {
    var table = TextTable([.words(""), .words("")], hasHeadings: false)
    table.add([StyledText("File", .dim), StyledText(options.location.path)])
    table.add([StyledText("Time zone", .dim), StyledText(settings.timeZone)])
    table.add([StyledText("Currency", .dim), StyledText(settings.currency.code)])
    table.add([StyledText("You are", .dim), StyledText(actor)])
    return table
  }

  private func settingsTable(_ config: UserConfig, _ rows: [ConfigRow]) -> TextTable {
    var table = TextTable([.words("Setting"), .words("Value"), .words("From")])
    for row in rows {
      table.add([
        StyledText(row.name, .strong), StyledText(row.value), StyledText(row.source, .dim),
      ])
    }
    let keys = config.changedCommands.map(\.rawValue)
    table.add([
      StyledText("keys", .strong),
      StyledText(keys.isEmpty ? "as standard" : "own ones for \(keys.joined(separator: ", "))"),
      StyledText(keys.isEmpty ? ConfigRow.standard : config.path, .dim),
    ])
    return table
  }

  private func value(
    _ settings: WorkspaceSettings,
    _ actor: String,
    _ config: UserConfig,
    _ rows: [ConfigRow]
  ) -> JSONValue {
    .named([
      "file": .string(options.location.path),
      "time_zone": .string(settings.timeZone),
      "currency": .string(settings.currency.code),
      "actor": .string(actor),
      "config_file": .string(config.path),
      "config_exists": .bool(config.isPresent),
      "settings": .array(
        rows.map { row in
          .named([
            "name": .string(row.name), "value": .string(row.value), "from": .string(row.source),
          ])
        }
      ),
      "changed_keys": JSONValue(config.changedCommands.map(\.rawValue)),
      "mistakes": JSONValue(config.file.mistakes.map(\.description)),
    ])
  }
}
