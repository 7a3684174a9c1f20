import TerminalModel
import Testing

@Suite struct `An import` {
  @Test func `and a command refuse a currency that does not exist`() throws {
    let runner = try CommandRunner()

    #expect(try runner.run("add", "Acme", "--value", "5", "--currency", "XXQ").status == 64)
    try runner.succeed("add", "Acme", "--value", "5", "--currency", "hrk")
  }
}
