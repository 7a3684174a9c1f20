import Foundation
import TerminalModel
import Testing

/// What a command works on is never what it writes: the workspace, what stands beside it, any other
/// database, and the file that is imported.
@Suite struct `A file that a command needs` {
  private let file: FaultyFile

  init() throws {
    file = try FaultyFile()
  }

  private var rows: String { file.runner.home["in.csv"] }

  private func writeRows() throws {
    let text = "Title,Stage\nBrick,Lead In\nCello,Nowhere\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: rows))
  }

  private func expectRefused(
    _ arguments: [String],
    _ sentence: String,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let before = try file.bytes

    let run = try file.runner.run(arguments)

    #expect(run.status == 73, "\(arguments): \(run.error)", sourceLocation: location)
    #expect(
      run.error == "Error: \(sentence) Name another file.\n",
      sourceLocation: location
    )
    #expect(try file.bytes == before, sourceLocation: location)
  }

  @Test(arguments: [
    ["export", "-o"], ["export", "--format", "json", "-o"], ["standup", "--minutes"],
  ])
  func `is not written over where it is the workspace, by any name`(command: [String]) throws {
    let hard = file.runner.home["hard.csv"]
    try FileManager.default.linkItem(atPath: file.path, toPath: hard)
    let folder = file.runner.home["folder"]
    try FileManager.default.createSymbolicLink(
      atPath: folder,
      withDestinationPath: (file.path as NSString).deletingLastPathComponent
    )

    for path in [file.path, hard, folder + "/pipeline.db"] {
      try expectRefused(command + [path], "\(path) is the workspace itself, which would be lost.")
    }
  }

  @Test(arguments: ["-wal", "-shm", "-journal", "-gate"])
  func `is not written over where it belongs to the workspace, there or not`(suffix: String) throws
  {
    let path = file.path + suffix

    try expectRefused(["export", "-o", path], "\(path) belongs to the workspace \(file.path).")
    let backup = try file.runner.run("backup", path)

    #expect(backup.status == 73)
    #expect(try file.runner.run("doctor").status == 0)
  }

  @Test func `is not written over where the workspace is yet to be made`() throws {
    let runner = try CommandRunner()
    let path = runner.home["new.db"]

    let run = try runner.run("export", "-o", path, "--file", path)

    #expect(run.status == 73)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `is not written over where it is another database`() throws {
    let other = try CommandRunner()
    try other.succeed("add", "Theirs")
    let before = try other.fileBytes()

    try expectRefused(
      ["export", "-o", other.file],
      "\(other.file) is a database, which is not written over."
    )
    try expectRefused(
      ["export", "-o", other.file + "-wal"],
      "\(other.file)-wal belongs to the database \(other.file)."
    )

    #expect(try other.fileBytes() == before)
  }

  @Test func `is not written over where it is imported, and nothing is`() throws {
    try writeRows()
    let before = try Data(contentsOf: URL(fileURLWithPath: rows))

    try expectRefused(
      ["import", rows, "--skipped", rows],
      "\(rows) is the file that is imported, which would be lost."
    )
    try expectRefused(
      ["import", rows, "--skipped", file.path],
      "\(file.path) is the workspace itself, which would be lost."
    )

    #expect(try Data(contentsOf: URL(fileURLWithPath: rows)) == before)
    #expect(try file.runner.json("list").elements.count == 3)
  }
}
