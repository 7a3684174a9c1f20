/// A letter of a filter over many open deals: the first paint, which marks the counts, and the whole
/// result.
struct FilterBench {
  let bench: Workbench
  let deals: Int

  func run() throws {
    let board = try Probe(try bench.board(deals), environment: bench.environment)
    defer { board.end() }
    _ = try board.firstScreen()
    try board.settle(milliseconds: deals > 100_000 ? 10_000 : 1_000)
    var cursor = Sample()
    for key in Array(repeating: "jk", count: 20).joined() {
      cursor.add(try board.press(String(key)).milliseconds)
    }
    _ = try board.press("/")
    var paint = Sample()
    var whole = Sample()
    for _ in 0..<2 {
      for letter in "nord" {
        // The title counts what was found, and until then says that it is counting.
        let reaction = try board.press(String(letter), until: ["open deals"])
        if let first = reaction.bursts.first { paint.add(first) }
        // What was not awaited to its end took at least as long as was waited.
        whole.add(reaction.seen[0] ?? 1_000)
        try board.settle(milliseconds: 300)
      }
      for _ in 0..<4 {
        _ = try board.press("\u{7f}")
        try board.settle(milliseconds: 300)
      }
    }
    var report = Report("filter letter, \(deals) deals, \(deals / 5 * 2) open")
    report.add(
      "first paint, against a cursor key",
      paint.median,
      against: cursor.median,
      atMost: 1.5,
      else: "the headers and the sidebar change to say that they are counting."
    )
    report.add(
      "whole result",
      whole.median,
      atMost: 150,
      else:
        "one thread goes through all open deals and adds up those that fit; what is not ASCII is"
        + " folded on the way. The counts are marked until then, and keys are answered."
    )
    report.show()
  }
}
