import Foundation
import TerminalModel
import Testing

@Suite struct `A file that is not ours to use` {
  /// What is wrong with it, what is done to it, and what is said.
  enum Fault: CaseIterable {
    case text
    case badHeader
    case otherApplication
    case newerSchema

    fileprivate func spoil(_ file: FaultyFile) throws {
      switch self {
      case .text: try file.write(Data("title,value\nAcme,48000\n".utf8))
      // SQLite's "Database File Format", section 1.3: the words at 0, the schema's version at 60
      // and the application's id at 68.
      case .badHeader: try file.overwrite(at: 0, with: Data("SQLite format 9".utf8))
      case .newerSchema: try file.overwrite(at: 60, with: Data([0, 0, 0, 99]))
      case .otherApplication: try file.overwrite(at: 68, with: Data("GEOM".utf8))
      }
    }

    fileprivate var sentence: String {
      switch self {
      case .text, .badHeader: "is not a database. Nothing was changed; name a dealboard file."
      case .otherApplication:
        "is a database of another program. Nothing was changed; name a dealboard file."
      case .newerSchema:
        "was written by a newer dealboard (schema 99, this one knows 2). Nothing was changed; "
          + "update dealboard."
      }
    }
  }

  @Test(arguments: Fault.allCases)
  func `is refused by every command and left byte for byte as it was`(fault: Fault) throws {
    let file = try FaultyFile()
    try fault.spoil(file)
    let before = try file.runner.fileBytes()

    for command in [["list"], ["add", "New"], ["doctor"], ["backup", "copy.db"], ["share"]] {
      let run = try file.runner.run(command)
      #expect(run.status == 65, "\(command)")
      #expect(run.error == "Error: \(file.path) \(fault.sentence)\n", "\(command)")
      #expect(run.output.isEmpty, "\(command)")
    }

    #expect(try file.runner.fileBytes() == before)
  }

  @Test(arguments: Fault.allCases)
  func `is refused by the board before it draws anything`(fault: Fault) throws {
    let file = try FaultyFile()
    try fault.spoil(file)
    let before = try file.runner.fileBytes()

    let board = try ProgramSession([], home: file.runner.home)
    let end = try board.waitForExit()

    #expect(end == .exited(65))
    #expect(board.model.text.contains("Nothing was changed"))
    #expect(try file.runner.fileBytes() == before)
  }
}
