import ArgumentParser
import Interchange
import Pipeline

/// Writes deals for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the deals as CSV or JSON, to standard output or into a file.",
    discussion: """
      What is written comes back on import as it was. Cells that a spreadsheet would run as formulas \
      are made harmless.

      Example: dealboard export --format csv --output deals.csv
      """
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var past: AsOfOptions

  @Option(help: "pipedrive (its export columns), csv (plain names), or json.")
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
    let day = try past.asOf.day(today: workspace.today)
    var deals = try workspace.deals(asOf: day)
    if let name = options.pipeline {
      let pipeline = try workspace.names.pipeline(name).id
      deals.removeAll { $0.pipeline != pipeline }
    }
    let file = try OutputFile.open(output ?? "-")
    try write(deals, of: workspace, to: file)
    try file.finish()
    guard let output, output != "-" else { return }
    let count = FigureText.counted(deals.count, "deal", "deals")
    Console.writeError(TerminalText.safe("\(count) written to \(output)."))
  }

  private func write(_ deals: [Deal], of workspace: OpenWorkspace, to file: OutputFile) throws {
    let names = DealNames(
      pipelines: workspace.names.pipelines,
      people: workspace.names.people
    )
    switch format ?? (options.json ? .json : .pipedrive) {
    case .json:
      let json = DealJSON(names: names)
      try put(Array(JSONValue.array(deals.map(json.object(of:))).printed.utf8), file)
    case .csv: try write(deals, DealTable(.csv, names: names), to: file)
    case .pipedrive: try write(deals, DealTable(.pipedrive, names: names), to: file)
    }
  }

  private func write(_ deals: [Deal], _ table: DealTable, to file: OutputFile) throws {
    var text = CSVText()
    text.append(table.header)
    for deal in deals {
      text.append(table.row(of: deal))
      if text.bytes.count > 1 << 16 { try put(text.take(), file) }
    }
    try put(text.take(), file)
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
  /// JSON.
  case json
}
