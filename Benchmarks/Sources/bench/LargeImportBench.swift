/// An import against the sqlite3 shell's own `.import` of the same file, in turn, and its memory
/// against that of an import of a tenth.
struct LargeImportBench {
  let bench: Workbench
  let deals: Int

  func run() throws {
    let file = try bench.deals(deals)
    let tenth = try bench.deals(deals / 10)
    var board = Sample()
    var shell = Sample()
    var memory = (all: Sample(), tenth: Sample())
    for _ in 0..<3 {
      memory.tenth.add(try ours(tenth).peakMegabytes)
      let cost = try ours(file)
      board.add(cost.milliseconds / 1000)
      memory.all.add(cost.peakMegabytes)
      shell.add(try theirs(file).milliseconds / 1000)
    }

    var times = Table(["import, \(deals) deals", "s", "sqlite3 s", "ratio", ""])
    let ratio = board.median / shell.median
    times.add([
      "into a new file", fixed(board.median), fixed(shell.median), fixed(ratio),
      verdict(ratio, atMost: 4),
    ])
    print(times.text, "\n")
    if ratio > 4 { print(ImportBench.limit, "\n") }

    var sizes = Table(["memory of an import", "MB", "of a tenth", "ratio", ""])
    let growth = memory.all.median / memory.tenth.median
    sizes.add([
      "\(deals) deals", fixed(memory.all.median, 1), fixed(memory.tenth.median, 1),
      fixed(growth), verdict(growth, atMost: 1.2),
    ])
    print(sizes.text, "\n")
  }

  private func ours(_ file: String) throws -> Workbench.Cost {
    let path = "\(bench.folder)/import.db"
    defer { bench.remove(path) }
    return try bench.run([bench.dealboard, "import", file, "--file", path])
  }

  private func theirs(_ file: String) throws -> Workbench.Cost {
    let path = "\(bench.folder)/import.db"
    defer { bench.remove(path) }
    return try bench.run([
      "/usr/bin/env", "sqlite3", path, ".mode csv", ".import \(file) deals",
    ])
  }
}
