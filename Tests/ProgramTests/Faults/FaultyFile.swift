import Foundation
import TerminalModel

/// A workspace with three deals, to be spoilt.
struct FaultyFile {
  let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
    for number in 1...3 { try runner.succeed("add", "Acme \(number)", "--value", "48k") }
  }

  var path: String { runner.file }

  var bytes: Data {
    get throws { try Data(contentsOf: URL(fileURLWithPath: path)) }
  }

  /// Puts other bytes in its place.
  func write(_ bytes: Data, to suffix: String = "") throws {
    try bytes.write(to: URL(fileURLWithPath: path + suffix))
  }

  /// Puts bytes over those at a place.
  func overwrite(at place: Int, with new: Data) throws {
    var bytes = try bytes
    bytes.replaceSubrange(place..<place + new.count, with: new)
    try write(bytes)
  }

  /// Puts bytes over those at a place, under the hands of who has it open.
  func patch(at place: Int, with new: Data) throws {
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try handle.seek(toOffset: UInt64(place))
    try handle.write(contentsOf: new)
    try handle.close()
  }

  /// The numbers of the pages that hold a text, from 0.
  func pages(holding text: String) throws -> [Int] {
    let bytes = try bytes
    let size = 4_096
    return (0..<bytes.count / size).filter { page in
      bytes[page * size..<(page + 1) * size].range(of: Data(text.utf8)) != nil
    }
  }

  /// Opens the board on it.
  func board() throws -> ProgramSession {
    try ProgramSession(
      [],
      environment: ["DEALBOARD_TODAY": runner.today],
      rows: 40,
      columns: 120,
      home: runner.home
    )
  }

  /// Runs the program with a limit on the size of files, in blocks of 512 bytes.
  func run(withFilesUpTo blocks: Int, _ arguments: String...) throws -> ProgramRun {
    let program = try ProgramPath.dealboard.path
    return try ProgramRun.run(
      ["-c", "ulimit -f \(blocks); exec \"$@\"", "sh", program] + arguments,
      environment: ["DEALBOARD_TODAY": runner.today],
      home: runner.home,
      program: .shell
    )
  }
}
