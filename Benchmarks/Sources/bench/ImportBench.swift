/// How many deals a second an import takes in, the start of the program included.
struct ImportBench {
  let bench: Workbench
  let deals: Int

  /// Why an import is not faster, for where it misses its limit.
  static let limit = """
    The limit is SQLite on one thread: the log, the deals and their indexes are three times the bytes
    of the shell's one table.
    """

  func run() throws {
    let file = try bench.deals(deals)
    var rate = Sample()
    for _ in 0..<5 {
      let path = "\(bench.folder)/import.db"
      defer { bench.remove(path) }
      let cost = try bench.run([bench.dealboard, "import", file, "--file", path])
      rate.add(Double(deals) / cost.milliseconds * 1000)
    }
    var table = Table(["import, \(deals) deals", "deals/s", ""])
    let isMet = rate.median >= 40_000
    table.add(["into a new file", fixed(rate.median, 0), "\(isMet ? "met" : "MISSED") (≥ 40000)"])
    print(table.text, "\n")
    if !isMet { print(Self.limit, "\n") }
  }
}
