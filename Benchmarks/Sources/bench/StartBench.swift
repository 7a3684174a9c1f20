/// From the start of the program to its full first screen, against the floor's, in turn.
struct StartBench {
  let bench: Workbench
  let large: Int

  func run() throws {
    var report = Report("start, first screen")
    let opening =
      "the program opens a file, checks whose it is and reads the workspace; the floor does not."
    let small = try time(20)
    report.add(
      "20 deals, above the floor",
      small.board - small.floor,
      atMost: 25,
      else: opening
    )
    let middle = try time(10_000)
    report.add(
      "10,000 deals, above the floor",
      middle.board - middle.floor,
      atMost: 40,
      else: opening
    )
    guard large > 100_000 else { return report.show() }
    let open = try time(20_000, open: 100)
    let few = try time(large, open: 2)
    report.add(
      "\(large) deals, \(large / 50) open, against 20,000",
      few.board,
      against: open.board,
      atMost: 2,
      else:
        "the totals of the closed deals are added up by day from an index as long as the window."
    )
    let many = try time(large, rounds: 5)
    report.add(
      "\(large) deals, \(large / 5 * 2) open",
      many.board,
      atMost: 1_000,
      else: "every open deal is read and counted before the first screen."
    )
    report.show()
  }

  private func time(
    _ deals: Int,
    open percent: Int = 40,
    rounds: Int = 12
  ) throws -> (board: Double, floor: Double) {
    let command = try bench.board(deals, open: percent)
    var board = Sample()
    var floor = Sample()
    for round in 0..<rounds {
      let ours = try start(command)
      let least = try start(bench.floorBoard(deals))
      guard round >= 2 else { continue }
      board.add(ours)
      floor.add(least)
    }
    return (board.median, floor.median)
  }

  private func start(_ command: [String]) throws -> Double {
    let probe = try Probe(command, environment: bench.environment)
    defer { probe.end() }
    return try probe.firstScreen()
  }
}
