/// Keys at the board against the same keys at the floor, key by key in turn.
struct KeyBench {
  let bench: Workbench
  let deals: Int

  func run() throws {
    let board = try Probe(try bench.board(deals), environment: bench.environment)
    let floor = try Probe(bench.floorBoard(deals), environment: bench.environment)
    defer {
      board.end()
      floor.end()
    }
    _ = try board.firstScreen()
    _ = try floor.firstScreen()

    var table = Table([
      "\(deals) deals", "ms", "floor ms", "ratio", "", "bytes", "floor", "ratio", "",
    ])
    let cursor = Array(repeating: "jjjjkkkklljjhhkk", count: 12).joined().map(String.init)
    table.add(try row("cursor key", board, floor, keys: cursor, timeLimit: 1.5, bytesLimit: 1.3))
    let moves = Array(repeating: ["L", "H"], count: 40).flatMap(\.self)
    table.add(try row("move, saved", board, floor, keys: moves, timeLimit: 3, bytesLimit: nil))
    print(table.text, "\n")
  }

  private func row(
    _ name: String,
    _ board: Probe,
    _ floor: Probe,
    keys: [String],
    timeLimit: Double,
    bytesLimit: Double?
  ) throws -> [String] {
    var times = (board: Sample(), floor: Sample())
    var bytes = (board: Sample(), floor: Sample())
    for (index, key) in keys.enumerated() {
      let ours = try board.press(key)
      let least = try floor.press(key)
      guard index >= 8 else { continue }
      times.board.add(ours.milliseconds)
      times.floor.add(least.milliseconds)
      bytes.board.add(Double(ours.bytes))
      bytes.floor.add(Double(least.bytes))
    }
    let time = times.board.median / times.floor.median
    let size = bytes.board.mean / bytes.floor.mean
    return [
      name, fixed(times.board.median), fixed(times.floor.median), fixed(time),
      verdict(time, atMost: timeLimit), fixed(bytes.board.mean, 0), fixed(bytes.floor.mean, 0),
      fixed(size), bytesLimit.map { verdict(size, atMost: $0) } ?? "",
    ]
  }
}
