import Foundation
import Testing

/// Short runs of `Scripts/torture`, which anyone can run for as long as they like.
@Suite(.serialized) struct `Torture` {
  private static let tests: [(name: String, count: Int)] = [
    ("kill", 8), ("power", 25), ("crowd", 25), ("throng", 4), ("create", 4), ("duel", 60),
    ("backup", 4), ("flips", 100), ("hostile", 80), ("walk", 300),
  ]

  @Test(arguments: tests)
  func `loses nothing`(name: String, count: Int) throws {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = [name, String(count)]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe

    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()

    #expect(process.terminationStatus == 0, "\(output)")
    #expect(output.contains("\(name): "), "\(output)")
  }

  /// The program stands beside the tests' own.
  private static var program: URL {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("torture")
  }
}
