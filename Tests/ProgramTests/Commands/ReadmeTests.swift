import Foundation
import TerminalModel
import Testing

/// What the README says that the program can say itself.
@Suite struct `The README` {
  private let text: String

  init() throws {
    let readme = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../README.md").standardized
    text = try String(contentsOf: readme, encoding: .utf8)
  }

  @Test func `has the table of keys that the program prints: Scripts/key-table writes it`() throws {
    let parts = text.components(separatedBy: "<!-- keys -->\n")
    try #require(parts.count == 2)
    let table = try #require(parts[1].components(separatedBy: "<!-- end of keys -->").first)

    let printed = try CommandRunner().succeed("keys", "--markdown")

    #expect(table == "\n" + printed + "\n")
  }
}
