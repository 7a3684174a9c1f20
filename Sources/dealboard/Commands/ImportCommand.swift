import ArgumentParser
import Interchange
import Pipeline
import Store

/// Imports deals from another system's file.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import Pipedrive, HubSpot, plain CSV, a history of events, or our JSON.",
    discussion: """
      The header names say what kind of file it is. A deal that was imported before is brought up \
      to date. All of it is one step, which one undo takes back. Rows that cannot be read are left \
      out and named; the exit code is then 65.

      Example: dealboard import deals.csv --stages 'Lead,Proposal,Contract' --dry-run
      """
  )

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: "The file; - for standard input.", completion: .file())
  var input: String

  @Option(
    help: ArgumentHelp(
      "The stages: a JSON file of a pipeline, or names in order set apart by commas.",
      valueName: "json|'a,b,c'"
    )
  )
  var stages: String?

  @Option(
    help: ArgumentHelp(
      "A stage of the file and ours, by name, beginning or number; may be given more than once.",
      valueName: "'theirs=ours'"
    )
  )
  var stageMap: [String] = []

  @Option(
    help: ArgumentHelp("Write the rows that are left out into a CSV file.", valueName: "file"),
    completion: .file()
  )
  var skipped: String?

  @Flag(help: "Say what would be imported and write nothing.")
  var dryRun = false

  func run() throws {
    let wishes = ImportOptions(stages: try StageWish.read(stages), stageMap: try map())
    let file = try ImportInput.open(input)
    let progress = ProgressBar(isShown: Environment.errorIsTerminal && !options.json)
    let answer = ImportAnswer(
      file: file.name,
      isDryRun: dryRun,
      json: options.json,
      skipped: skipped
    )
    do {
      let outcome =
        try file.isWorkspace()
        ? restore(file, progress) : take(file, wishes, progress)
      progress.clear()
      try answer.print(outcome)
    } catch let refusal as ImportRefusal {
      progress.clear()
      throw try answer.failure(refusal)
    } catch let fault as FileFault {
      progress.clear()
      throw ImportInput.failure(fault, input)
    }
  }

  /// Imports rows of deals, or lines of a history.
  private func take(
    _ file: ImportFile,
    _ wishes: ImportOptions,
    _ progress: ProgressBar
  ) throws -> ImportOutcome {
    let survey = try ImportSurvey(of: file) { progress.show("Reading", $0) }
    // What is wrong with the words is said before a file is made for the deals.
    if ImportPlace.isMissing(options) { _ = try planned(survey, wishes, in: .reading(options)) }
    let place = try ImportPlace(options, isDryRun: dryRun)
    defer { place.remove() }
    var run = try planned(survey, wishes, in: place.workspace)
    progress.clear()
    try StageQuestion(isAsked: mayAsk).settle(&run)
    let needed = [NeededFile.workspace(options.location.path), .input(input)]
    return try run.start(isDryRun: dryRun, skipped: skipped, sparing: needed) {
      progress.show(dryRun ? "Checking" : "Importing", $0)
    }
  }

  /// The import into a workspace as it was asked for.
  private func planned(
    _ survey: ImportSurvey,
    _ wishes: ImportOptions,
    in workspace: OpenWorkspace
  ) throws -> ImportRun {
    var wishes = wishes
    wishes.pipeline = try pipeline(in: workspace, wishes.stages)
    return try ImportRun(workspace: workspace, survey: survey, options: wishes)
  }

  /// Imports a whole workspace, which has its own pipelines and stages.
  private func restore(_ file: ImportFile, _ progress: ProgressBar) throws -> ImportOutcome {
    let unfit = [
      ("--stages", stages != nil), ("--stage-map", !stageMap.isEmpty),
      ("--pipeline", options.pipeline != nil), ("--skipped", skipped != nil),
    ]
    if let option = unfit.first(where: \.1)?.0 {
      throw CommandFailure(
        .usage,
        "\(file.name) is a whole workspace with stages of its own. Leave \(option) out."
      )
    }
    let survey = try WorkspaceSurvey(of: file) { progress.show("Reading", $0) }
    let place = try ImportPlace(options, isDryRun: dryRun)
    defer { place.remove() }
    return try RestoreRun(workspace: place.workspace, survey: survey).start(isDryRun: dryRun) {
      progress.show(dryRun ? "Checking" : "Importing", $0)
    }
  }

  /// The pipeline that everything goes into; one that is not there yet is made under the name.
  private func pipeline(
    in workspace: OpenWorkspace,
    _ stages: ImportOptions.Stages?
  ) throws(CommandFailure) -> String? {
    guard let name = options.pipeline.flatMap(TextArgument.optional) else { return nil }
    if case .pipeline(let template) = stages {
      throw CommandFailure(
        .usage,
        "--stages names the pipeline \(template.name) already. Leave --pipeline out."
      )
    }
    let search = NameSearch(workspace.structure.pipelines, names: { [$0.name] })
    return search.found(name).isEmpty ? name : try workspace.names.pipeline(name).name
  }

  /// A person is asked only where one reads and types, and not where nothing is written.
  private var mayAsk: Bool {
    Environment.inputIsTerminal && Environment.errorIsTerminal && !dryRun && !options.json
      && stages == nil && input != "-"
  }

  private func map() throws(CommandFailure) -> [String: String] {
    var map: [String: String] = [:]
    for pair in stageMap {
      let parts = pair.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw CommandFailure(
          .usage,
          "--stage-map \"\(pair)\" is not understood. Write it as 'their stage=our stage'."
        )
      }
      map[parts[0]] = parts[1]
    }
    return map
  }
}
