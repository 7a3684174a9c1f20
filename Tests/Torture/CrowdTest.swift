import Pipeline
import Store

/// Lets many processes change the same twenty deals, while two boards look on.
struct CrowdTest {
  let processes: Int
  let changes: Int
  private let boards = 2

  init(processes: Int, changes: Int) {
    self.processes = processes
    self.changes = changes
  }

  func run(_ report: inout Report) throws {
    let scratch = try Scratch()
    let store = try SQLiteStore.torture(scratch.file)
    try SharedDeals.add(to: store)
    let onlookers = try (0..<boards).map { _ in try Child(.onlooker, [scratch.file]) }
    for onlooker in onlookers {
      report.expect(try onlooker.line() == "ready", "a board did not open")
    }
    let files = (1...processes).map { "\(scratch.path)/said-\($0)" }
    let writers = try files.enumerated().map { index, file in
      try Child(.writer, [scratch.file, "\(index + 1)", "shared", "\(changes)"], output: file)
    }
    for (index, writer) in writers.enumerated() {
      report.expect(writer.wait() == 0, "writer \(index + 1) failed")
    }
    for onlooker in onlookers {
      onlooker.endInput()
      while let words = try onlooker.line() { report.find("a board \(words)") }
      report.expect(onlooker.wait() == 0, "a board failed")
    }
    var said = Acknowledgements()
    for file in files { try said.read(file) }
    for error in said.errors { report.find("a writer said: \(error)") }
    let ids = try store.eventIDs()
    let made = processes * changes
    report.expect(said.ids.count == made, "\(said.ids.count) of \(made) were acknowledged")
    let expected = Set(said.ids)
    report.expect(ids.count == made + SharedDeals.count, "the log has \(ids.count) events")
    report.expect(expected.isSubset(of: ids), "acknowledged changes are lost")
    report.expect(Set(ids).count == ids.count, "an event is there twice")
    for trouble in try store.troubles() { report.find(trouble) }
    try store.close()
    report.summary =
      "\(processes) processes made \(changes) changes each, \(said.conflicts) made anew after a "
      + "conflict, \(said.waitWords)"
  }
}

/// Twenty deals that many change.
enum SharedDeals {
  static let count = 20

  /// Adds them to an empty workspace.
  static func add(to store: SQLiteStore) throws {
    let sales = try store.structure().pipelines[0]
    var ids = IDs(of: 1 << 40)
    let changes = (1...count).map { number in
      ChangeRequest(
        id: ids.take(1),
        target: .newDeal,
        change: .created(
          DealDraft(
            title: "Deal \(number)",
            pipeline: sales.id,
            stage: sales.stages[0].id,
            currency: .euro,
            minorUnits: 100
          )
        ),
        day: .torture
      )
    }
    let step = StepRequest(actor: "torture", summary: "add", at: .torture, changes: changes)
    _ = try store.append(step, today: .torture)
  }
}

/// A board: it holds a workspace in memory, takes in what others change, and in the end compares
/// what it shows with the file.
struct Onlooker {
  private let store: SQLiteStore

  /// Takes the file.
  init(_ arguments: [String]) throws {
    guard arguments.count == 1 else { throw Trouble("onlooker FILE") }
    store = try SQLiteStore.torture(arguments[0], "onlooker")
  }

  /// Looks on until its input ends.
  func play() throws {
    var workspace = try load()
    var pulse = StorePulse(commits: -1, dataVersion: 0)
    Telling.line("ready")
    while !Waiting.inputEnds(withinMilliseconds: 50) {
      let now = try store.pulse()
      if now != pulse { try takeIn(&workspace) }
      pulse = now
    }
    try takeIn(&workspace)
    let file = try load()
    let shown = Dictionary(uniqueKeysWithValues: workspace.allDeals.map { ($0.id, $0) })
    for deal in file.allDeals where shown[deal.id] != deal {
      Telling.line("shows deal \(deal.id) otherwise than the file has it")
    }
    if workspace.dealCount != file.dealCount { Telling.line("shows another number of deals") }
    for pipeline in file.pipelines {
      let (mine, theirs) = (workspace.live(pipeline.id), file.live(pipeline.id))
      if "\(mine)" != "\(theirs)" { Telling.line("shows other figures than the file gives") }
    }
    try store.close()
  }

  private func load() throws -> Workspace {
    Workspace(
      try store.load(asOf: .torture, window: DayRange(days: 365, endingOn: .torture))
    )
  }

  private func takeIn(_ workspace: inout Workspace) throws {
    let news = try store.changes(after: workspace.lastSequence, asOf: .torture)
    guard !news.needsReload else {
      workspace = try load()
      return
    }
    for change in news.changes { workspace.apply(change) }
  }
}
