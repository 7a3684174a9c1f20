import Glibc
import Pipeline
import Store

/// Puts into files what this program never wrote there, numbers at the end of their range and
/// flipped bytes, and uses them: each use ends with an answer or with what the store says of the
/// file, never with the process.
struct HostileTest {
  let files: Int

  func run(_ report: inout Report) throws {
    let scratch = try Scratch()
    try FullFile.make(at: scratch.file)
    var (next, ends, answers, refusals) = (0, 0, 0, 0)
    // The user goes through the files by itself; where a file ends it, another goes on behind it.
    while next < files {
      let user = try Child(.user, [scratch.file, "\(next)", "\(files)"])
      var present = "nothing"
      while let line = try user.line() {
        let words = line.split(separator: " ", maxSplits: 1).map(String.init)
        switch words.first {
        case "file":
          present = words.last ?? ""
          next += 1
        case "used":
          let counts = (words.last ?? "").split(separator: " ").compactMap { Int($0) }
          answers += counts.first ?? 0
          refusals += counts.last ?? 0
        case _: report.find("\(present): \(line)")
        }
      }
      let end = user.wait()
      if end == 0 { break }
      ends += 1
      report.find("\(present): the process ended with \(end)")
      if ends >= 50 { break }
    }
    // Where nothing is refused, or all of it, the files are not what they should be.
    report.expect(answers > files, "only \(answers) uses were answered")
    report.expect(refusals > files, "only \(refusals) uses were refused")
    report.summary = "\(next) files, \(answers) uses answered, \(refusals) refused"
  }
}

/// Who uses one hostile file after the other.
struct HostileUser {
  private let folder: Scratch
  private let sound: [UInt8]
  private let numbers: Range<Int>

  init(_ arguments: [String]) throws {
    guard arguments.count == 3, let first = Int(arguments[1]), let end = Int(arguments[2]),
      let bytes = try Bytes.read(arguments[0])
    else { throw Trouble("user: FILE FIRST END") }
    (sound, numbers, folder) = (bytes, first..<end, try Scratch())
  }

  func play() throws {
    for number in numbers {
      folder.empty()
      var dice = Dice(seed: UInt64(number) + 1)
      let done = try HostileFile.write(sound, to: folder.file, &dice)
      Telling.line("file \(number): \(done)")
      // What never comes back is as bad as what ends.
      alarm(60)
      let use = HostileUse(path: folder.file)
      use.all()
      Telling.line("used \(use.answered) \(use.refused)")
    }
    alarm(0)
  }
}

/// All that boards and commands do with a file.
final class HostileUse {
  let path: String
  private(set) var answered = 0
  private(set) var refused = 0

  init(path: String) { self.path = path }

  func all() {
    for mode in [OpenMode.readOnly, .readWrite] {
      var opened: SQLiteStore?
      attempt { opened = try SQLiteStore.open(at: path, mode) }
      guard let store = opened else { continue }
      if case .readWrite = mode { change(store) }
      read(store)
      attempt { try store.close() }
    }
  }

  private func attempt(_ body: () throws -> Void) {
    do {
      try body()
      answered += 1
    } catch let error as StoreError {
      refused += 1
      if error.message.isEmpty { Telling.line("an error says nothing") }
    } catch {
      Telling.line("\(error) is no error of the store's")
    }
  }

  private func read(_ store: SQLiteStore) {
    attempt { try show(try store.load(asOf: .torture, window: .year), try store.structure()) }
    attempt { _ = try store.load(asOf: .torture - 20, window: .year) }
    attempt { try count(store) }
    attempt { try store.log(after: 0) { _ in } }
    attempt { _ = try store.changes(after: 3, asOf: .torture) }
    attempt { try store.contacts { _ in } }
    attempt { _ = try store.lostReasons() }
    attempt { _ = try store.meetingDrafts() }
    attempt { _ = try store.check { _ = $0.message } }
    attempt {
      _ = try store.nextUndo(of: "Ana")
      _ = try store.undoCount(of: "Ana")
    }
    for pipeline in (try? store.structure().pipelines) ?? [] {
      attempt { _ = try store.meetings(of: pipeline.id) }
      attempt { _ = try store.wonDeals(of: pipeline.id, from: .torture - 90, asOf: .torture) }
      attempt { _ = try store.pastGap(.torture - 9, endedAt: .torture, in: pipeline.id) }
      attempt { _ = try store.dealsBehind(.torture - 9, endedAt: .torture, in: pipeline.id) }
    }
  }

