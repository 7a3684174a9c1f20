import ArgumentParser
import Glibc
import Interchange
import Pipeline
import Store

/// Checks a workspace file.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check that the file is sound and that its log gives what it shows.",
    discussion: """
      Every deal is compared with a replay of its events. The exit code is 0 where the file is sound, \
      else 65; advice does not change it.

      Example: dealboard doctor --file backup.db
      """
  )

  @OptionGroup var options: WorkspaceOptions

  @Flag(help: "Take the file as it is after a backup was put in its place.")
  var accept = false

  func run() throws {
    let path = options.location.path
    let mode: OpenMode = accept ? .readWrite : .readOnly
    let opened: SQLiteStore?
    do {
      opened = try SQLiteStore.openIfPresent(at: path, mode)
    } catch StoreError.damaged(let path, let detail) {
      return try nameLosses(path, detail)
    }
    guard let store = opened else {
      try Self.refuseMissingFolder(of: path, isDefault: options.location.isDefault)
      try answer(path, [], advice: ["There is no file yet; the first change makes it."])
      return
    }
    if accept { try store.acceptWhatIsThere() }
    var findings: [DoctorFinding] = []
    try store.check { finding in
      if case .wentBack = finding, accept { return }
      findings.append(finding)
    }
    try answer(store.path, findings, advice: Self.advice(store, findings))
    if !findings.isEmpty { throw SilentFailure(status: .badData) }
  }

  /// Throws `.noSuchFolder` where the first change could not make the file either.
  private static func refuseMissingFolder(of path: String, isDefault: Bool) throws {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    guard !isDefault, access(folder, F_OK) != 0 else { return }
    throw StoreError.noSuchFolder(path: folder)
  }

  /// What is lost of a file that cannot be opened any more.
  private func nameLosses(_ path: String, _ detail: String) throws {
    var findings = [DoctorFinding.brokenStructure(detail)]
    do {
      try SQLiteStore.findLosses(at: path) { findings.append($0) }
    } catch StoreError.damaged {
      findings.append(.brokenStructure("not even the list of its tables can be read"))
    }
    try answer(path, findings, advice: ["Nothing is written to it any more; go back to a backup."])
    throw SilentFailure(status: .badData)
  }

  private static func advice(_ store: SQLiteStore, _ findings: [DoctorFinding]) -> [String] {
    guard let reason = store.readOnlyReason, reason != .asked else { return [] }
    guard case .damaged = reason else { return ["The file \(reason.clause)."] }
    let isPart = findings.contains { finding in
      switch finding {
      case .lostDeals, .lostEvents, .unreadableDeal: true
      case .brokenStructure, .lostRows, .missingReference, .wentBack, .dealDiffers,
        .dealWithoutEvents, .eventsWithoutDeal, .brokenLog, .brokenStep, .unreadableRow,
        .staysDiffer, .closedSumsDiffer:
        false
      }
    }
    // What is advised was tried: nobody should find out in the end that it does not work.
    let canExport = (try? store.exporting { try $0.readAll() }) != nil
    guard canExport else { return ["Nothing is written to it any more; go back to a backup."] }
    let rest =
      isPart ? "What can be read of the deals and their log" : "All deals and their log"
    return [
      "Nothing is written to it any more; go back to a backup. \(rest) can be brought into a new "
        + "file: `dealboard export --format json` and `dealboard import`."
    ]
  }

  private func answer(_ path: String, _ findings: [DoctorFinding], advice: [String]) throws {
    let value = JSONValue.named([
      "file": .string(path),
      "sound": .bool(findings.isEmpty),
      "findings": .array(
        findings.map {
          .named([
            "code": .string($0.code), "deal": JSONValue($0.deal), "message": .string($0.message),
          ])
        }
      ),
      "advice": JSONValue(advice),
    ])
    try Answer.print(json: options.json, value) {
      var lines = Lines()
      lines.add(
        findings.isEmpty
          ? StyledText("\(path) is sound.", .good) : StyledText("\(path) is not sound:", .bad)
      )
      for finding in findings { lines.add(StyledText("  " + finding.message)) }
      for line in advice { lines.add(StyledText(line, .dim)) }
      return lines.text
    }
  }
}

extension DoctorFinding {
  /// The stable name, such as `deal_differs`.
  var code: String {
    switch self {
    case .brokenStructure: "broken_structure"
    case .lostDeals: "lost_deals"
    case .lostEvents: "lost_events"
    case .lostRows: "lost_rows"
    case .missingReference: "missing_reference"
    case .wentBack: "went_back"
    case .dealDiffers: "deal_differs"
    case .dealWithoutEvents: "deal_without_events"
    case .eventsWithoutDeal: "events_without_deal"
    case .brokenLog: "broken_log"
    case .unreadableDeal: "unreadable_deal"
    case .unreadableRow: "unreadable_row"
    case .brokenStep: "broken_step"
    case .staysDiffer: "stays_differ"
    case .closedSumsDiffer: "closed_sums_differ"
    }
  }

  /// The deal that it is about; `nil` where it is about the whole file.
  var deal: Int64? {
    switch self {
    case .lostDeals(let first, let last): first == last ? first.rawValue : nil
    case .brokenStructure, .lostEvents, .lostRows, .missingReference, .wentBack, .unreadableRow,
      .brokenStep,
      .closedSumsDiffer:
      nil
    case .dealDiffers(let id, _), .dealWithoutEvents(let id), .eventsWithoutDeal(let id),
      .brokenLog(let id), .unreadableDeal(let id), .staysDiffer(let id):
      id.rawValue
    }
  }
}
