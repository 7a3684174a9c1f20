import ArgumentParser
import Interchange
import Pipeline
import Store

/// Imports deals from another system's file.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import deals: Pipedrive, HubSpot, plain CSV, or a history of events.",
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
      "A stage of the file and the one it stands for here; may be given more than once.",
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
    var wishes = ImportOptions(stages: try StageWish.read(stages), stageMap: try map())
    let file = try ImportInput.open(input)
    let progress = ProgressBar(isShown: Environment.errorIsTerminal && !options.json)
    let survey: ImportSurvey
    do {
      survey = try ImportSurvey(of: file, stageMap: wishes.stageMap) {
        progress.show("Reading", $0)
      }
    } catch let refusal as ImportRefusal {
      progress.clear()
      throw try refused(refusal, file)
    } catch let fault as FileFault {
      progress.clear()
      throw ImportInput.failure(fault, input)
    }
    let place = try ImportPlace(options, isDryRun: dryRun)
    defer { place.remove() }
    wishes.pipeline = try pipeline(in: place.workspace, wishes.stages)
    var run = ImportRun(workspace: place.workspace, survey: survey, options: wishes)
    progress.clear()
    try StageQuestion(isAsked: mayAsk).settle(&run)
    let outcome = try run.start(isDryRun: dryRun, skipped: skipped) {
      progress.show(dryRun ? "Checking" : "Importing", $0)
    }
    progress.clear()
    try answer(outcome, run)
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
    let fitting = workspace.structure.pipelines.filter {
      $0.name.lowercased().hasPrefix(name.lowercased())
    }
    return fitting.isEmpty ? name : try workspace.names.pipeline(name).name
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

  private func refused(_ refusal: ImportRefusal, _ file: ImportFile) throws -> any Error {
    let message = refusal.message(file: file.name)
    guard options.json else { return CommandFailure(.badData, message) }
    let report = ImportReport(refused: refusal)
    try Console.write(ImportJSON(report: report, file: file.name, isDryRun: dryRun).value.printed)
    return SilentFailure(status: .badData)
  }

  private func answer(_ outcome: ImportOutcome, _ run: ImportRun) throws {
    let report = outcome.report
    let json = ImportJSON(
      report: report,
      file: run.survey.file.name,
      isDryRun: dryRun,
      made: outcome.made
    )
    try Answer.print(json: options.json, json.value) {
      ImportText(outcome: outcome, file: run.survey.file.name, isDryRun: dryRun).text
    }
    if !options.json {
      for rejection in report.rejected.prefix(20) {
        Console.writeError(TerminalText.safe(rejection.message))
      }
      if report.rejectedCount > 20 {
        Console.writeError(
          "… and \(FigureText.count(report.rejectedCount - 20)) more; --skipped FILE keeps them all."
        )
      }
    }
    if report.rejectedCount > 0 { throw SilentFailure(status: .badData) }
  }
}
