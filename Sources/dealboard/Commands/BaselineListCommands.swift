import ArgumentParser
import Interchange
import Pipeline
import Store

/// Lists baselines.
struct ListBaselines: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the days of a pipeline that have a name.",
    discussion: "Example: dealboard baseline list --json"
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var past: AsOfOptions

  func run() throws {
    let workspace = try OpenWorkspace.reading(options)
    let day = try past.day(today: workspace.today)
    let pipeline = try workspace.pipeline(options.pipeline, asOf: day)
    try BaselineAnswer.print(workspace.structure, pipeline, upTo: day, json: options.json)
  }
}

/// Saves a baseline.
struct SaveBaseline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "save",
    abstract: "Give a day a name, to set later figures against those as of it.",
    discussion: "Example: dealboard baseline save 'before the fair' --day 2026-02-28"
  )

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: "The name.")
  var name: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The day: 2026-03-31, today or -7d.", valueName: "day")
  )
  var day: DayArgument = .today

  func run() throws {
    let (workspace, after) = try OpenWorkspace.editing(options, edit)
    let pipeline = try workspace.pipeline(options.pipeline, asOf: workspace.today)
    try BaselineAnswer.print(after, pipeline, json: options.json)
  }

  private func edit(_ workspace: OpenWorkspace) throws -> StructureEdit {
    let pipeline = try workspace.pipeline(options.pipeline, asOf: workspace.today)
    let name = name.trimmed
    if DayParser(today: workspace.today).day(name) != nil {
      throw CommandFailure(
        .usage,
        "\"\(name)\" is a day already, which `baseline compare` would take it for. Choose a name."
      )
    }
    let day = try day.day(today: workspace.today)
    if day > workspace.today { throw StoreError.dayAfterToday(day) }
    return .saveBaseline(in: pipeline.id, name: name, day)
  }
}

/// Removes a baseline.
struct RemoveBaseline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take a day's name away; the figures stay as they are.",
    discussion: "Example: dealboard baseline remove 'before the fair'"
  )

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: "The name, or the beginning of it.")
  var name: String

  func run() throws {
    let workspace = try OpenWorkspace.changing(options)
    let pipeline = try workspace.pipeline(options.pipeline, asOf: workspace.today)
    let saved = workspace.structure.baselines.filter { $0.pipeline == pipeline.id }
    let baseline = try NameMatch(kind: "baseline", items: saved, name: \.name).find(name)
    let structure = try workspace.edit(.removeBaseline(baseline.id))
    try BaselineAnswer.print(structure, pipeline, json: options.json)
  }
}

/// Prints the baselines of a pipeline.
enum BaselineAnswer {
  /// Prints them by day, those of later days than a given one left out.
  static func print(
    _ structure: WorkspaceStructure,
    _ pipeline: SalesPipeline,
    upTo day: Day = .last,
    json: Bool
  ) throws {
    let baselines = structure.baselines.filter { $0.pipeline == pipeline.id && $0.day <= day }
    let value = JSONValue.array(
      baselines.map {
        .named([
          "name": .string($0.name), "day": JSONValue($0.day), "pipeline": .string(pipeline.name),
        ])
      }
    )
    try Answer.print(json: json, value) {
      var lines = Lines()
      guard !baselines.isEmpty else {
        lines.add(
          "\(pipeline.name) has no baseline yet. Save one with `dealboard baseline save NAME`."
        )
        return lines.text
      }
      var table = TextTable([.words("Baseline"), .words("Day")])
      for baseline in baselines {
        table.add([StyledText(baseline.name), StyledText("\(baseline.day)")])
      }
      lines.add(StyledText(pipeline.name, .strong))
      lines.add(table)
      return lines.text
    }
  }
}
