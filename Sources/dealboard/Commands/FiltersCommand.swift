import ArgumentParser
import Interchange
import Pipeline
import Store

/// Looks after saved filters.
struct FiltersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "filters",
    abstract: "List, save and remove filters by name.",
    discussion: "Example: dealboard filters save big 'value:>50k -stage:lead'",
    subcommands: [ListFilters.self, SaveFilter.self, RemoveFilter.self],
    defaultSubcommand: ListFilters.self
  )
}

/// Lists saved filters.
struct ListFilters: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the saved filters.",
    discussion: "Example: dealboard filters list --json"
  )

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let workspace = try OpenWorkspace.reading(options)
    try FilterAnswer.print(workspace.structure.filters, json: options.json)
  }
}

/// Saves a filter.
struct SaveFilter: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "save",
    abstract: "Save a filter under a name, in place of the one of that name.",
    discussion: "Example: dealboard filters save mine owner:ana idle:>14"
  )

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: "The name.")
  var name: String

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("What deals must be: words, owner:ana, value:>10k.", valueName: "filter")
  )
  var filter: [String]

  func run() throws {
    let after = try OpenWorkspace.editing(options) { workspace in
      let text = try FilterArgument.text(of: filter, in: workspace, asOf: workspace.today)
      return .saveFilter(name: name.trimmed, text: text)
    }.after
    try FilterAnswer.print(after.filters, json: options.json)
  }
}

/// Removes a saved filter.
struct RemoveFilter: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove a saved filter.",
    discussion: "Example: dealboard filters remove big"
  )

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: "The name, or the beginning of it.")
  var name: String

  func run() throws {
    let workspace = try OpenWorkspace.changing(options)
    let saved = NameMatch(kind: "filter", items: workspace.structure.filters, name: \.name)
    let edit = StructureEdit.removeFilter(try saved.find(name).id)
    try FilterAnswer.print(try workspace.edit(edit).filters, json: options.json)
  }
}

/// Prints saved filters.
enum FilterAnswer {
  /// Prints them by name.
  static func print(_ filters: [SavedFilter], json: Bool) throws {
    let value = JSONValue.array(
      filters.map { .named(["name": .string($0.name), "filter": .string($0.text)]) }
    )
    try Answer.print(json: json, value) {
      var lines = Lines()
      guard !filters.isEmpty else {
        lines.add("No filter is saved yet. Save one with `dealboard filters save NAME FILTER`.")
        return lines.text
      }
      var table = TextTable([.words("Name"), .words("Filter")])
      for filter in filters { table.add([StyledText(filter.name), StyledText(filter.text)]) }
      lines.add(table)
      return lines.text
    }
  }
}
