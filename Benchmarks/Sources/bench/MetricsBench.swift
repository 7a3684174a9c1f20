import Glibc

/// All figures of `metrics --json` against the same ones by SQL, in turn: by the sqlite3 shell on
/// the workspace, and by DuckDB on the CSV that was imported.
///
/// A time counts only where the figures are the program's, those of smaller files and of histories
/// included.
struct MetricsBench {
  let bench: Workbench
  let deals: Int

  /// How long another way took, in seconds, or why that does not count.
  private struct Rival {
    private var times = Sample()
    private var failure: String?

    /// Not a number where it does not count.
    var seconds: Double { failure == nil ? times.median : .nan }

    /// Why it was not measured, else why the program misses its limit.
    func reason(else missed: String) -> String { failure ?? missed }

    /// Goes the way unless it failed before; a failure ends no run.
    mutating func attempt(isTimed: Bool = false, _ way: () throws -> Double) {
      guard failure == nil else { return }
      do {
        let time = try way()
        if isTimed { times.add(time) }
      } catch {
        failure = "\(error)"
      }
    }
  }

  func run() throws {
    var shell = Rival()
    var duck = Rival()
    try compareHistories(&shell)
    duck.attempt {
      try duckIsThere()
      return 0
    }
    var ours = Sample()
    for (count, rounds) in [(1_000, 1), (100_000, 1), (deals, 5)] {
      let (csv, file) = (try bench.deals(count), try bench.workspace(count))
      for _ in 0..<rounds {
        let time = try metrics(file)
        if count == deals { ours.add(time) }
        shell.attempt(isTimed: count == deals) { try sqlite(file, "\(count) deals") }
        duck.attempt(isTimed: count == deals) { try duckDB(csv, "\(count) deals") }
      }
    }

    var report = Report("metrics --json, \(deals) deals")
    report.add(
      "against SQL in the sqlite3 shell",
      ours.median,
      against: shell.seconds,
      atMost: 1,
      unit: "s",
      else: shell.reason(else: "each row is made a deal, with texts that no figure needs.")
    )
    report.add(
      "against DuckDB on the CSV",
      ours.median,
      against: duck.seconds,
      atMost: 3,
      unit: "s",
      else: duck.reason(else: "DuckDB reads few columns on all cores, the program rows on one.")
    )
    report.show()
  }

  /// Compares the figures of deals with a history, which generated ones have not.
  ///
  /// All of it is in the window of the first day, and a part of it in that of the second.
  private func compareHistories(_ shell: inout Rival) throws {
    let cases = bench.script("../Tests/ProgramTests/Fixtures/edge-cases")
    let file = "\(bench.folder)/edge-cases.db"
    bench.remove(file)
    try bench.run(
      on("2026-04-30") + [
        bench.dealboard, "import", "--stages", "\(cases)/pipeline.json", "\(cases)/events.csv",
        "--file", file,
      ]
    )
    for day in ["2026-04-30", "2027-01-20"] {
      _ = try metrics(file, asOf: day)
      shell.attempt { try sqlite(file, asOf: day, "the edge cases as of \(day)") }
    }
  }

  // MARK: - The three ways, each with its figures in a file

  private static let today = "2026-03-31"

  private var figures: String { "\(bench.folder)/figures.json" }
  private var otherFigures: String { "\(bench.folder)/other-figures.json" }

  private func metrics(_ file: String, asOf day: String = Self.today) throws -> Double {
    let command = on(day) + [bench.dealboard, "metrics", "--json", "--file", file]
    return try bench.run(command, output: figures).milliseconds / 1_000
  }

  private func sqlite(
    _ file: String,
    asOf day: String = Self.today,
    _ what: String
  ) throws -> Double {
    let command = [
      "/usr/bin/env", "sqlite3", "-bail", "-readonly", file, "PRAGMA temp_store = MEMORY",
      ".parameter set @as_of \"'\(day)'\"", ".read '\(bench.script("metrics.sql"))'",
    ]
    let cost = try bench.run(command, output: otherFigures)
    try compare("SQL", what)
    return cost.milliseconds / 1_000
  }

  private func duckDB(_ csv: String, _ what: String) throws -> Double {
    let command = ["/usr/bin/env", python, bench.script("metrics.duckdb.py"), csv, Self.today]
    let cost = try bench.run(command, output: otherFigures)
    try compare("DuckDB", what)
    return cost.milliseconds / 1_000
  }

  private func on(_ day: String) -> [String] { ["/usr/bin/env", "DEALBOARD_TODAY=\(day)"] }

  // MARK: - What is needed for it

  private var python: String {
    getenv("DEALBOARD_BENCH_PYTHON").map { String(cString: $0) } ?? "python3"
  }

  private func duckIsThere() throws {
    do {
      try bench.run(["/usr/bin/env", python, "-c", "import duckdb"])
    } catch {
      throw BenchError(
        "\(python) has no package duckdb. Name one that has with DEALBOARD_BENCH_PYTHON:"
          + " python3 -m venv V; V/bin/pip install duckdb."
      )
    }
  }

  /// Throws the first difference where the figures are not the program's.
  private func compare(_ who: String, _ what: String) throws {
    let found = "\(bench.folder)/differences"
    do {
      try bench.run(
        ["/usr/bin/env", "python3", bench.script("compare.py"), figures, otherFigures],
        output: found
      )
    } catch {
      let first = bench.text(found).split(separator: "\n").first ?? "no figures were printed"
      throw BenchError("\(who) comes to other figures of \(what): \(first)")
    }
  }
}
