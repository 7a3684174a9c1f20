/// From the start of the program to its full first screen, against the floor's, in turn.
struct StartBench {
  let bench: Workbench
  let deals: Int
  let limit: Double

  func run() throws {
    let command = try bench.board(deals)
    var board = Sample()
    var floor = Sample()
    for round in 0..<12 {
      let ours = try start(command)
      let least = try start(bench.floorBoard(deals))
      guard round >= 2 else { continue }
      board.add(ours)
      floor.add(least)
    }
    var table = Table(["start, \(deals) deals", "ms", "floor ms", "above", ""])
    let above = board.median - floor.median
    table.add([
      "first screen", fixed(board.median), fixed(floor.median), fixed(above),
      verdict(above, atMost: limit),
    ])
    print(table.text, "\n")
  }

  private func start(_ command: [String]) throws -> Double {
    let probe = try Probe(command, environment: bench.environment)
    defer { probe.end() }
    return try probe.firstScreen().milliseconds
  }
}
