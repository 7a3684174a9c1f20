/// Keys at boards of several sizes and at the floor, key by key in turn.
struct KeyBench {
  let bench: Workbench
  let sizes: [Int]

  /// What one size took.
  private struct Times {
    var cursor = Sample()
    var cursorBytes = Sample()
    var move = Sample()
    var saved = Sample()
    var floorCursor = Sample()
    var floorBytes = Sample()
    var floorMove = Sample()
  }

  func run() throws {
    let results = try measured()
    for (size, times) in zip(sizes, results) {
      var report = Report("keys, \(size) deals")
      report.add(
        "cursor key",
        times.cursor.median,
        against: times.floorCursor.median,
        atMost: 1.5,
        else:
          "the focused column's cards are gone through, the footer's keys are asked whether they"
          + " can be pressed, and the status line is worded anew; the floor prints fixed texts."
      )
      report.add(
        "cursor key, bytes",
        times.cursorBytes.mean,
        against: times.floorBytes.mean,
        atMost: 1.3,
        unit: "bytes",
        else: "the status line tells the whole deal, which differs from the next one in every cell."
      )
      report.add(
        "move, on screen",
        times.move.median,
        against: times.floorMove.median,
        atMost: 1.5,
        else: "a move changes each figure of the sidebar and two headers, which are worded anew."
      )
      report.add(
        "move, saved durably",
        times.saved.median,
        against: times.floorMove.median,
        atMost: 3,
        else:
          "the floor keeps nothing; the move waits for one sync of the log by the disk, and what"
          + " can be undone is read after it."
      )
      report.show()
    }
    guard let small = results.first, let large = results.last, sizes.count > 1 else { return }
    var report = Report("\(sizes[sizes.count - 1]) deals against \(sizes[0])")
    func add(_ name: String, _ of: (Times) -> Sample, _ limit: Double, _ reason: String = "") {
      report.add(
        name,
        of(large).median,
        against: of(small).median,
        atMost: limit,
        else: reason
      )
    }
    let full = "twenty deals leave most of the screen empty; a full one has more to draw."
    add("cursor key", { $0.cursor }, 1.3, full)
    add("move, on screen", { $0.move }, 1.3, full)
    add("all live numbers after a move", { $0.move }, 3, full)
    add("move, saved durably", { $0.saved }, 1.3, "the pages of a large file are further apart.")
    report.show()
  }

  /// How long a move is awaited, in milliseconds; one that takes longer counts as that.
  private static let patience = 1_000.0

  private func measured() throws -> [Times] {
    var pairs: [(board: Probe, floor: Probe)] = []
    defer {
      for pair in pairs {
        pair.board.end()
        pair.floor.end()
      }
    }
    for size in sizes {
      let board = try Probe(try bench.boardOnCopy(size), environment: bench.environment)
      let floor = try Probe(bench.floorBoard(size), environment: bench.environment)
      pairs.append((board, floor))
      _ = try board.firstScreen()
      _ = try floor.firstScreen()
      // What a board counts beside the screen after its first paint is not part of a key.
      try board.settle(milliseconds: size > 100_000 ? 10_000 : 1_000)
    }
    var times = sizes.map { _ in Times() }
    for (index, key) in Array(repeating: "jjjjkkkklljjhhkk", count: 15).joined().enumerated() {
      for (place, pair) in pairs.enumerated() {
        let ours = try pair.board.press(String(key))
        let least = try pair.floor.press(String(key))
        // A key at the end of a column has nothing to draw.
        guard index >= 16, ours.bytes > 0, least.bytes > 0 else { continue }
        times[place].cursor.add(ours.milliseconds)
        times[place].floorCursor.add(least.milliseconds)
        times[place].cursorBytes.add(Double(ours.bytes))
        times[place].floorBytes.add(Double(least.bytes))
      }
    }
    for index in 0..<60 {
      let key = index.isMultiple(of: 2) ? "L" : "H"
      for (place, pair) in pairs.enumerated() {
        let ours = try pair.board.press(key, until: ["sav", "saved ✓"])
        let least = try pair.floor.press(key)
        try pair.board.settle(milliseconds: 30)
        guard index >= 8 else { continue }
        times[place].move.add(ours.seen[0] ?? Self.patience)
        times[place].saved.add(ours.seen[1] ?? Self.patience)
        times[place].floorMove.add(least.milliseconds)
      }
    }
    return times
  }
}
