import Glibc
import Pipeline
import Store

/// Kills four writers at random moments, while they open, write or wait, and looks at what is left.
struct KillTest {
  let rounds: Int
  private let writers = 4
  /// After so many rounds a new file is begun, so that looking does not take ever longer.
  private let roundsPerFile = 10

  init(rounds: Int) { self.rounds = rounds }

  func run(_ report: inout Report) throws {
    var dice = Dice(seed: 6)
    var acknowledged = 0
    var scratch = try Scratch()
    var expected: Set<EventID> = []
    for round in 0..<rounds {
      if round % roundsPerFile == 0 {
        scratch = try Scratch()
        expected = []
      }
      let said = try play(round, scratch, &dice, &report)
      for error in said.errors { report.find("round \(round): a writer said: \(error)") }
      acknowledged += said.ids.count
      expected.formUnion(said.ids)
      look(at: scratch.file, expecting: expected, round, &report)
    }
    report.expect(acknowledged > 0, "no change was acknowledged, so that none could be lost")
    report.summary =
      "\(rounds) rounds, \(writers) writers killed in each, \(acknowledged) acknowledged changes"
  }

  private func play(
    _ round: Int,
    _ scratch: Scratch,
    _ dice: inout Dice,
    _ report: inout Report
  ) throws -> Acknowledgements {
    var said = Acknowledgements()
    let files = (0..<writers).map { "\(scratch.path)/said-\(round)-\($0)" }
    let children = try files.enumerated().map { index, file in
      let number = round * writers + index + 1
      return try Child(.writer, [scratch.file, "\(number)", "own", "1000000"], output: file)
    }
    // Some die while they open, some together, some while the others go on.
    let window = dice.chance(20) ? 40_000 : 300_000
    let moments = children.map { _ in dice.pick(window) }.sorted()
    var now = 0
    for (child, moment) in zip(children, moments) {
      usleep(UInt32(moment - now))
      now = moment
      child.killNow()
    }
    for child in children {
      report.expect(child.wait() == -SIGKILL, "round \(round): a writer had ended by itself")
    }
    for file in files { try said.read(file) }
    return said
  }

  private func look(
    at file: String,
    expecting expected: Set<EventID>,
    _ round: Int,
    _ report: inout Report
  ) {
    do {
      let store = try SQLiteStore.torture(file)
      let ids = try store.eventIDs()
      report.expect(Set(ids).count == ids.count, "round \(round): an event is there twice")
      let lost = expected.subtracting(ids)
      report.expect(lost.isEmpty, "round \(round): \(lost.count) acknowledged changes are lost")
      for trouble in try store.troubles() { report.find("round \(round): \(trouble)") }
      report.expect(store.wentBack == nil, "round \(round): the file is said to have gone back")
      try store.close()
    } catch {
      report.find("round \(round): \(error)")
    }
  }
}
