import Foundation
import Interchange
import Pipeline
import Store

@testable import Board
@testable import MemoryWorkspace
@testable import Settings
@testable import Terminal

/// The kinds of input that come from outside, and what must hold of each whatever its bytes are.
enum FuzzedInput: String, CaseIterable {
  case csv
  case history
  case json
  case filter
  case amount
  case day
  case step
  case theme
  case config
  case keys
  case text

  /// A Tuesday: 2026-03-31.
  private static let today = Day(number: 20_543)

  /// Hands bytes to what reads them; traps where a rule is broken.
  func feed(_ bytes: [UInt8]) {
    switch self {
    case .csv: Self.bring(ImportFile(name: "deals.csv", bytes: bytes))
    case .history:
      Self.bring(
        ImportFile(name: "events.csv", bytes: Array("deal,date,event,stage\n".utf8) + bytes)
      )
    case .json: Self.restore(ImportFile(name: "workspace.json", bytes: bytes))
    case .filter: Self.filter(Self.text(bytes))
    case .amount: Self.amount(Self.text(bytes))
    case .day: Self.day(Self.text(bytes))
    case .step: Self.step(Self.text(bytes))
    case .theme: _ = try? ThemeFile(bytes, name: "fuzzed", file: "fuzzed.toml")
    case .config: _ = ConfigFile(bytes, file: "config.toml", rules: Self.rules)
    case .keys: Self.keys(bytes)
    case .text: Self.draw(Self.text(bytes))
    }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  // MARK: What must hold

  /// Whether a terminal would act on a text.
  private static func acts(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar {
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": true
      default: false
      }
    }
  }

  /// A file is imported, rejected line by line or refused, and no deal of it acts on a terminal.
  private static func bring(_ file: ImportFile) {
    var workspace = MemoryWorkspace(today: today)
    guard let report = try? workspace.bring(file) else { return }
    precondition(report.refused == nil || report.imported == 0, "A refused file was imported.")
    for deal in workspace.target.deals {
      let texts = [deal.title, deal.organization ?? "", deal.contact ?? ""] + deal.labels
      precondition(!texts.contains(where: acts), "A deal's text acts on a terminal.")
      precondition(deal.minorUnits ?? 0 >= 0, "A value is below zero.")
    }
  }

  /// A workspace is restored into a file or refused, and what was restored is gone on from: deals and
  /// events are numbered behind those that came.
  private static func restore(_ file: ImportFile) {
    guard let isWorkspace = try? file.isWorkspace(), isWorkspace,
      let survey = try? WorkspaceSurvey(of: file)
    else { return }
    let at = Instant(milliseconds: 1_774_900_000_000)
    let request = ImportRequest(
      id: EventID(high: .max, low: 1),
      actor: "Ana",
      summary: "fuzz",
      at: at,
      isDryRun: true
    )
    _ = try? store?.importing(request) { session in
      try session.restoring { log in
        let report = try WorkspaceImport(survey).run(into: log).report
        precondition(report.refused == nil, "A refused file was imported.")
        try log.begin(actor: "Ana", summary: "go on", at: at, isImport: false)
        let numbers = try log.restoreStructure(survey.record)
        guard let pipeline = numbers.pipelines.first, let stage = numbers.stages.first else {
          return
        }
        for low in 2...3 as ClosedRange<UInt64> {
          let draft = DealDraft(title: "New", pipeline: pipeline, stage: stage, currency: .euro)
          let id = EventID(high: .max, low: low * 2)
          let deal = try log.create(draft, id: id, on: today, as: nil)
          let noted = EventID(high: .max, low: low * 2 + 1)
          _ = try log.append(.noted("seen"), id: noted, on: today, to: deal)
        }
      }
    }
  }

  /// A workspace's file in which nothing ever stays; `nil` where none can be made, which says so.
  private static let store: SQLiteStore? = {
    let folder =
      FileManager.default.temporaryDirectory.path + "/dealboard-fuzz-\(UUID().uuidString)"
    let settings = WorkspaceSettings(timeZone: "UTC", currency: .euro)
    do {
      let path = folder + "/pipeline.db"
      return try SQLiteStore.open(at: path, .create(settings: settings, makesFolder: true))
    } catch {
      print("\(folder): \(error)")
      return nil
    }
  }()

  private static func filter(_ text: String) {
    let pipeline = MemoryWorkspace.pipeline(1, "Sales", StageTemplate.defaults)
    let context = DealFilter.Context(pipelines: [pipeline], people: [], today: today)
    guard let filter = try? DealFilter(text, in: context) else { return }
    let draft = DealDraft(
      title: text,
      pipeline: pipeline.id,
      stage: pipeline.stages[0].id,
      currency: .euro
    )
    _ = filter.matches(Deal(id: Identifier(rawValue: 1), draft: draft, on: today))
  }

  private static func amount(_ text: String) {
    for words in [InputWords.english, .dutch] {
      guard let money = try? AmountParser(currency: .euro, words: words).money(text) else {
        continue
      }
      precondition(money.minorUnits >= 0, "An amount is below zero.")
      precondition(money.minorUnits <= Money.largestUnits * 100, "An amount is too large.")
    }
  }

  private static func day(_ text: String) {
    for words in [InputWords.english, .dutch] {
      guard let day = DayParser(today: today, words: words).day(text) else { continue }
      precondition(Day(day.description) == day, "A day is not what it says.")
    }
  }

  private static func step(_ text: String) {
    guard let step = try? StepLine(text, today: today) else { return }
    precondition((0..<1440).contains(step.minuteOfDay ?? 0), "A day has 1,440 minutes.")
  }

  /// However the bytes are cut, a key is one key, and a pause ends what is open.
  private static func keys(_ bytes: [UInt8]) {
    func events(_ pieces: [ArraySlice<UInt8>]) -> Int {
      var parser = KeyParser(table: KeyTable())
      var events: [TerminalEvent] = []
      for piece in pieces { parser.feed(Array(piece), into: &events) }
      parser.inputPaused(into: &events)
      return events.count
    }
    let whole = events([bytes[...]])
    let split = events(bytes.indices.map { bytes[$0...$0] })
    precondition(whole == split, "Keys depend on how the bytes were cut.")
  }

  /// A row of a canvas is as wide as it is, and nothing in it acts on a terminal.
  private static func draw(_ text: String) {
    var canvas = Canvas(rows: 2, columns: 24, width: CharacterWidth.of)
    let used = canvas.write(text, row: 0, column: 3, limit: 17, Style(.text))
    precondition((0...17).contains(used), "A text left its room.")
    canvas.writeRight(text, row: 1, endingAt: 20, limit: 9, Style(.text))
    precondition(!acts(DisplayText.clean(text, width: CharacterWidth.of)), "A clean text acts.")
  }

  private static var rules: ConfigFile.Rules {
    ConfigFile.Rules(
      currency: { Currency(code: $0.uppercased())?.code },
      isTimeZone: { $0.hasPrefix("Europe/") },
      themes: ["default", "light"],
      languages: ["en", "nl"]
    )
  }
}
