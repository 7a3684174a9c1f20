import Glibc

let arguments = CommandLine.arguments
guard arguments.count >= 4 else {
  print("usage: bench DEALBOARD FLOOR GENERATOR [keys] [start] [filter] [rest] [metrics] [import]")
  exit(64)
}
let wanted = Set(arguments.dropFirst(4))
func isWanted(_ name: String) -> Bool { wanted.isEmpty || wanted.contains(name) }

do {
  let bench = try Workbench(
    dealboard: arguments[1],
    floor: arguments[2],
    generator: arguments[3]
  )
  defer { bench.clear() }
  let largest = getenv("DEALBOARD_BENCH_DEALS").flatMap { Int(String(cString: $0)) } ?? 1_000_000
  if isWanted("keys") { try KeyBench(bench: bench, sizes: [20, 10_000, largest]).run() }
  if isWanted("start") { try StartBench(bench: bench, large: largest).run() }
  if isWanted("filter") { try FilterBench(bench: bench, deals: largest).run() }
  if isWanted("rest") { try RestBench(bench: bench, deals: largest).run() }
  if isWanted("metrics") { try MetricsBench(bench: bench, deals: largest).run() }
  if isWanted("import") {
    try ImportBench(bench: bench, deals: 10_000).run()
    try ImportBench(bench: bench, deals: 100_000).run()
    try LargeImportBench(bench: bench, deals: 1_000_000).run()
  }
} catch {
  print(error)
  exit(70)
}
