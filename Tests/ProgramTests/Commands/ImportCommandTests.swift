import TerminalModel
import Testing

@Suite struct `An import` {
  @Test func `names the columns that it takes nothing from`() throws {
    let runner = try CommandRunner()
    try runner.home.write("title,stage,Worth\nA,Lead In,1000\n", to: "deals.csv")

    let text = try runner.succeed("import", runner.home["deals.csv"])
    let json = try runner.json("import", runner.home["deals.csv"])

    #expect(text.contains("the column Worth"))
    #expect(text.contains("has no column that gives the deals' values"))
    #expect(
      json["warnings"].elements.map { $0["code"] } == ["value_column_missing", "columns_unused"]
    )
  }

  @Test func `and a command refuse a currency that does not exist`() throws {
    let runner = try CommandRunner()

    #expect(try runner.run("add", "Acme", "--value", "5", "--currency", "XXQ").status == 64)
    try runner.succeed("add", "Acme", "--value", "5", "--currency", "hrk")
  }
}
