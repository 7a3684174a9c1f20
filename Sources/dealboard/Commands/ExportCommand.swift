import ArgumentParser
import Interchange
import Pipeline
import Store

/// Writes deals for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the deals as CSV, or the whole workspace as JSON.",
    discussion: """
      What is written comes back on import as it was: from CSV the deals, from JSON the log, stages, \
      people, goals, baselines, filters, meetings and contacts too. Cells that a spreadsheet would \
      run as formulas are made harmless.

      Example: dealboard export --format json --output workspace.json
      """
  )

  @OptionGroup var options: WorkspaceOptions
  @Option(
    name: .customLong("as-of"),
    parsing: .unconditional,
    help: ArgumentHelp(
      "Write what was known at the end of a past day: 2026-03-31 or -7d.",
      valueName: "day"
    )
  )
  var asOf: DayArgument?

  @Option(help: "pipedrive (its export columns), csv (plain names), or json (everything).")
  var format: ExportFormat?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The file to write; - for standard output, as where none is named.",
      valueName: "file"
    ),
    completion: .file()
  )
  var output: String?

  func run() throws {
    let workspace = try OpenWorkspace.reading(options)
    let day = try asOf?.dayUp(to: workspace.today)
    let pipeline = try options.pipeline.map { try workspace.names.pipeline($0).id }
    let file = try OutputFile.open(
      output ?? "-",
      sparing: [.workspace(options.location.path)]
    )
    let count: Int
    switch format ?? (options.json ? .json : .pipedrive) {
    case .json:
      let export = WorkspaceExport(workspace: workspace, day: day, pipeline: pipeline)
      count = try export.write(to: file)
    case .csv: count = try write(.csv, of: workspace, day, pipeline, to: file)
    case .pipedrive: count = try write(.pipedrive, of: workspace, day, pipeline, to: file)
    }
    try file.finish()
    guard let output, output != "-" else { return }
    let deals = FigureText.counted(count, "deal", "deals")
    Console.writeError(TerminalText.safe("\(deals) written to \(output)."))
  }

  /// Writes deals as a table and returns how many there are.
  private func write(
    _ format: DealTable.Format,
    of workspace: OpenWorkspace,
    _ day: Day?,
    _ pipeline: Identifier<SalesPipeline>?,
    to file: OutputFile
  ) throws -> Int {
    var contacts: [Contact] = []
    try workspace.store.contacts { contacts.append($0) }
    let names = DealNames(
      pipelines: workspace.names.pipelines,
      people: workspace.names.people,
      contacts: contacts
    )
    let table = DealTable(format, names: names)
    var text = CSVText()
    text.append(table.header)
    var count = 0
    for deal in try workspace.deals(asOf: day ?? workspace.today)
    where pipeline == nil || deal.pipeline == pipeline {
      text.append(table.row(of: deal))
      count += 1
      if text.bytes.count > 1 << 16 { try put(text.take(), file) }
    }
    try put(text.take(), file)
    return count
  }

  /// Writes whole lines: a program gets every byte, a terminal none that it would act on.
  private func put(_ bytes: [UInt8], _ file: OutputFile) throws {
    guard (output ?? "-") == "-", Environment.outputIsTerminal else { return try file.write(bytes) }
    let text = TerminalText.safeLines(String(decoding: bytes, as: UTF8.self))
    try file.write(Array(text.utf8))
  }
}

/// A form that deals can be written in.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  /// The columns of Pipedrive's exports.
  case pipedrive
  /// Plain columns.
  case csv
  /// The whole workspace as JSON.
  case json
}
