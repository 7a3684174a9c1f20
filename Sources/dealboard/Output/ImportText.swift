import Interchange
import Pipeline

/// What an import did, for a person.
struct ImportText {
  /// What it did.
  let outcome: ImportOutcome
  /// The file's name.
  let file: String
  /// Whether nothing was written.
  let isDryRun: Bool

  /// All lines.
  var text: String {
    let report = outcome.report
    var lines = Lines()
    let (one, many) = Self.nouns(report.kind)
    let deals = FigureText.counted(report.imported, "new \(one)", "new \(many)")
    let verb = isDryRun ? "Nothing was written. Would import" : "Imported"
    let rest =
      ", \(FigureText.count(report.updated)) updated, \(FigureText.count(report.unchanged)) "
      + "unchanged, from \(file)."
    lines.add(StyledText("\(verb) "), StyledText(deals, .strong), StyledText(rest))
    lines.add(table)
    // A workspace from JSON keeps the steps that it had, each to be undone by who made it.
    if !isDryRun, report.events > 0, report.kind != .json {
      lines.add(StyledText(Self.wayBack(report), .dim))
    }
    return lines.text
  }

  /// How all of it is taken back: a deal with an event that lies ahead cannot be changed until then.
  private static func wayBack(_ report: ImportReport) -> String {
    guard let day = report.lastDayAhead else { return "`dealboard undo` takes all of it back." }
    return
      "`dealboard undo` takes all of it back, but only from \(day) on: events that lie ahead hold "
      + "their deals fast until then."
  }

  /// What a file brings.
  private static func nouns(_ kind: FileKind?) -> (one: String, many: String) {
    switch kind {
    case .activities: ("activity", "activities")
    case .notes: ("note", "notes")
    case .people: ("contact", "contacts")
    case nil, .pipedrive, .hubspot, .csv, .history, .json: ("deal", "deals")
    }
  }

  /// A name from the file, as long as a line may hold.
  private static func cut(_ name: String) -> String {
    let safe = TerminalText.safe(name.count > longest ? String(name.prefix(longest)) : name)
    return name.count > longest || TerminalText.width(safe) > longest
      ? TerminalText.clipped(safe, to: longest) : safe
  }

  /// In cells; nobody is called longer.
  private static let longest = 100

  private var table: TextTable {
    let report = outcome.report
    var table = TextTable([.words(""), .words("")], hasHeadings: false, wrapsLast: true)
    for used in report.kind?.belongsToDeals == true ? [] : outcome.pipelines {
      let stages = used.pipeline.stages.map { Self.cut($0.name) }.joined(separator: ", ")
      table.add([
        StyledText(used.fate.words, .dim),
        StyledText("\(Self.cut(used.pipeline.name)): \(stages)"),
      ])
      for line in MadeStages(used).lines {
        table.add([StyledText(line.label, .dim), StyledText(line.words)])
      }
    }
    if !report.owners.isEmpty {
      let names = report.owners.prefix(6).map(Self.cut).joined(separator: ", ")
      let count = FigureText.count(report.owners.count)
      let rest = report.owners.count > 6 ? ", …" : ""
      table.add([StyledText("Owners", .dim), StyledText("\(count): \(names)\(rest)")])
    }
    let currencies = report.currencies.sorted { $0.key < $1.key }.map {
      "\($0.key) \(FigureText.count($0.value))"
    }
    if !currencies.isEmpty {
      table.add([StyledText("Currencies", .dim), StyledText(currencies.joined(separator: ", "))])
    }
    for (reason, count) in report.reasons {
      table.add([
        StyledText("Left out", .bad),
        StyledText("\(FigureText.counted(count, "row", "rows")): \(reason)"),
      ])
    }
    for warning in report.warnings.prefix(10) {
      table.add([StyledText("Note", .warning), StyledText(warning.message)])
    }
    if report.warningCount > 10 {
      let more = FigureText.count(report.warningCount - 10)
      table.add([StyledText("Note", .warning), StyledText("… and \(more) more; see --json.")])
    }
    return table
  }
}

extension ImportReport {
  /// The codes of what was left out with how often, most first; what the report kept no longer is
  /// counted together.
  var reasons: [(reason: String, count: Int)] {
    var counts: [String: Int] = [:]
    for rejection in rejected { counts[rejection.code, default: 0] += 1 }
    let rest = rejectedCount - rejected.count
    if rest > 0 { counts["further ones", default: 0] += rest }
    return counts.map { (reason: $0.key.replacing("_", with: " "), count: $0.value) }
      .sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
  }
}

extension PlanEdits.Fate {
  /// What the pipeline is called in the answer.
  var words: String {
    switch self {
    case .made: "Pipeline made"
    case .updated: "Pipeline changed"
    case .unchanged: "Pipeline"
    }
  }
}
