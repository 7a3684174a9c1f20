/// A letter of a filter over many open deals: the first paint, which marks the counts, and the whole
/// result.
struct FilterBench {
  /// How long a paint is awaited, in milliseconds.
  private static let patience: Int32 = 8_000

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
    var first: Double?
    var found = Sample()
    var whole = Sample()
    for letter in "nord" {
      // First the letter, with the counts marked; then what was found with its counts, and at last what
      // is counted of closed deals and of earlier days, each as a paint of its own.
      let reaction = try board.press(String(letter), quiet: Self.patience)
      if let marked = reaction.bursts.first { paint.add(marked) }
      // What was not awaited to its end took at least as long as was waited.
      let result = reaction.bursts.count > 1 ? reaction.bursts[1] : Double(Self.patience)
      // Later letters are looked for among what the earlier ones found.
      if first == nil { first = result } else { found.add(result) }
      whole.add(reaction.bursts.count > 2 ? reaction.milliseconds : Double(Self.patience))
    }
    var report = Report("filter letter, \(deals) deals, \(deals / 5 * 2) open")
    report.add(
      "first paint, against a cursor key",
      paint.median,
      against: cursor.median,
      atMost: 1.5,
      else: "the headers and the sidebar change to say that they are counting."
    )
    report.add("later letters, found and counted", found.median, atMost: 150)
    report.add(
      "first letter, found and counted",
      first ?? Double(Self.patience),
      atMost: 150,
      else:
        "all open deals are gone through in memory, on every core, and those that pass are counted by"
        + " stage and owner: about 600 ns of work a deal, half of it the search in three texts. The"
        + " counts are marked until then, and keys are answered."
    )
    report.add(
      "with closed deals and earlier days",
      whole.median,
      atMost: 150,
      else:
        "closed deals and the days that are compared with are read from the file, each that was closed"
        + " in the window, and each that changed since. They are marked until then."
    )
    report.show()
  }
}
