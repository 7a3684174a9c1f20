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
    help: ArgumentHelp("The file to write, else standard output.", valueName: "file"),
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
    let bytes = bytes(deals, workspace)
    guard let output else {
      let text = String(decoding: bytes, as: UTF8.self)
      // A program gets every byte, a terminal none that it would act on.
      try Console.write(Environment.outputIsTerminal ? TerminalText.safeLines(text) : text)
      return
    }
    try OutputFile.write(bytes, to: output)
    let count = FigureText.counted(deals.count, "deal", "deals")
    Console.writeError(TerminalText.safe("\(count) written to \(output)."))
  }

  private func bytes(_ deals: [Deal], _ workspace: OpenWorkspace) -> [UInt8] {
    let names = DealNames(
      pipelines: workspace.names.pipelines,
      people: workspace.names.people
    )
    switch format ?? (options.json ? .json : .pipedrive) {
    case .json:
      let json = DealJSON(names: names)
      return Array(JSONValue.array(deals.map(json.object(of:))).printed.utf8)
    case .csv: return table(DealTable(.csv, names: names), deals)
    case .pipedrive: return table(DealTable(.pipedrive, names: names), deals)
    }
  }

  private func table(_ table: DealTable, _ deals: [Deal]) -> [UInt8] {
    var text = CSVText()
    text.append(table.header)
    for deal in deals { text.append(table.row(of: deal)) }
    return text.bytes
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
