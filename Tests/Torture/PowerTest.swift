import CPowerCut
import Glibc
import Pipeline
import Store

/// Records what a board writes and when it asks the disk to keep it, then cuts the power at random
/// moments: each write that the disk was not asked to keep is kept, dropped or torn.
///
/// Every change acknowledged before the cut must be there, and the file sound. The control is the
/// same with a disk that does not keep the log when asked to: it must lose something, or this test
/// would not notice a loss.
struct PowerTest {
  let cuts: Int

  func run(_ report: inout Report) throws {
    let scratch = try Scratch()
    let tape = try record(in: scratch)
    let seen = try play(tape, cuts: cuts, disk: .honest)
    for finding in seen.findings { report.find(finding) }
    let control = try play(tape, cuts: max(20, cuts / 10), disk: .forgettingTheLog)
    report.expect(
      control.losses > 0,
      "the control lost nothing in \(control.cuts) cuts, so this test proves nothing"
    )
    report.summary =
      "\(seen.cuts) cuts in \(tape.operations.count) operations and \(tape.acknowledged) "
      + "acknowledged steps, \(seen.losses) lost something; control: \(control.losses) of "
      + "\(control.cuts)"
  }

  // MARK: Recording

  private func record(in scratch: Scratch) throws -> Tape {
    // Made whole and closed before anything is recorded: the file's beginning.
    let new = try SQLiteStore.torture(scratch.file)
    try SharedDeals.add(to: new)
    try new.close()
    guard let beginning = try Bytes.read(scratch.file) else { throw Trouble("no file was made") }
    guard power_cut_install() == 0 else { throw Trouble("the recorder cannot be installed") }
    power_cut_record(true)
    var acknowledged: Int64 = 0
    for session in 0..<3 {
      let store = try SQLiteStore.torture(scratch.file)
      var dice = Dice(seed: UInt64(session) + 77)
      var ids = IDs(of: UInt64(session) + 1)
      for _ in 0..<130 {
        try step(store, &dice, &ids)
        acknowledged += 1
        // From here on whoever made the change has been told that it is saved.
        power_cut_mark(try store.eventCount())
      }
      try store.close()
    }
    power_cut_record(false)
    return Tape(file: scratch.file, beginning: beginning, acknowledged: acknowledged)
  }

  private func step(_ store: SQLiteStore, _ dice: inout Dice, _ ids: inout IDs) throws {
    // Now and then a large one: many pages in one commit.
    let count = dice.chance(3) ? 120 : dice.pick(3) + 1
    let changes = try (0..<count).map { _ in
      let id = Identifier<Deal>(rawValue: Int64(dice.pick(SharedDeals.count)) + 1)
      guard let deal = try store.deal(id, asOf: .torture) else { throw Trouble("no deal \(id)") }
      return ChangeRequest(
        id: ids.take(1),
        target: .deal(id, revision: deal.revision),
        change: .noted("note \(dice.next())"),
        day: .torture
      )
    }
    let step = StepRequest(actor: "Ana", summary: "note", at: .torture, changes: changes)
    _ = try store.append(step, today: .torture)
  }

  // MARK: Cutting

  private func play(_ tape: Tape, cuts: Int, disk kind: Disk.Kind) throws -> PowerLosses {
    let scratch = try Scratch()
    var dice = Dice(seed: 99)
    var disk = Disk(tape.beginning, kind, database: tape.database)
    var losses = PowerLosses()
    let moments = (0..<cuts).map { _ in dice.pick(tape.operations.count + 1) }.sorted()
    var acknowledged = Int64(SharedDeals.count)
    var next = 0
    for moment in moments {
      while next < moment {
        let operation = tape.operations[next]
        if operation.kind == .mark { acknowledged = operation.offset }
        disk.take(operation, isDatabase: operation.file == tape.database)
        next += 1
      }
      scratch.empty()
      let weather = Weather.allCases[dice.pick(Weather.allCases.count)]
      for (file, bytes) in disk.afterCut(weather, &dice) {
        guard let suffix = tape.suffixes[file] else { continue }
        try Bytes.write(bytes, to: scratch.file + suffix)
      }
      losses.look(at: scratch.file, acknowledged, "cut at operation \(moment), \(weather)")
    }
    return losses
  }
}

/// What cuts did.
struct PowerLosses {
  private(set) var cuts = 0
  private(set) var losses = 0
  private(set) var findings: [String] = []

  /// Opens what a cut left, and notes what is wrong with it.
  mutating func look(at path: String, _ acknowledged: Int64, _ cut: String) {
    cuts += 1
    var wrong: [String] = []
    do {
      let store = try SQLiteStore.torture(path)
      let count = try store.eventCount()
      if count < acknowledged { wrong.append("\(count) of \(acknowledged) events") }
      wrong += try store.troubles()
      try store.close()
    } catch {
      wrong.append("\(error)")
    }
    if !wrong.isEmpty { losses += 1 }
    findings += wrong.map { "\(cut): \($0)" }
  }
}

/// What was asked of the disk, in order.
struct Tape {
  /// One thing that was asked.
  struct Operation {
    enum Kind: Int32 {
      case create = 1
      case write, truncate, sync, delete, mark
    }

    let kind: Kind
    let file: Int32
    let offset: Int64
    let bytes: [UInt8]
  }

  let operations: [Operation]
  /// What each file's path has behind the database's.
  let suffixes: [Int32: String]
  /// Which file is the database.
  let database: Int32
  /// The database before the first of them.
  let beginning: [UInt8]
  /// How many steps were acknowledged.
  let acknowledged: Int64

  /// Takes what was recorded of a file.
  init(file: String, beginning: [UInt8], acknowledged: Int64) {
    self.beginning = beginning
    self.acknowledged = acknowledged
    var suffixes: [Int32: String] = [:]
    operations = (0..<power_cut_count()).compactMap { index in
      let operation = power_cut_operation_at(index)
      guard let kind = Operation.Kind(rawValue: operation.kind) else { return nil }
      let name = power_cut_name(operation.file).map { String(cString: $0) } ?? ""
      if name.hasPrefix(file) {
        suffixes[operation.file] = String(name.dropFirst(file.count))
      }
      let bytes = UnsafeBufferPointer(start: operation.bytes, count: Int(operation.length))
      return Operation(
        kind: kind,
        file: operation.file,
        offset: operation.offset,
        bytes: Array(bytes)
      )
    }
    self.suffixes = suffixes
    database = suffixes.first { $0.value.isEmpty }?.key ?? 0
  }
}
