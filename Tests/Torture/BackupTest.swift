import Glibc
import Pipeline
import Store

/// Makes backups while eight processes write, and looks at each.
struct BackupTest {
  let copies: Int
  private let processes = 8

  init(copies: Int) { self.copies = copies }

  func run(_ report: inout Report) throws {
    let scratch = try Scratch()
    let store = try SQLiteStore.torture(scratch.file)
    let files = (1...processes).map { "\(scratch.path)/said-\($0)" }
    let writers = try files.enumerated().map { index, file in
      try Child(.writer, [scratch.file, "\(index + 1)", "own", "1000000"], output: file)
    }
    // An empty file proves little; writers that do not begin are found by what they say.
    for _ in 0..<5_000 where try store.eventCount() == 0 { usleep(1_000) }
    for copy in 1...copies {
      let path = "\(scratch.path)/copy-\(copy).db"
      let before = try store.eventCount()
      try store.backup(to: path)
      let after = try store.eventCount()
      let backup = try SQLiteStore.torture(path)
      let count = try backup.eventCount()
      report.expect(before <= count && count <= after, "copy \(copy) has \(count) events")
      let same = try backup.eventIDs() == Array(try store.eventIDs().prefix(Int(count)))
      report.expect(same, "copy \(copy) is not the log's beginning")
      for trouble in try backup.troubles() { report.find("copy \(copy): \(trouble)") }
      try backup.close()
      for suffix in ["", "-gate"] { Scratch.remove(path + suffix) }
    }
    for writer in writers { writer.killNow() }
    for writer in writers {
      report.expect(writer.wait() == -SIGKILL, "a writer had ended while copies were made")
    }
    var said = Acknowledgements()
    for file in files { try said.read(file) }
    for error in said.errors { report.find("a writer said: \(error)") }
    report.summary =
      "\(copies) copies while \(processes) processes made \(said.ids.count) changes"
    try store.close()
  }
}
