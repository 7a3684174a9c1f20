import TerminalModel
import Testing

@Suite struct `The help` {
  @Test func `of every command has an example that begins with the command`() throws {
    let runner = try CommandRunner()
    var open: [[String]] = [[]]
    var seen = 0

    while let command = open.popLast() {
      let help = try runner.run(command + ["--help"])
      #expect(help.status == 0)
      let words = (["dealboard"] + command).joined(separator: " ")
      #expect(help.output.contains("Example: dealboard"), "\(words)")
      if !command.isEmpty {
        #expect(help.output.contains("Example: \(words)"), "\(words)")
      }
      seen += 1
      open += Self.subcommands(in: help.output).map { command + [$0] }
    }

    #expect(seen > 30)
    #expect(!runner.fileExists)
  }

  @Test func `of a command with subcommands lists them behind other options too`() throws {
    let runner = try CommandRunner()

    for words in [
      ["people", "--help"], ["--file", "x.db", "people", "-h"], ["people", "--json", "--help"],
    ] {
      let help = try runner.run(words)
      #expect(Self.subcommands(in: help.output) == ["list", "add", "set", "hand-over"], "\(words)")
    }
    #expect(try runner.run("people", "set", "--json", "--help").output.contains("--hourly-cost"))
  }

  @Test func `is what wrong usage points to, on standard error`() throws {
    let run = try CommandRunner().run("move")

    #expect(run.status == 64)
    #expect(run.error.contains("Usage: dealboard move"))
    #expect(run.output == "")
  }

  @Test(arguments: [
    ["metrics", "--window=\u{1b}[31mX\u{1b}]0;pwn\u{7}"], ["goal", "set", "\u{9b}31m", "5"],
    ["show", "5", "\u{1b}[2J"], ["stages", "\u{1b}c"], ["metrics", "--json=\u{1b}[5m"],
  ])
  func `never repeats what a terminal would act on`(_ words: [String]) throws {
    let run = try CommandRunner().run(words)

    #expect(run.status == 64)
    let scalars = (run.error + run.output).unicodeScalars
    #expect(!scalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
  }

  /// The names below the headings that end with "SUBCOMMANDS:".
  private static func subcommands(in help: String) -> [String] {
    var names: [String] = []
    var isList = false
    for line in help.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasSuffix("SUBCOMMANDS:") {
        isList = true
      } else if line.isEmpty {
        isList = false
      } else if isList, line.hasPrefix("  "), !line.dropFirst(2).hasPrefix(" ") {
        names.append(String(line.dropFirst(2).prefix { $0 != " " }))
      }
    }
    return names.filter { $0 != "See" }
  }
}
