import Pipeline
import Store

/// A new workspace in a folder of its own, and short ways to change it.
final class Workspace {
  let folder: TemporaryFolder
  let store: SQLiteStore
  let pipeline: SalesPipeline
  private var random = SplitMix(seed: 42)

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteStore.open(at: folder.file(), .create(settings: .test))
    pipeline = try store.structure().pipelines[0]
  }

  /// A second board on the same file.
  func secondStore() throws -> SQLiteStore {
    try SQLiteStore.open(at: folder.file(), .readWrite)
  }

  func stage(_ position: Int) -> Identifier<Stage> { pipeline.stages[position].id }

  func draft(_ title: String, stage position: Int = 0, minorUnits: Int64? = nil) -> DealDraft {
    DealDraft(
      title: title,
      pipeline: pipeline.id,
      stage: stage(position),
      currency: .euro,
      minorUnits: minorUnits
    )
  }

  func newID() -> EventID { EventID(at: .test, using: &random) }

  func request(
    _ change: DealChange,
    _ target: ChangeRequest.Target,
    on day: Day = .today
  ) -> ChangeRequest {
    ChangeRequest(id: newID(), target: target, change: change, day: day)
  }

  func step(_ changes: [ChangeRequest], by actor: String = "Ana") -> StepRequest {
    StepRequest(actor: actor, summary: "test", at: .test, changes: changes)
  }

  @discardableResult
  func append(
    _ changes: [ChangeRequest],
    by actor: String = "Ana",
    in store: SQLiteStore? = nil
  ) throws -> StepOutcome {
    try (store ?? self.store).append(step(changes, by: actor), today: .today)
  }

  /// Adds a deal and returns it.
  func add(_ draft: DealDraft, on day: Day = .today, by actor: String = "Ana") throws -> Deal {
    let outcome = try append([request(.created(draft), .newDeal, on: day)], by: actor)
    return outcome.changes[0].deal
  }

  /// Changes a deal as it was last seen.
  @discardableResult
  func change(
    _ deal: Deal,
    _ change: DealChange,
    on day: Day = .today,
    by actor: String = "Ana"
  ) throws -> StepOutcome {
    try append([request(change, .deal(deal.id, revision: deal.revision), on: day)], by: actor)
  }

  func undo(by actor: String = "Ana") throws -> StepOutcome? {
    try store.undo(UndoRequest(id: newID(), actor: actor, at: .test), today: .today)
  }

  func redo(by actor: String = "Ana") throws -> StepOutcome? {
    try store.redo(UndoRequest(id: newID(), actor: actor, at: .test), today: .today)
  }

  func importing(
    _ actor: String = "Ana",
    isDryRun: Bool = false,
    _ body: (ImportSession) throws -> Void
  ) throws -> ChangeStep? {
    let request = ImportRequest(
      id: newID(),
      actor: actor,
      summary: "import",
      at: .test,
      isDryRun: isDryRun
    )
    return try store.importing(request, body)
  }

  func load(asOf day: Day = .today) throws -> WorkspaceSnapshot {
    try store.load(asOf: day, window: DayRange(days: 365, endingOn: day))
  }
}

extension WorkspaceSettings {
  static let test = WorkspaceSettings(timeZone: "Europe/Amsterdam", currency: .euro)
}

extension Instant {
  static let test = Instant(milliseconds: 1_774_900_000_000)
}

extension Day {
  /// 2026-03-31.
  static let today = Day(number: 20_543)
}

/// The same numbers from the same seed (Steele, Lea, Flood, "Fast splittable pseudorandom number
/// generators", 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return z ^ z >> 31
  }
}
