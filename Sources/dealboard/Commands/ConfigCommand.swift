import ArgumentParser
import Interchange
import Pipeline
import Store

/// Shows and changes what a workspace is set to.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show or change the workspace's time zone and main currency.",
    discussion: """
      A new time zone changes what day it is, not the days that are in the log.

      Example: dealboard config --currency USD --time-zone Europe/Amsterdam
      """
  )

  @OptionGroup var options: WorkspaceOptions

  @Option(help: ArgumentHelp("The currency of a deal that names none.", valueName: "code"))
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
    if changes { settings = try workspace.store.edit(.setSettings(settings)).settings }
    let file = options.location.path
    let value = JSONValue.named([
      "file": .string(file),
      "time_zone": .string(settings.timeZone),
      "currency": .string(settings.currency.code),
      "actor": .string(workspace.actor),
    ])
    try Answer.print(json: options.json, value) {
      var table = TextTable([.words(""), .words("")], hasHeadings: false)
      table.add([StyledText("File", .dim), StyledText(file)])
      table.add([StyledText("Time zone", .dim), StyledText(settings.timeZone)])
      table.add([StyledText("Currency", .dim), StyledText(settings.currency.code)])
      table.add([StyledText("You are", .dim), StyledText(workspace.actor)])
      var lines = Lines()
      lines.add(table)
      return lines.text
    }
  }
}
