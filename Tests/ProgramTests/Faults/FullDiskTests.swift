import Foundation
import TerminalModel
import Testing

/// A limit on the size of files stands for a full disk and a used-up quota: it is met at the same
/// writes, and needs no disk of its own.
@Suite struct `A disk that is full` {
  private let file: FaultyFile

  init() throws {
    file = try FaultyFile()
  }

  @Test func `says so and leaves the workspace as it was`() throws {
    let (before, bytes) = (try file.runner.log(), try file.bytes)

    // 72 blocks of 512 bytes hold the log's index, and not a commit beside it.
    for blocks in [8, 72] {
      let run = try file.run(withFilesUpTo: blocks, "add", "New")
      #expect(run.status == 74)
      #expect(
        run.error
          == "Error: Disk full: this change was not saved to \(file.path); nothing else is "
          + "affected. Free some space and try again.\n"
      )
    }

    #expect(try file.bytes == bytes)
    #expect(try file.runner.log() == before)
    #expect(try file.runner.run("doctor").status == 0)
  }

  @Test func `says of reading that nothing was changed`() throws {
    let run = try file.run(withFilesUpTo: 8, "list")

    #expect(run.status == 74)
    #expect(
      run.error
        == "Error: Disk full: \(file.path) could not be read, which takes a little room beside it. "
        + "Nothing was changed; free some space and try again.\n"
    )
  }

  @Test func `leaves no half of a new workspace`() throws {
    let path = file.runner.home["new.db"]

    let run = try file.run(withFilesUpTo: 40, "add", "New", "--file", path)

    #expect(run.status == 74)
    #expect(run.error.hasPrefix("Error: Disk full: "))
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(!FileManager.default.fileExists(atPath: path + "-new"))
  }

  @Test func `leaves no half of a backup or an export`() throws {
    let path = file.runner.home["out"]

    let backup = try file.run(withFilesUpTo: 100, "backup", path)
    let export = try file.run(withFilesUpTo: 0, "export", "--output", path)

    #expect(backup.status == 74)
    #expect(backup.error.hasPrefix("Error: Disk full: "))
    #expect(export.status == 74)
    let names = try FileManager.default.contentsOfDirectory(atPath: file.runner.home.path)
    #expect(names.allSatisfy { !$0.hasPrefix("out") }, "\(names)")
  }

  @Test func `keeps the board alive, which saves once there is room`() throws {
    let program = try ProgramPath.dealboard.path
    // The soft limit alone, so that it can be lifted again from outside.
    let board = try ProgramSession(
      ["-c", "ulimit -S -f 72; exec \"$@\"", "sh", program],
      environment: ["DEALBOARD_TODAY": file.runner.today],
      rows: 40,
      columns: 120,
      home: file.runner.home,
      program: .shell
    )
    try board.waitForText("Acme 1")

    try board.type("L")
    try board.waitForText("Disk full")
    try board.waitForText("not saved")
    let lift = ["--pid", "\(board.processID)", "--fsize=unlimited:unlimited"]
    let lifted = try ProgramRun.run(lift, program: ProgramPath("/usr/bin/prlimit"))
    #expect(lifted.status == 0, "\(lifted.error)")
    try board.press(.enter)

    try board.waitForText("saved ✓")
    try board.type("q")
    try board.waitForExit()
    let stages = try file.runner.json("list").elements.map { $0["stage"] }
    #expect(stages.filter { $0 == "Contact Made" }.count == 1)
  }
}