  private func show(_ snapshot: WorkspaceSnapshot, _ structure: WorkspaceStructure) throws {
    var workspace = Workspace(snapshot)
    for pipeline in structure.pipelines {
      _ = workspace.live(pipeline.id)
      for deal in workspace.allDeals { _ = DealReport(deal, in: pipeline, asOf: .torture) }
    }
    for deal in Array(workspace.allDeals.prefix(3)) {
      var changed = deal
      guard (try? changed.check(.won, on: .torture)) != nil else { continue }
      changed.apply(.won, on: .torture)
      workspace.replace(changed)
    }
    workspace.advance(to: .torture + 1)
  }

  /// The figures of reports and meetings.
  private func count(_ store: SQLiteStore) throws {
    let structure = try store.structure()
    var deals: [Deal] = []
    try store.deals(asOf: .torture) { deals.append($0) }
    var histories: [DealHistory] = []
    try store.histories(changedAfter: nil) { histories.append($0) }
    for pipeline in structure.pipelines {
      let figures = Figures(of: deals, pipeline: pipeline, asOf: .torture)
      _ = Attention.list(of: deals, in: pipeline, on: .torture)
      _ = ReviewQueue(of: deals, in: pipeline, on: .torture, records: StageRecords(figures))
      _ = Standup(
        of: histories,
        in: pipeline,
        people: structure.people,
        since: .end(of: .torture - 1),
        on: .torture
      )
    }
  }

  private func change(_ store: SQLiteStore) {
    var ids = IDs(of: 77)
    for id in [Int64(1), 2, 3, 40].map(Identifier<Deal>.init(rawValue:)) {
      var known: Deal?
      attempt { known = try store.deal(id, asOf: .torture) }
      attempt { _ = try store.history(of: id).deal(asOf: .torture - 1) }
      guard let deal = known else { continue }
      let call = Activity(kind: .call, text: "call", minutes: 20, cost: nil)
      let changes: [DealChange] = [
        .noted("seen"), .moved(to: Identifier(rawValue: 2)), .valued(5, .euro),
        .stepPlanned(PlannedStep(number: 1, due: .torture + 3, activity: call)), .won, .reopened,
      ]
      for change in changes {
        let target = ChangeRequest.Target.deal(deal.id, revision: deal.revision)
        attempt { try send(change, target, to: store, &ids) }
      }
    }
    let pipeline = (try? store.structure().pipelines.first) ?? nil
    if let pipeline, let stage = pipeline.stages.first {
      let draft = DealDraft(
        title: "New",
        pipeline: pipeline.id,
        stage: stage.id,
        currency: .euro
      )
      attempt { try send(.created(draft), .newDeal, to: store, &ids) }
      attempt { try bring(draft, into: store, &ids) }
      let archive = ArchiveRequest(
        id: ids.take(64),
        actor: "Ana",
        at: .torture,
        stage: stage.id,
        target: pipeline.stages.last?.id
      )
      attempt { _ = try store.archive(archive, today: .torture) }
    }
    for turn in 0..<6 {
      let request = UndoRequest(id: ids.take(64), actor: "Ana", at: .torture, goesOnTop: turn > 2)
      attempt { _ = try store.undo(request, today: .torture) }
    }
    let redo = UndoRequest(id: ids.take(64), actor: "Ana", at: .torture)
    attempt { _ = try store.redo(redo, today: .torture) }
    attempt { _ = try store.edit([.addPerson(name: "Ben")], by: "Ana", at: .torture) }
    attempt { try store.keep(.saveContact(Contact(name: "Zoë Kern", phone: "2"))) }
  }

  private func send(
    _ change: DealChange,
    _ target: ChangeRequest.Target,
    to store: SQLiteStore,
    _ ids: inout IDs
  ) throws {
    let request = ChangeRequest(id: ids.take(1), target: target, change: change, day: .torture)
    let step = StepRequest(actor: "Ana", summary: "use", at: .torture, changes: [request])
    _ = try store.append(step, today: .torture)
  }

  private func bring(_ draft: DealDraft, into store: SQLiteStore, _ ids: inout IDs) throws {
    let request = ImportRequest(id: ids.take(64), actor: "Ana", summary: "import", at: .torture)
    _ = try store.importing(request) { session in
      let deal = try session.create(draft, on: .torture)
      _ = try session.append(.noted("brought"), on: .torture, to: deal)
      _ = try session.person(named: "Cleo")
    }
  }
}

extension DayRange {
  /// The year that ends with the day of it all.
  fileprivate static let year = DayRange(days: 365, endingOn: .torture)
}
